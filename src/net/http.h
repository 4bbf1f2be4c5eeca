/* One HTTP request and its answer, as those see it who answer: modules, through the path table of core/web.h.
 *
 * One normal case: net/web.c has read a request and calls whoever serves its path; that one looks at the fields, adds headers where it
 * wants to, and calls nx_http_answer() before it returns. Requests of this version have no bodies: one that announces a body
 * is answered all the same, and its connection is closed behind the answer. */
#ifndef NX_NET_HTTP_H
#define NX_NET_HTTP_H

#include <stdbool.h>
#include <stddef.h>

struct nx_pool;

/* Bits, so that a path can serve several. */
enum nx_http_method {
	NX_HTTP_GET = 1 << 0,
	NX_HTTP_HEAD = 1 << 1,
	NX_HTTP_POST = 1 << 2,
	NX_HTTP_PUT = 1 << 3,
	NX_HTTP_DELETE = 1 << 4,
	NX_HTTP_OPTIONS = 1 << 5,
	NX_HTTP_OTHER = 1 << 6,
};

/* Everything is borrowed until the handler returns. */
struct nx_http_request {
	struct nx_pool *pool;           /* of this request */
	enum nx_http_method method;
	const char *method_name;        /* "GET", for logs */
	const char *path;               /* decoded and absolute, without "..", "//" and the query */
	const char *host;               /* as the client wrote it, with the port if there is one; NULL: it did not */
	const char *authorization, *forwarded_for, *forwarded_proto, *forwarded_host;   /* those headers; NULL: none */
	const char *peer_address;       /* of the connection: "192.0.2.1" */
	bool has_tls;                   /* the connection has */
	/* Whoever serves the path behind a proxy that is trusted sees the client here (core/web.c); else the same as above. */
	const char *address;
	bool is_secure;
};

/* An answer's header, before nx_http_answer(); takes the place of an earlier one of the same name. Copies. */
void nx_http_header(struct nx_http_request *request, const char *name, const char *value);
/* Answers, once. type NULL: no body. Copies. HEAD gets the headers alone. */
void nx_http_answer(struct nx_http_request *request, unsigned status, const char *type, const void *body, size_t len);
/* For logs: what was answered; 0: nothing yet. */
unsigned nx_http_status(const struct nx_http_request *request);
size_t nx_http_body_len(const struct nx_http_request *request);

#endif
