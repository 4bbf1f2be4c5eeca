/* What the files of mod_web share. */
#ifndef MOD_WEB_WEB_H
#define MOD_WEB_WEB_H

#include "core/module.h"

/* files.c. Answers with the file that request->rest names below dir, or with 404. policy: Content-Security-Policy of pages. */
void web_serve(struct nx_http_request *request, const char *dir, const char *policy);
/* Is that regular file there? path as in a request. */
bool web_has_file(const char *dir, const char *path);
void web_redirect(struct nx_http_request *request, const char *url);

/* mounts.c: directories of the administrator's own. */
/* Checks of options. */
int web_check_mount(const char *text, struct nx_error *why);
int web_check_policy(const char *text, struct nx_error *why);
/* Hook listening: a row for each. */
int web_add_mounts(struct nx_module *mod, struct nx_error *err);

/* settings.c. Where uploaded files of our hosts are, "https://school.example:5281" each; NULL-terminated in pool. */
const char *const *web_file_origins(const struct nx_module *mod, struct nx_pool *pool);
/* GET /chat/settings.json: what the web client has to know of this server. */
void web_show_settings(struct nx_module *mod, struct nx_http_request *request);

#endif
