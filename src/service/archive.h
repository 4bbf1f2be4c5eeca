/* The message archive (offered by mod_mam): messages stored once, and archives of accounts or rooms that they belong to
 * (XEP-0313).
 *
 * One normal case: a room takes nx_server_next_id(), writes it into the message as its stanza-id (XEP-0359), puts the message into a job
 * with add(), commits the job, and shows the message when that is done. Later somebody asks the room for its archive: the room checks
 * the rights, makes a view, and query() answers.
 *
 * An id tells the time: milliseconds since 1970 in the upper 44 bits. So archives are in order of ids, and a time is an id. */
#ifndef NX_SERVICE_ARCHIVE_H
#define NX_SERVICE_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/hooks.h"

struct nx_error;
struct nx_event;
struct nx_jid;
struct nx_job;
struct nx_module;
struct nx_owner;
struct nx_result;
struct nx_row;
struct nx_xml;

#define NX_SERVICE_ARCHIVE "archive"
#define NX_NS_MAM "urn:xmpp:mam:2"

/* What one who asks may see of an archive. */
struct nx_archive_view {
	const struct nx_jid *owner;     /* bare: whose archive */
	int64_t since_ms;               /* nothing older; 0: everything */
	bool may_filter_by_jid;         /* knows real addresses (section 4.1.1) */
	/* Adapts a message, in ev's pool, before it is shown; sender: its real full JID. NULL: nothing to do. */
	void (*adapt)(void *ctx, struct nx_event *ev, struct nx_xml *message, const char *sender);
	void *ctx;
};

struct nx_archive_service {
	/* Whether messages like this one are kept: by what they contain, and as hints ask (XEP-0334). */
	bool (*is_worth)(const struct nx_xml *message);
	/* Statements that store the message: xml as it is to be shown; sender: real full JID. */
	void (*add_message)(struct nx_module *mod, struct nx_job *job, uint64_t id, const struct nx_jid *sender, const char *xml);
	/* … and give it to an archive. peer: who is on the other side; in a room: who said it. */
	void (*add_to)(struct nx_module *mod, struct nx_job *job, uint64_t id, const struct nx_jid *owner, const struct nx_jid *peer);
	/* Answers an iq with <query/> (get: the form; set: a page) or <metadata/> of NX_NS_MAM. Rights are the caller's affair. From here
	 * on ev->data is not the caller's. */
	enum nx_verdict (*query)(struct nx_module *mod, struct nx_event *ev, const struct nx_archive_view *view);
	/* Reads one message of the archive on behalf of the event, as nx_event_read() does (the handlers get the service's module). */
	enum nx_verdict (*find)(struct nx_module *mod, struct nx_event *ev, const struct nx_jid *owner, uint64_t id,
				void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row),
				enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev));
	/* Statements that put another text in the place of a message, in all archives. */
	void (*replace)(struct nx_module *mod, struct nx_job *job, uint64_t id, const char *xml);
	/* The newest count messages since then that have a body, newest first, and then done; none that has a thousand others
	 * behind it, or a mebibyte.
	 * Texts are valid until row() returns. */
	void (*latest)(struct nx_module *mod, struct nx_owner *calls, const struct nx_jid *owner, int64_t since_ms,
		       unsigned count, void (*row)(void *ctx, const struct nx_row *row),
		       void (*done)(void *ctx, const struct nx_result *result), void *ctx);
	/* A statement: with the job's commit begins to go, piece by piece, what the archive has of smaller ids. Of one that is
	 * nobody's any more: nx_server_next_id(); whoever uses its name again looks only at what is newer. The job is submitted
	 * in the same turn. */
	void (*forget)(struct nx_module *mod, struct nx_job *job, const struct nx_jid *owner, uint64_t before_id);
	/* How long messages are kept; 0: for ever. */
	int64_t (*keep_ms)(struct nx_module *mod);
};
/* Columns of find(). */
enum { NX_ARCHIVE_FOUND_ID, NX_ARCHIVE_FOUND_SENDER, NX_ARCHIVE_FOUND_STANZA };
/* Columns of latest(). */
enum { NX_ARCHIVE_LATEST_ID, NX_ARCHIVE_LATEST_STANZA, NX_ARCHIVE_LATEST_SENDER };

static inline int64_t nx_archive_time_ms(uint64_t id) { return (int64_t)(id >> 20); }
static inline uint64_t nx_archive_first_id(int64_t at_ms) { return (uint64_t)at_ms << 20; }

#endif
