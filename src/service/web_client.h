/* The web client as others point to it (offered by mod_web). */
#ifndef NX_SERVICE_WEB_CLIENT_H
#define NX_SERVICE_WEB_CLIENT_H

struct nx_module;

#define NX_SERVICE_WEB_CLIENT "web_client"

struct nx_web_client_service {
	/* Its path, "/chat/"; NULL: it is not installed. */
	const char *(*path)(struct nx_module *mod);
};

#endif
