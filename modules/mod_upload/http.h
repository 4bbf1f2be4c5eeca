/* The path /upload/ (XEP-0363 sections 7 and 8). */
#ifndef MOD_UPLOAD_HTTP_H
#define MOD_UPLOAD_HTTP_H

#include "core/module.h"

#include <stdint.h>

struct nx_error;
struct nx_http_request;
struct nx_module;
struct upload;

/* receive.c: PUT */
void upload_receive(struct nx_module *mod, struct nx_http_request *request);
/* service/upload.h */
void upload_resume(struct nx_module *mod, uint64_t id, enum nx_verdict verdict, const struct nx_error *err);
/* Drops what is coming in. */
void upload_receive_stop(struct upload *upload);

/* serve.c: GET, HEAD */
void upload_serve(struct nx_module *mod, struct nx_http_request *request);
/* When nothing of what they wait for comes any more. */
void upload_serve_stop(struct upload *upload);

#endif
