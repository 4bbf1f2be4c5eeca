/* What the files of mod_upload share (XEP-0363).
 *
 * One normal case: romeo's client asks the component for a slot (slot.c), which is nothing but a path and a ticket for it (ticket.h). It
 * sends the file with PUT (receive.c): the pieces are written to a temporary file and hashed on threads of our own (spool.h), which at the
 * end look at what is in it (types.h). Whoever wants to look too does so now (hook file_received). Then the file gets the name of its
 * hash, a row in uploads says whose it is (contents.c), and when that is on the disk the client hears 201. GET is answered from the row and
 * the file (serve.c). Files that nobody has a row for any more are removed (contents.c). */
#ifndef MOD_UPLOAD_UPLOAD_H
#define MOD_UPLOAD_UPLOAD_H

#include "core/module.h"

#include "mod_upload/contents.h"
#include "mod_upload/names.h"
#include "mod_upload/spool.h"
#include "mod_upload/ticket.h"
#include "mod_upload/types.h"

#define NS_UPLOAD "urn:xmpp:http:upload:0"
#define NS_PURPOSE "urn:xmpp:http:upload:purpose:0"
#define NS_FILES "urn:nexa:files:0"             /* doc/internals/uploads.md */
#define DAY_MS 86400000

#define UPLOAD_SLOT_REASONS 8
#define UPLOAD_STATUSES 11

/* Since the start (metrics.c). */
struct upload_counts {
	uint64_t slots, slot_refusals[UPLOAD_SLOT_REASONS];
	uint64_t stored, refusals[UPLOAD_STATUSES], broken_off;
	uint64_t received_bytes;
	uint64_t removed, expired;
};

/* The module's own. */
struct upload {
	struct nx_module *mod;
	struct nx_owner owner;
	char *dir;                              /* STATE/uploads */
	struct upload_spools *spools;
	struct upload_contents *contents;
	struct nx_map *receiving;               /* struct reception by id: what comes in now */
	uint64_t last_reception;
	int64_t failure_said_ms;                /* that one could not be stored (nx_log_may_repeat) */
	struct nx_list serving;                 /* struct serving: GETs that have no answer yet */
	struct upload_counts counts;
};

enum {
	UPLOAD_USAGE, UPLOAD_ADMIT, UPLOAD_ADD_CONTENT, UPLOAD_ADD, UPLOAD_DOUBT_ADDED, UPLOAD_FIND, UPLOAD_IS_OWN, UPLOAD_DOUBT_OWN,
	UPLOAD_REMOVE_OWN, UPLOAD_DOUBT, UPLOAD_REMOVE, UPLOAD_DOUBT_ACCOUNT, UPLOAD_LIST_OWN, UPLOAD_LIST, UPLOAD_USERS, UPLOAD_DOUBT_EXPIRED,
	UPLOAD_EXPIRE, UPLOAD_DOUBT_OLD, UPLOAD_EXPIRE_OLD, UPLOAD_FORGET, UPLOAD_TRUST, UPLOAD_UNUSED, UPLOAD_KNOWN, UPLOAD_STOCK,
	UPLOAD_DOUBT_UNUSED,
};
extern const struct nx_statement upload_statements[];

/* store.c. How many bytes count against quotas for a file: many small ones cost too. */
int64_t upload_counted(int64_t size_bytes);
/* Files of people's messages older than this are gone: wall clock; 0: none are. */
int64_t upload_kept_since_ms(const struct upload *upload);

/* slot.c: section 4. What is sent to a component of ours. */
enum nx_verdict upload_slot(struct nx_module *mod, struct nx_event *ev);
/* NX_PASS: may have files here; else refused. */
enum nx_verdict upload_check_sender(struct nx_event *ev);
/* "https://school.example:5281"; NULL: there is no HTTPS. In pool. */
const char *upload_url_base(struct nx_pool *pool, const struct nx_host *host);

/* files.c: a user's own files */
enum nx_verdict upload_files_get(struct nx_module *mod, struct nx_event *ev);
enum nx_verdict upload_files_remove(struct nx_module *mod, struct nx_event *ev);

/* metrics.c: counts what the client is about to be told, and tells everything that was counted. */
void upload_count_slot_refusal(struct upload *upload, const struct nx_event *ev);
void upload_count_refusal(struct upload *upload, unsigned status);
void upload_tell_metrics(struct nx_module *mod, struct nx_metrics *out);

/* commands.c */
extern const struct nx_command upload_commands[];

#endif
