/* mod_muc_tokens: invitations to a room that let in whoever has them, once or several times, for a while (XEP-0488). A token is given where a
 * password would be; who uses one becomes a member and does not need it again. They are rows, which are read when somebody comes with
 * one: rooms that stay have them. */
#include "core/module.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/rand.h"
#include "service/rooms.h"

#define NS_TOKENS "urn:xmpp:muc-token-invite:0"
#define TOKEN_CHARS 32
#define MAX_TOKENS 100                  /* of a room */
#define MAX_USES 100000

enum { LIST, FIND, ADD, REMOVE, USE, PRUNE };

static const struct nx_statement token_statements[] = {
	[LIST] = { "muc_tokens.list", "SELECT token, creator, expires_at, uses_left FROM room_tokens WHERE host = $1 AND local = $2"
		" ORDER BY expires_at, token" },
	[FIND] = { "muc_tokens.find", "SELECT expires_at, uses_left, creator FROM room_tokens WHERE host = $1 AND local = $2 AND token = $3" },
	[ADD] = { "muc_tokens.add",
		"INSERT INTO room_tokens (host, local, token, creator, expires_at, uses_left) VALUES ($1, $2, $3, $4, $5, $6)" },
	[REMOVE] = { "muc_tokens.remove", "DELETE FROM room_tokens WHERE host = $1 AND local = $2 AND token = $3" },
	[USE] = { "muc_tokens.use",
		"UPDATE room_tokens SET uses_left = uses_left - 1 WHERE host = $1 AND local = $2 AND token = $3 AND uses_left IS NOT NULL" },
	[PRUNE] = { "muc_tokens.prune", "DELETE FROM room_tokens WHERE host = $1 AND local = $2 AND (expires_at <= $3 OR uses_left = 0)" },
	{ NULL, NULL }
};

static const struct nx_option token_options[] = {
	NX_OPT_PERIOD("muc_token_max", 7 * 86400, 60, 366 * 86400, "How long an invitation link to a room lets people in, at most"),
	NX_OPT_END
};

/* ---- who may ---- */

/* Section 7: as the room lets them invite. */
static bool may_invite(const struct nx_event *ev, const struct nx_room *room, const struct nx_jid *jid)
{
	enum nx_affiliation affiliation = nx_rooms(ev->server)->affiliation_of(room, jid);

	return affiliation >= NX_AFF_ADMIN || (room->config->may_invite && affiliation == NX_AFF_MEMBER);
}

static enum nx_verdict check_issuer(struct nx_event *ev, const struct nx_room *room)
{
	if (room->state != NX_ROOM_OPEN)
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "There is no such room");
	if (!may_invite(ev, room, &ev->from))
		return nx_event_refuse(ev, NX_E_FORBIDDEN, "You may not invite to this room");
	if (!room->config->is_persistent)
		return nx_event_refuse(ev, NX_E_SERVICE_UNAVAILABLE, "Only a room that stays has invitation links; make it persistent");
	return NX_PASS;
}

/* ---- the tokens that there are ---- */

struct token {
	const char *text, *creator;
	int64_t expires_at_ms, uses_left;       /* uses_left -1: as many as come */
};

/* What an event does with them. */
struct work {
	struct nx_module *mod;
	struct token list[MAX_TOKENS];
	size_t count;
	struct token fresh;                     /* asked for */
	const char *revoked;
};

static int64_t uses_of(const struct nx_row *row, unsigned column)
{
	return nx_row_is_null(row, column) ? -1 : nx_row_int(row, column);
}

static bool is_good(const struct nx_event *ev, int64_t expires_at_ms, int64_t uses_left)
{
	return expires_at_ms > nx_clock_wall_ms(ev->server->clock) && uses_left != 0;
}

static void list_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct work *work = nx_rooms(ev->server)->kept(ev);

	(void)mod;
	if (work->count < MAX_TOKENS && is_good(ev, nx_row_int(row, 2), uses_of(row, 3)))
		work->list[work->count++] = (struct token){ nx_pool_strdup(ev->pool, nx_row_text(row, 0)),
			nx_pool_strdup(ev->pool, nx_row_text(row, 1)), nx_row_int(row, 2), uses_of(row, 3) };
}

static enum nx_verdict read_list(struct nx_module *mod, struct nx_event *ev, const struct nx_room *room, nx_room_done_fn *done)
{
	return nx_event_read(ev, mod, LIST, NX_LIST(room->component->name, room->local), list_row, done);
}

/* Section 7: moderators see and revoke everybody's. */
static bool may_revoke(const struct nx_event *ev, const struct nx_room *room, const struct token *token)
{
	return nx_rooms(ev->server)->affiliation_of(room, &ev->from) >= NX_AFF_ADMIN ||
	       nx_str_eq(token->creator, nx_jid_bare_str(ev->pool, &ev->from));
}

static struct nx_xml *token_xml(struct nx_event *ev, struct nx_xml *el, const struct token *token)
{
	int64_t left_ms = token->expires_at_ms - nx_clock_wall_ms(ev->server->clock);

	nx_xml_set(el, "delay", nx_pool_printf(ev->pool, "%" PRId64, (left_ms + 999) / 1000));
	if (token->uses_left >= 0)
		nx_xml_set(el, "counter", nx_pool_printf(ev->pool, "%" PRId64, token->uses_left));
	return nx_xml_text(el, token->text);
}

/* ---- section 3.2, 3.3: asking for one ---- */

static enum nx_verdict read_limit(struct nx_event *ev, const char *name, int64_t max, int64_t *value)
{
	const char *text = nx_xml_attr(ev->payload, name);

	if (!text)
		return NX_PASS;
	if (nx_str_to_i64(text, 1, UINT32_MAX, value) < 0)
		return nx_event_refuse(ev, NX_E_BAD_REQUEST, "%s is a number of at least 1", name);
	if (*value > max)
		*value = max;
	return NX_PASS;
}

static enum nx_verdict issued(struct nx_module *mod, struct nx_event *ev)
{
	const struct work *work = nx_rooms(ev->server)->kept(ev);

	(void)mod;
	return nx_event_answer(ev, token_xml(ev, nx_xml_new(ev->pool, NS_TOKENS, "token"), &work->fresh));
}

static enum nx_verdict issue(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room *room = rooms->visited(ev);
	const struct work *work = rooms->kept(ev);
	const struct token *fresh = &work->fresh;

	if (work->count == MAX_TOKENS)
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "A room has at most %d invitation links; revoke one", MAX_TOKENS);
	struct nx_job *job = nx_job_new(ev->server->store);

	nx_job_add(job, mod->statements, PRUNE, "ssi", room->component->name, room->local, nx_clock_wall_ms(ev->server->clock));
	nx_job_add(job, mod->statements, ADD, fresh->uses_left < 0 ? "ssssin" : "ssssii", room->component->name, room->local, fresh->text,
		   fresh->creator, fresh->expires_at_ms, fresh->uses_left);
	return rooms->commit(mod, ev, room, &job, issued);
}

static enum nx_verdict request(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct work *work = NX_NEW(ev->pool, struct work);
	int64_t max_secs = nx_conf_period_ms(ev->server->conf, NULL, "muc_token_max") / 1000, secs = max_secs, uses = -1;
	char text[TOKEN_CHARS + 1];
	enum nx_verdict verdict = check_issuer(ev, room);

	if (verdict == NX_PASS)
		verdict = read_limit(ev, "delay", max_secs, &secs);
	if (verdict == NX_PASS)
		verdict = read_limit(ev, "counter", MAX_USES, &uses);
	if (verdict != NX_PASS)
		return verdict;
	nx_rand_name(text, TOKEN_CHARS);
	work->fresh = (struct token){ nx_pool_strdup(ev->pool, text), nx_jid_bare_str(ev->pool, &ev->from),
				      nx_clock_wall_ms(ev->server->clock) + secs * 1000, uses };
	nx_rooms(ev->server)->keep(ev, work);
	return read_list(mod, ev, room, issue);
}

/* ---- section 3.6: listing ---- */

static enum nx_verdict listed(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	const struct work *work = rooms->kept(ev);
	struct nx_xml *tokens = nx_xml_new(ev->pool, NS_TOKENS, "tokens");

	(void)mod;
	for (size_t i = 0; i < work->count; i++) {
		if (!may_revoke(ev, rooms->visited(ev), &work->list[i]))
			continue;
		struct nx_xml *el = token_xml(ev, nx_xml_add(tokens, NULL, "token"), &work->list[i]);

		nx_xml_set(el, "creator", work->list[i].creator);
	}
	return nx_event_answer(ev, tokens);
}

static enum nx_verdict list(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	enum nx_verdict verdict = check_issuer(ev, room);

	if (verdict != NX_PASS)
		return verdict;
	nx_rooms(ev->server)->keep(ev, NX_NEW(ev->pool, struct work));
	return read_list(mod, ev, room, listed);
}

/* ---- section 3.7: revoking ---- */

static enum nx_verdict was_revoked(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	return nx_event_answer(ev, NULL);
}

static enum nx_verdict revoke(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room *room = rooms->visited(ev);
	const struct work *work = rooms->kept(ev);
	size_t i = 0;

	while (i < work->count && !nx_str_eq(work->list[i].text, work->revoked))
		i++;
	if (i == work->count || !may_revoke(ev, room, &work->list[i]))
		return nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "You have no such invitation link to this room");
	struct nx_job *job = nx_job_new(ev->server->store);

	nx_job_add(job, mod->statements, REMOVE, "sss", room->component->name, room->local, work->revoked);
	return rooms->commit(mod, ev, room, &job, was_revoked);
}

static enum nx_verdict ask_to_revoke(struct nx_module *mod, struct nx_event *ev, struct nx_room *room)
{
	struct work *work = NX_NEW(ev->pool, struct work);
	enum nx_verdict verdict = check_issuer(ev, room);

	if (verdict != NX_PASS)
		return verdict;
	work->revoked = nx_xml_content(ev->payload);
	nx_rooms(ev->server)->keep(ev, work);
	return read_list(mod, ev, room, revoke);
}

/* ---- section 3.5: using one ---- */

struct use {
	struct nx_module *mod;
	const char *token;
	uint64_t change_job;            /* of the room when the row was asked for */
	bool is_good;
	struct nx_jid creator;          /* of a good one */
};

static void token_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct use *use = nx_rooms(ev->server)->entry(ev)->waiting;

	(void)mod;
	use->is_good = is_good(ev, nx_row_int(row, 0), uses_of(row, 1)) && nx_jid_parse(ev->pool, nx_row_text(row, 2), &use->creator, NULL) == 0;
}

static enum nx_verdict let_in(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);

	(void)mod;
	rooms->affiliate(ev, rooms->visited(ev), nx_jid_bare_str(ev->pool, &ev->from), NX_AFF_MEMBER);
	return rooms->enter_on(ev);
}

static enum nx_verdict refuse_token(struct nx_event *ev, const struct nx_room *room)
{
	/* An open room does not mind. */
	if (!room->config->is_members_only)
		return nx_rooms(ev->server)->enter_on(ev);
	ev->error_condition = nx_xml_new(ev->pool, NS_TOKENS, "expired-token");
	return nx_event_refuse(ev, NX_E_NOT_AUTHORIZED, "This invitation is not valid any more; ask for another one");
}

static enum nx_verdict check_token(struct nx_event *ev, const struct nx_room *room, struct use *use);

static enum nx_verdict use_token(struct nx_module *mod, struct nx_event *ev)
{
	const struct nx_rooms_service *rooms = nx_rooms(ev->server);
	struct nx_room *room = rooms->visited(ev);
	struct use *use = rooms->entry(ev)->waiting;
	const char *bare = nx_jid_bare_str(ev->pool, &ev->from);

	if (room->state != NX_ROOM_OPEN || !room->config->is_persistent || rooms->affiliation_of(room, &ev->from) != NX_AFF_NONE)
		return rooms->enter_on(ev);
	/* Somebody else may have used it up meanwhile. */
	if (use->change_job != room->change_job)
		return check_token(ev, room, use);
	/* An invitation is worth as much as who has given it: who was removed does not come back by his own. */
	if (!use->is_good || !may_invite(ev, room, &use->creator))
		return refuse_token(ev, room);
	if ((int64_t)nx_map_count(room->members) >= nx_conf_int(ev->server->conf, ev->component->host->name, "muc_affiliations_max"))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "This room has as many members as it may have");
	struct nx_job *job = nx_job_new(ev->server->store);

	nx_job_add(job, mod->statements, USE, "sss", room->component->name, room->local, use->token);
	rooms->store_affiliation(job, room, bare, NX_AFF_MEMBER);
	return rooms->commit(mod, ev, room, &job, let_in);
}

static enum nx_verdict check_token(struct nx_event *ev, const struct nx_room *room, struct use *use)
{
	use->change_job = room->change_job;
	use->is_good = false;
	return nx_event_read(ev, use->mod, FIND, NX_LIST(room->component->name, room->local, use->token), token_row, use_token);
}

/* Section 4: not looked at when somebody belongs to the room already. */
static enum nx_verdict on_join(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_entry *entry)
{
	const char *token = nx_xml_child_content(entry->join, NX_NS_MUC, "password");
	struct use *use;

	if (!token || !*token || room->state != NX_ROOM_OPEN || !room->config->is_persistent || room->config->needs_password ||
	    nx_rooms(ev->server)->affiliation_of(room, &ev->from) != NX_AFF_NONE || (ev->sender && ev->sender->is_guest))
		return NX_PASS;
	use = NX_NEW(ev->pool, struct use);
	*use = (struct use){ .mod = mod, .token = token };
	entry->waiting = use;
	return check_token(ev, room, use);
}

/* ---- the module ---- */

static enum nx_verdict on_request(struct nx_module *mod, struct nx_event *ev)
{
	return nx_rooms(ev->server)->visit(mod, ev, NX_AFTER_ALL, request);
}

static enum nx_verdict on_list(struct nx_module *mod, struct nx_event *ev)
{
	return nx_rooms(ev->server)->visit(mod, ev, NX_AFTER_ALL, list);
}

static enum nx_verdict on_revoke(struct nx_module *mod, struct nx_event *ev)
{
	return nx_rooms(ev->server)->visit(mod, ev, NX_AFTER_ALL, ask_to_revoke);
}

static void on_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query,
		    struct nx_xml *form)
{
	(void)mod;
	(void)ev;
	(void)form;
	if (!node && room->config->is_persistent)
		nx_disco_add_feature(query, NS_TOKENS);
}

static const struct nx_iq_rule token_iq[] = {
	{ NX_SET, NS_TOKENS, "request", NX_TO_COMPONENT_LOCAL, on_request },
	{ NX_GET, NS_TOKENS, "tokens", NX_TO_COMPONENT_LOCAL, on_list },
	{ NX_SET, NS_TOKENS, "revoke", NX_TO_COMPONENT_LOCAL, on_revoke },
	{ 0 }
};

static const struct nx_hook token_hooks[] = {
	NX_DECIDE(GUARD, room_join, on_join),
	NX_COLLECT(room_info, on_info),
	NX_HOOKS_END
};

NX_MODULE(muc_tokens) = {
	NX_MODULE_HEAD(muc_tokens),
	.summary = "Invitation links to rooms", .xeps = "0488", .needs = NX_LIST("muc"),
	.options = token_options, .iq = token_iq, .hooks = token_hooks, .statements = token_statements,
};
