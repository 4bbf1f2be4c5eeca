/* Events: made, addressed, answered, freed (core/event.h). Who is called when is in router.c, how stanzas reach sessions in
 * delivery.c. */
#include "core/event.h"

#include <string.h>

#include "base/assert.h"
#include "base/handles.h"
#include "base/pool.h"
#include "core/account.h"
#include "core/component.h"
#include "core/event_private.h"
#include "core/host.h"
#include "core/module.h"
#include "core/session.h"
#include "core/session_private.h"
#include "xml/reader.h"

struct nx_pool *nx_event_pool(struct nx_server *server)
{
	return nx_xml_parsers_take_pool(server->parsers);
}

/* ---- where it goes ---- */

static enum nx_target find_target_inside(const struct nx_event *ev)
{
	if (nx_jid_has_resource(&ev->to))
		return NX_TO_COMPONENT_RESOURCE;
	return nx_jid_has_local(&ev->to) ? NX_TO_COMPONENT_LOCAL : NX_TO_COMPONENT;
}

static enum nx_target find_target(const struct nx_event *ev)
{
	if (!nx_jid_is_set(&ev->to))
		return NX_TO_NOBODY;
	if (ev->component)
		return find_target_inside(ev);
	if (!ev->host)
		return NX_TO_REMOTE;
	if (!nx_jid_has_local(&ev->to))
		return nx_jid_has_resource(&ev->to) ? NX_TO_HOST_RESOURCE : NX_TO_HOST;
	if (nx_jid_has_resource(&ev->to))
		return NX_TO_SESSION;
	return nx_jid_eq_bare(&ev->to, &ev->from) ? NX_TO_OWN_ACCOUNT : NX_TO_ACCOUNT;
}

static void set_address(struct nx_event *ev, const struct nx_jid *to)
{
	if (to && nx_jid_is_set(to)) {
		ev->to = *to;
		ev->host = nx_server_find_host_of(ev->server, to);
		if (!ev->host)
			ev->component = nx_component_find(ev->server, nx_jid_domain(to), nx_jid_domain_len(to));
	} else {
		/* RFC 6120 section 10.3: without `to`, the server answers for the sender's account;
		 * presence is for everyone subscribed. */
		if (ev->kind != NX_STANZA_PRESENCE)
			ev->to = nx_jid_bare(ev->pool, &ev->from);
		ev->host = nx_server_find_host_of(ev->server, &ev->from);
	}
	ev->target = find_target(ev);
}

/* ---- the recipient's account ---- */

static enum nx_verdict refuse_unread(struct nx_event *ev)
{
	return nx_event_refuse(ev, NX_E_INTERNAL, "The server cannot read its database");
}

static void account_ready(void *ctx, struct nx_account *account)
{
	struct nx_event *ev = ctx;

	ev->held = account;
	ev->account = account->state == NX_ACCOUNT_READY ? account : NULL;
	ev->verdict = account->load_failed ? refuse_unread(ev) : NX_PASS;
	if (ev->is_waiting)
		nx_router_go_on(ev, ev->verdict);
}

/* The event walks when the account is there: at once for one in memory. */
static void fetch_account(struct nx_event *ev)
{
	const struct nx_jid *jid = nx_jid_is_set(&ev->to) ? &ev->to : &ev->from;

	ev->held = nx_account_get(ev->host, jid->full, jid->local_len, account_ready, ev);
	if (ev->held->state == NX_ACCOUNT_LOADING) {
		ev->is_waiting = true;
		if (ev->sess) {
			ev->holds_sender = true;
			nx_session_hold(ev->sess);
		}
		return;
	}
	nx_router_go_on(ev, ev->verdict);
}

/* ---- a further account ---- */

struct meeting {
	struct nx_event *ev;
	struct nx_module *mod;
	enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev, struct nx_account *account);
	enum nx_verdict verdict;
	bool is_late;                   /* nx_event_meet() has returned */
};

static void met(void *ctx, struct nx_account *account)
{
	struct meeting *meeting = ctx;
	struct nx_event *ev = meeting->ev;

	ev->met = account;
	meeting->verdict = account->load_failed ? refuse_unread(ev)
		: meeting->done(meeting->mod, ev, account->state == NX_ACCOUNT_READY ? account : NULL);
	/* NX_WAIT: done has begun something else, which resumes the event. */
	if (meeting->is_late && meeting->verdict != NX_WAIT)
		nx_event_resume(ev->server, ev->id, meeting->verdict);
}

enum nx_verdict nx_event_meet(struct nx_event *ev, struct nx_module *mod, const struct nx_jid *jid,
			      enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev, struct nx_account *account))
{
	struct nx_host *host = nx_server_find_host_of(ev->server, jid);
	struct meeting *meeting = NX_NEW(ev->pool, struct meeting);

	if (!host || !nx_jid_has_local(jid))
		return done(mod, ev, NULL);
	*meeting = (struct meeting){ .ev = ev, .mod = mod, .done = done, .verdict = NX_WAIT };
	nx_assert(!ev->met);
	ev->met = nx_account_get(host, jid->full, jid->local_len, met, meeting);
	meeting->is_late = true;
	return meeting->verdict;
}

/* ---- life ---- */

static struct nx_event *event_new(struct nx_server *server, struct nx_session *sess, struct nx_pool *pool,
				  struct nx_xml *stanza)
{
	struct nx_event *ev = NX_NEW(pool, struct nx_event);

	ev->server = server;
	ev->pool = pool;
	ev->stanza = stanza;
	ev->kind = nx_stanza_kind(stanza);
	ev->type = nx_stanza_type(ev->kind, stanza);
	ev->id = nx_handles_add(server->events, ev);
	if (server->counts.events[ev->kind]++ % NX_EVENTS_PER_MEASURE == 0)
		ev->began_us = nx_clock_us(server->clock);
	ev->sess = sess;
	if (sess) {
		ev->job = sess->sent_job;
		ev->sender = nx_account_ref(sess->account);
		nx_list_append(&sess->events, &ev->in_session);
	}
	if (ev->kind == NX_STANZA_IQ && (ev->type == NX_TYPE_GET || ev->type == NX_TYPE_SET))
		ev->payload = nx_xml_first_element(stanza);
	return ev;
}

static void route(struct nx_event *ev, const struct nx_jid *from, const struct nx_jid *to)
{
	nx_assert(ev->kind != NX_STANZA_NONE);
	ev->from = *from;
	set_address(ev, to);
	if (ev->host && nx_jid_has_local(nx_jid_is_set(&ev->to) ? &ev->to : &ev->from))
		fetch_account(ev);
	else
		nx_router_walk(ev);
}

void nx_event_route(struct nx_server *server, struct nx_session *sess, struct nx_pool *pool, struct nx_xml *stanza,
		    const struct nx_jid *from, const struct nx_jid *to)
{
	route(event_new(server, sess, pool, stanza), from, to);
}

void nx_event_ask(struct nx_host *host, struct nx_pool *pool, struct nx_xml *iq, const struct nx_jid *to, nx_event_answered_fn *answered,
		  void *asker)
{
	struct nx_event *ev = event_new(host->server, NULL, pool, iq);

	ev->answered = answered;
	ev->asker = asker;
	route(ev, &host->jid, to);
}

static void tell_asker(struct nx_event *ev, const struct nx_xml *payload, const struct nx_error *err)
{
	nx_event_answered_fn *answered = ev->answered;

	ev->answered = NULL;
	answered(ev->asker, payload, err);
}

void nx_event_free(struct nx_event *ev)
{
	struct nx_pool *pool = ev->pool;
	struct nx_server *server = ev->server;

	if (ev->answered)
		tell_asker(ev, NULL, NULL);
	if (ev->began_us)
		nx_histogram_add(&server->counts.routing_times[ev->kind], nx_clock_us(server->clock) - ev->began_us);
	nx_handles_remove(server->events, ev->id);
	nx_list_remove(&ev->in_session);
	nx_account_unref(&ev->held);
	nx_account_unref(&ev->met);
	nx_account_unref(&ev->sender);
	for (size_t i = 0; i < NX_EVENT_MAX_CHANGED; i++)
		nx_account_unref(&ev->changed[i]);
	if (ev->wipes_pool)
		nx_pool_wipe(pool);
	nx_xml_parsers_give_pool(server->parsers, &pool);
}

void nx_event_wipe(struct nx_event *ev)
{
	ev->wipes_pool = true;
	if (ev->sess)
		nx_session_wipe_input(ev->sess);
}

/* ---- refusing and answering ---- */

enum nx_verdict nx_event_refuse(struct nx_event *ev, enum nx_error_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	nx_vfail(&ev->error, kind, fmt, ap);
	va_end(ap);
	return NX_REFUSE;
}

enum nx_verdict nx_event_drop(struct nx_event *ev)
{
	ev->error.kind = NX_E_NONE;
	return NX_REFUSE;
}

void nx_event_send_error(struct nx_event *ev)
{
	/* RFC 6120 section 8.3.1: an error is never answered with an error; 8.2.3: nor is a result. */
	if (ev->type == NX_TYPE_ERROR || ev->type == NX_TYPE_RESULT || ev->error.kind == NX_E_NONE)
		return;
	if (ev->answered)
		tell_asker(ev, NULL, &ev->error);
	if (!ev->sess)
		return;
	ev->server->counts.stanza_errors[ev->error.kind]++;
	struct nx_xml *reply = nx_stanza_error(ev->pool, ev->stanza, &ev->error);
	struct nx_xml *error = nx_xml_child(reply, NX_NS_CLIENT, "error");

	if (ev->error_type)
		nx_xml_set(error, "type", ev->error_type);
	nx_xml_set(error, "code", ev->error_code);
	if (ev->error_condition)
		nx_xml_append(error, ev->error_condition);
	nx_event_send(ev, ev->sess, reply);
}

enum nx_verdict nx_event_answer(struct nx_event *ev, struct nx_xml *payload)
{
	if (ev->answered)
		tell_asker(ev, payload, NULL);
	if (!ev->sess)
		return NX_DONE;
	struct nx_xml *reply = nx_stanza_result(ev->pool, ev->stanza);

	if (payload)
		nx_xml_append(reply, payload);
	nx_event_send(ev, ev->sess, reply);
	return NX_DONE;
}

enum nx_verdict nx_event_unclaimed(struct nx_event *ev)
{
	enum nx_verdict verdict;

	NX_ASK(ev->server, &verdict, message_unclaimed, ev);
	return verdict;
}

/* ---- committing ---- */

struct commit {
	struct nx_event *ev;
	struct nx_module *mod;
	enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev);
	uint64_t debtor;                /* id of the sender's session; 0: the server's own stanza */
	size_t job_bytes;
};

void nx_event_changes(struct nx_event *ev, struct nx_account *account)
{
	size_t i = 0;

	if (!account)
		return;
	while (i < NX_EVENT_MAX_CHANGED && ev->changed[i] && ev->changed[i] != account)
		i++;
	nx_assert(i < NX_EVENT_MAX_CHANGED);
	if (!ev->changed[i])
		ev->changed[i] = nx_account_ref(account);
}

void nx_event_shows(struct nx_event *ev, const struct nx_account *account)
{
	if (ev->job < account->pinned_until)
		ev->job = account->pinned_until;
}

static void release_changed(struct nx_event *ev, bool is_distrusted)
{
	for (size_t i = 0; i < NX_EVENT_MAX_CHANGED && ev->changed[i]; i++) {
		if (is_distrusted)
			nx_account_distrust(ev->changed[i]);
		nx_account_unref(&ev->changed[i]);
	}
}

static void refuse_commit(struct commit *commit, const struct nx_error *err)
{
	struct nx_event *ev = commit->ev;

	/* A constraint is no mishap: the account was deleted meanwhile. */
	nx_log(commit->mod, err->kind == NX_E_CONFLICT ? NX_INFO : NX_ERROR, "cannot store a stanza of %s: %s", ev->from.full,
	       err->text);
	if (err->kind == NX_E_CONFLICT) /* RFC 6121 section 8.5.1 */
		nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "What this was for has been removed meanwhile");
	else if (err->kind == NX_E_STORE_FULL)
		nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "The server's disk is full; try again later");
	else
		nx_event_refuse(ev, NX_E_INTERNAL, "The server could not store this; try again later");
}

static void committed(void *ctx, const struct nx_result *result)
{
	struct commit *commit = ctx;
	struct nx_event *ev = commit->ev;
	enum nx_verdict verdict;

	nx_pace_pay(ev->server, commit->debtor, commit->job_bytes);
	ev->is_committing = false;
	ev->shows_commit = true;
	if (result->err) {
		/* The answer first: distrust ends sessions, the sender's perhaps. */
		refuse_commit(commit, result->err);
		nx_event_send_error(ev);
		release_changed(ev, true);
		nx_event_free(ev);
		return;
	}
	verdict = commit->done(commit->mod, ev);
	if (!ev->is_committing)
		release_changed(ev, false);
	nx_router_go_on(ev, verdict);
}

enum nx_verdict nx_event_commit(struct nx_event *ev, struct nx_module *mod, struct nx_job **job,
				enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev))
{
	struct commit *commit = NX_NEW(ev->pool, struct commit);

	/* The event lives until its walk is over, so it needs no owner in the store. */
	*commit = (struct commit){ .ev = ev, .mod = mod, .done = done, .debtor = ev->sess ? ev->sess->id : 0,
				   .job_bytes = nx_job_size_bytes(*job) };
	ev->is_committing = true;
	ev->shows_commit = false;
	ev->job = nx_job_submit(job, NULL, committed, commit);
	if (ev->sess) {
		ev->sess->sent_job = ev->job;
		nx_pace_owe(ev->sess, commit->job_bytes);
	}
	for (size_t i = 0; i < NX_EVENT_MAX_CHANGED && ev->changed[i]; i++)
		nx_account_pin_until(ev->changed[i], ev->job);
	return NX_WAIT;
}
