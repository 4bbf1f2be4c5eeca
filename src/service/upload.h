/* What others may do with uploaded files (offered by mod_upload; XEP-0363).
 *
 * One normal case: hook file_received fires for a file that has come in and that nobody can get yet. A scanner keeps its id, returns
 * NX_WAIT, looks at the file, and calls resume(). */
#ifndef NX_SERVICE_UPLOAD_H
#define NX_SERVICE_UPLOAD_H

#include <stdint.h>

#include "core/hooks.h"

#define NX_SERVICE_UPLOAD "upload"

/* Borrowed until the handler returns. */
struct nx_received_file {
	uint64_t id;                    /* for resume() */
	struct nx_host *host;
	const char *owner;              /* bare JID */
	const char *name, *type;        /* type: as found in its bytes */
	const char *sha256;             /* hexadecimal */
	const char *path;               /* where it lies until the verdict is there, or its sender has gone */
	int64_t size_bytes;
};

struct nx_upload_service {
	/* After NX_WAIT: NX_PASS, the file is taken; NX_REFUSE, it is not: err tells its sender why. NX_E_FORBIDDEN: for what it is; others:
	 * it may be tried again. Does nothing when its sender has gone. */
	void (*resume)(struct nx_module *mod, uint64_t id, enum nx_verdict verdict, const struct nx_error *err);
	/* What the addresses of that host's files begin with, "https://school.example:5281" without a path, in pool; NULL: nobody can upload. */
	const char *(*url_base)(struct nx_module *mod, struct nx_pool *pool, const struct nx_host *host);
};

#endif
