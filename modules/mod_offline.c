/* mod_offline: keeps messages for accounts that nobody reads for at the moment (XEP-0160, RFC 6121 section 8.5.2.2).
 *
 * Storing: mod_message asks (hook message_unclaimed); one message is one job, and the sender sees nothing before it is on disk.
 *
 * Delivering: every account has a box in its slot: how many messages wait, and the session that gets them now, its reader. When a
 * session turns available with non-negative priority and the box is not empty, it becomes the reader, and this goes round:
 *   ask         one job: remove what is delivered, select the next slice, in the order of ids
 *   take_row    each message goes to the reader, with the time it was stored at (XEP-0203)
 *   slice_done  nothing came: finished. Else wait until the slice is with the kernel
 *   flushed     ask again
 * So a message is removed only after it was written, and is sent twice rather than never when the connection breaks in between. When the
 * reader goes, the next available session takes over. There is one reader at a time: two resources that come online together
 * do not both get the messages.
 *
 * Order (RFC 6120 section 10.1): what reaches the reader by other ways waits for the slice (inbound_job); and a message for the
 * account, while older ones are still in the box, is put into the box behind them.
 *
 * There is no purge (XEP-0013 section 2.7): Monal purges at each login before it sends presence, without asking whether that is offered,
 * because it reads from an archive. As long as there is none, that would be the end of messages nobody has seen; refused, they come
 * with the presence. */
#include "core/module.h"

#include "base/clock.h"
#include "xml/reader.h"
#include "xml/writer.h"

enum { COUNT, ADD, NEXT_SLICE, REMOVE };

static const struct nx_statement offline_statements[] = {
	[COUNT] = { "offline.count", "SELECT COUNT(*) FROM offline WHERE host = $1 AND local = $2" },
	[ADD] = { "offline.add", "INSERT INTO offline (id, host, local, stored_at, stanza) VALUES ($1, $2, $3, $4, $5)" },
	/* At most 200 messages or, if they are large, some 64 kB and one message: less than a session may have queued. */
	[NEXT_SLICE] = { "offline.next_slice",
		"SELECT id, stored_at, stanza FROM ("
		"SELECT id, stored_at, stanza, SUM(LENGTH(stanza)) OVER (ORDER BY id) - LENGTH(stanza) AS size_before"
		" FROM offline WHERE host = $1 AND local = $2 ORDER BY id LIMIT 200"
		") AS slice WHERE size_before < 65536 ORDER BY id" },
	[REMOVE] = { "offline.remove", "DELETE FROM offline WHERE host = $1 AND local = $2 AND id <= $3" },
	{ NULL, NULL }
};

static const struct nx_option offline_options[] = {
	NX_OPT_INT("offline_max_messages", 1000, 0, 100000, "Messages kept for one account while nobody reads them"),
	NX_OPT_END
};

struct box {
	struct nx_module *mod;
	struct nx_account *account;
	struct nx_owner owner;
	int64_t count;          /* on disk or on the way to it */
	uint64_t reader;        /* session id; 0: none */
	int64_t last_id;        /* delivered to the reader and still on disk up to here; 0: none */
	bool is_asking;         /* the job of ask() is under way */
	bool has_newer;         /* stored after that job was submitted */
};

static struct box *box_of(const struct nx_module *mod, struct nx_account *account)
{
	return account ? nx_slot_get(&account->slots, mod) : NULL;
}

/* ---- storing ---- */

/* XEP-0160 section 3: not what consists of chat states alone. XEP-0334 sections 4.2 and 4.4: as the sender asks. */
static bool is_worth_keeping(const struct nx_xml *message)
{
	if (nx_xml_child(message, NX_NS_HINTS, "no-store"))
		return false;
	return nx_xml_child(message, NX_NS_HINTS, "store") || nx_message_has_content(message);
}

static bool is_for_keeping(const struct nx_event *ev)
{
	return (ev->type == NX_TYPE_NORMAL || ev->type == NX_TYPE_CHAT) && is_worth_keeping(ev->stanza);
}

static bool is_full(const struct nx_module *mod, const struct box *box)
{
	return box->count >= nx_conf_int(mod->server->conf, NULL, "offline_max_messages");
}

static enum nx_verdict stored(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	(void)ev;
	return NX_DONE;
}

static enum nx_verdict store(struct box *box, struct nx_event *ev)
{
	struct nx_server *server = ev->server;
	struct nx_account *account = box->account;
	struct nx_job *job = nx_job_new(server->store);

	nx_job_add(job, box->mod->statements, ADD, "issis", (int64_t)nx_server_next_id(server), account->host->name,
		   account->local, nx_clock_wall_ms(server->clock), nx_xml_to_string(ev->pool, ev->stanza));
	/* When the job fails the account is read anew, and the box with it. */
	box->count++;
	box->has_newer = true;
	nx_event_changes(ev, account);
	return nx_event_commit(ev, box->mod, &job, stored);
}

static enum nx_verdict offline_store(struct nx_module *mod, struct nx_event *ev)
{
	struct box *box = box_of(mod, ev->account);

	if (!box)
		return NX_PASS;
	if (!is_for_keeping(ev)) {
		/* Nobody waits for an answer to "is typing"; a text that is not kept comes back. */
		return nx_xml_child(ev->stanza, NX_NS_CLIENT, "body") ? NX_PASS : NX_DONE;
	}
	if (is_full(mod, box)) {
		/* XEP-0160 section 2, step 3 */
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "Too many messages wait for this user already");
	}
	return store(box, ev);
}

/* ---- delivering ---- */

static bool can_read(const struct nx_session *sess)
{
	return nx_session_is_bound(sess) && sess->is_available && sess->priority >= 0;
}

/* The reader, if it still can read. */
static struct nx_session *find_reader(const struct box *box)
{
	struct nx_session *sess = nx_server_find_session(box->mod->server, box->reader);

	return sess && can_read(sess) ? sess : NULL;
}

/* XEP-0203 section 4: the time is ours to tell; what claims to be from us and is not goes. */
static void add_delay(struct nx_xml *message, const char *host, int64_t stored_at_ms)
{
	struct nx_xml *next;
	char stamp[NX_DATETIME_SIZE];

	for (struct nx_xml *el = nx_xml_child(message, NX_NS_DELAY, "delay"); el; el = next) {
		next = nx_xml_next(el, NX_NS_DELAY, "delay");
		if (nx_str_eq(nx_xml_attr(el, "from"), host))
			nx_xml_remove(el);
	}
	struct nx_xml *delay = nx_xml_add(message, NX_NS_DELAY, "delay");
	nx_datetime_format(stamp, stored_at_ms, true);
	nx_xml_set(delay, "from", host);
	nx_xml_set(delay, "stamp", stamp);
}

/* XEP-0191 section 3.3: of who was blocked after sending nothing is delivered either. */
static bool is_blocked(const struct box *box, const struct nx_xml *message)
{
	const char *from = nx_xml_attr(message, "from");
	struct nx_jid jid;

	return from && nx_jid_parse(message->pool, from, &jid, NULL) == 0 && !nx_account_may_meet(box->account, &jid);
}

static void take_row(void *ctx, unsigned statement, const struct nx_row *row)
{
	struct box *box = ctx;
	struct nx_session *sess = find_reader(box);
	struct nx_server *server = box->mod->server;
	struct nx_error err;

	(void)statement;        /* only one of the job's statements has rows */
	if (!sess)
		return;
	struct nx_pool *pool = nx_event_pool(server);
	struct nx_xml *message = nx_xml_parse_stanza(server->parsers, pool, nx_row_text(row, 2), nx_row_len(row, 2), &err);
	if (message && is_blocked(box, message)) {
		nx_log(box->account, NX_DEBUG, "a waiting message of somebody blocked is dropped");
	} else if (message) {
		add_delay(message, box->account->host->name, nx_row_int(row, 1));
		nx_session_write(sess, message);
	} else {
		nx_log(box->account, NX_ERROR, "offline message id=%lld is damaged (%s); it is dropped",
		       (long long)nx_row_int(row, 0), err.text);
	}
	box->last_id = nx_row_int(row, 0);
	nx_xml_parsers_give_pool(server->parsers, &pool);
}

static void slice_done(void *ctx, const struct nx_result *result);

static void ask(struct box *box, struct nx_session *sess)
{
	struct nx_account *account = box->account;
	struct nx_job *job = nx_job_new(box->mod->server->store);

	if (box->last_id) {
		nx_job_add(job, box->mod->statements, REMOVE, "ssi", account->host->name, account->local, box->last_id);
		box->last_id = 0;
	}
	nx_job_add(job, box->mod->statements, NEXT_SLICE, "ss", account->host->name, account->local);
	nx_job_on_row(job, take_row);
	box->is_asking = true;
	box->has_newer = false;
	/* What comes by other ways from now on is newer than the slice. */
	sess->inbound_job = nx_job_submit(&job, &box->owner, slice_done, box);
	nx_account_pin_until(account, sess->inbound_job);
}

static void begin(struct box *box, struct nx_session *sess)
{
	box->reader = sess->id;
	box->last_id = 0;
	ask(box, sess);
}

/* The reader is gone, or does not want to read any more: whatever it did not get is for the next one. */
static void hand_on(struct box *box)
{
	struct nx_session *sess;

	box->reader = 0;
	NX_LIST_EACH(&box->account->sessions, struct nx_session, in_account, sess) {
		if (box->count > 0 && can_read(sess)) {
			begin(box, sess);
			return;
		}
	}
}

static void flushed(void *ctx, struct nx_session *sess)
{
	struct box *box = ctx;

	if (box->reader == sess->id)
		ask(box, sess);
}

static void slice_done(void *ctx, const struct nx_result *result)
{
	struct box *box = ctx;
	struct nx_session *sess = find_reader(box);

	box->is_asking = false;
	if (result->err) {
		/* Everything is still there: the next presence tries again. */
		nx_log(box->account, NX_ERROR, "cannot deliver offline messages: %s", result->err->text);
		box->reader = 0;
		return;
	}
	box->count -= result->changes;
	if (!sess) {
		hand_on(box);
	} else if (box->last_id) {
		nx_session_after_flush(sess, flushed, box);
	} else if (box->has_newer) {
		ask(box, sess);
	} else {
		box->count = 0;
		box->reader = 0;
	}
}

static void offline_available(struct nx_module *mod, struct nx_event *ev, bool is_first)
{
	struct box *box = box_of(mod, ev->account);

	/* Not only at the first presence: the priority may have been negative until now (XEP-0160 section 2, step 5). */
	(void)is_first;
	if (box && box->count > 0 && !box->reader && can_read(ev->sess))
		begin(box, ev->sess);
}

static void offline_ended(struct nx_module *mod, struct nx_session *sess)
{
	struct box *box = box_of(mod, sess->account);

	/* While a job is under way slice_done() notices. */
	if (box && box->reader == sess->id && !box->is_asking)
		hand_on(box);
}

/* ---- behind older ones ---- */

/* Others that are online get the message now; they are not to wait for somebody's slow line. */
static bool has_other_readers(const struct box *box)
{
	struct nx_session *sess;

	NX_LIST_EACH(&box->account->sessions, struct nx_session, in_account, sess) {
		if (sess->id != box->reader && can_read(sess))
			return true;
	}
	return false;
}

static enum nx_verdict offline_queue_behind(struct nx_module *mod, struct nx_event *ev)
{
	struct box *box = box_of(mod, ev->account);

	if (!box || !box->reader || ev->target == NX_TO_SESSION || !is_for_keeping(ev))
		return NX_PASS;
	if (has_other_readers(box) || is_full(mod, box))
		return NX_PASS;
	return store(box, ev);
}

/* ---- the box ---- */

static void drop_calls(void *arg)
{
	struct box *box = arg;

	nx_owner_done(&box->owner);
}

static void box_load(struct nx_module *mod, struct nx_account *account, const struct nx_row *row)
{
	struct box *box = NX_NEW(account->pool, struct box);

	box->mod = mod;
	box->account = account;
	box->count = nx_row_int(row, 0);
	nx_owner_init(&box->owner);
	nx_pool_on_free(account->pool, drop_calls, box);
	nx_slot_set(&account->slots, mod, box);
}

static const struct nx_account_loader offline_loaders[] = {
	{ COUNT, box_load, NULL },
	{ 0 }
};

static const struct nx_hook offline_hooks[] = {
	NX_DECIDE(HANDLE, message, offline_queue_behind),
	NX_DECIDE(HANDLE, message_unclaimed, offline_store),
	NX_ON(session_available, offline_available),
	NX_ON(session_ended, offline_ended),
	NX_HOOKS_END
};

NX_MODULE(offline) = {
	NX_MODULE_HEAD(offline),
	.summary = "Keeps messages for accounts that are not online", .xeps = "0160, 0203, 0334",
	.features = NX_LIST("msgoffline"),
	.options = offline_options, .hooks = offline_hooks,
	.statements = offline_statements, .account_loaders = offline_loaders,
};
