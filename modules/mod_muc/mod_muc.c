/* mod_muc: rooms in which many talk (XEP-0045), on a domain of their own for each host.
 *
 * Where to look: muc.h says what a room is and how stanzas take turns; rooms.c finds and forgets rooms; occupants.c and members.c know
 * who is in one and who belongs to it; show.c sends; the other files are use cases, named after the sections of the specification.
 * This file only sees which stanza is for whom. */
#include "mod_muc/muc.h"

#include "base/map.h"
#include "service/archive.h"

#define KIB 1024
#define MIB (1024LL * KIB)

extern const struct nx_module_def nx_module_muc;

static const struct nx_option muc_options[] = {
	{ .name = "muc_domain", .kind = NX_OPT_KIND_STRING, .default_text = "conference.*", .is_per_host = true, .needs_restart = true,
	  .check = nx_component_check_option,
	  .help = "Domain of the rooms; * stands for the host's; some clients find it only when it begins with conference, muc or chat; "
		  "\"\": none" },
	{ .name = "muc_create", .kind = NX_OPT_KIND_CHOICE, .default_text = "everybody", .choices = "everybody|admins", .is_per_host = true,
	  .help = "Who may make rooms: everybody who has an account, or administrators and whom muc_creators names" },
	{ .name = "muc_creators", .kind = NX_OPT_KIND_LIST, .is_per_host = true, .check = nx_account_check_option,
	  .help = "Addresses of accounts that may make rooms though muc_create says admins" },
	{ .name = "muc_admins_own", .kind = NX_OPT_KIND_BOOL, .default_int = 1, .max = 1, .is_per_host = true,
	  .help = "Administrators of the host have the rights of an owner in all its rooms, so that none is without somebody who can "
		  "put it in order" },
	{ .name = "muc_invite_unknown", .kind = NX_OPT_KIND_CHOICE, .default_text = "tell", .choices = "tell|silent", .is_per_host = true,
	  .help = "Whether somebody who invites an address that nobody has is told so; silent: who has an account is not found out in this way" },
	{ .name = "muc_rooms_max", .kind = NX_OPT_KIND_INT, .default_int = 100, .max = 100000, .is_per_host = true,
	  .help = "Stored rooms that one user owns at most: who has so many makes no more, stores no more and is given no more, administrators "
		  "excepted; 0: as many as one likes" },
	{ .name = "muc_nick_changes_per_minute", .kind = NX_OPT_KIND_INT, .default_int = 10, .min = 0, .max = 1000, .is_per_host = true,
	  .help = "How often one client changes its nickname in a room in a minute at most" },
	{ .name = "muc_nick_max", .kind = NX_OPT_KIND_INT, .default_int = 60, .min = 1, .max = 1023, .is_per_host = true,
	  .help = "Characters of a nickname in a room at most" },
	{ .name = "muc_presence_max", .kind = NX_OPT_KIND_SIZE, .default_int = 16384, .min = 1024, .max = 1048576, .is_per_host = true,
	  .help = "Largest presence in a room; everybody who enters later gets it" },
	{ .name = "muc_history_max", .kind = NX_OPT_KIND_SIZE, .default_int = 64 * MIB, .min = 64 * KIB, .max = 64 * 1024LL * MIB,
	  .help = "Memory for what was said last in all rooms together, to be told to who enters; the oldest goes first" },
	{ .name = "muc_history_user_max", .kind = NX_OPT_KIND_SIZE, .default_int = 8 * MIB, .min = 64 * KIB, .max = 64 * 1024LL * MIB,
	  .help = "The same of what one user has said in all rooms" },
	NX_OPT_INT("muc_cache", 64, 0, 100000, "Rooms kept in memory that nobody uses at the moment"),
	{ .name = "muc_shared_nicks", .kind = NX_OPT_KIND_BOOL, .default_int = 1, .max = 1, .is_per_host = true,
	  .help = "Several clients of one user are in a room under one nickname; no: each needs its own" },
	{ .name = "muc_affiliations_max", .kind = NX_OPT_KIND_INT, .default_int = 20000, .min = 10, .max = 1000000, .is_per_host = true,
	  .help = "People with an affiliation to one room that stays (members, banned ones and others) at most" },
	{ .name = "muc_temporary_affiliations_max", .kind = NX_OPT_KIND_INT, .default_int = 1000, .min = 10, .max = 1000000,
	  .is_per_host = true, .help = "The same of a room that is gone with its last occupant" },
	NX_OPT_END
};

/* There is one module of this name. */
bool muc_is_for_room(const struct nx_event *ev)
{
	return ev->component && ev->component->mod->def == &nx_module_muc && nx_jid_has_local(&ev->to);
}

static enum nx_verdict on_presence(struct nx_module *mod, struct nx_event *ev)
{
	return muc_is_for_room(ev) ? muc_visit(mod, ev, NX_AFTER_ALL, muc_presence) : NX_PASS;
}

static enum nx_verdict on_message(struct nx_module *mod, struct nx_event *ev)
{
	if (!muc_is_for_room(ev))
		return NX_PASS;
	if (ev->target == NX_TO_COMPONENT_RESOURCE)
		return muc_visit(mod, ev, NX_AFTER_ALL, muc_private_message);
	return muc_visit(mod, ev, ev->type == NX_TYPE_GROUPCHAT ? NX_AFTER_CHANGES : NX_AFTER_ALL, muc_message);
}

/* What no rule has taken: from occupant to occupant. */
static enum nx_verdict on_iq(struct nx_module *mod, struct nx_event *ev)
{
	if (!muc_is_for_room(ev) || ev->target != NX_TO_COMPONENT_RESOURCE)
		return NX_PASS;
	return muc_visit(mod, ev, NX_AFTER_ALL, muc_private_iq);
}

/* ---- questions to the room ---- */

#define ROOM_RULE(name) \
	static enum nx_verdict name(struct nx_module *mod, struct nx_event *ev) \
	{ \
		return muc_is_for_room(ev) ? muc_visit(mod, ev, NX_AFTER_ALL, muc_##name) : NX_PASS; \
	}
ROOM_RULE(disco_info)
ROOM_RULE(disco_items)
ROOM_RULE(admin_get)
ROOM_RULE(admin_set)
ROOM_RULE(owner_get)
ROOM_RULE(owner_set)
ROOM_RULE(register_get)
ROOM_RULE(register_set)
ROOM_RULE(archive_query)

static const struct nx_iq_rule muc_iq[] = {
	{ NX_GET, NX_NS_DISCO_INFO, "query", NX_TO_COMPONENT_LOCAL, disco_info },
	{ NX_GET, NX_NS_DISCO_ITEMS, "query", NX_TO_COMPONENT_LOCAL, disco_items },
	{ NX_GET, NX_NS_MUC_ADMIN, "query", NX_TO_COMPONENT_LOCAL, admin_get },
	{ NX_SET, NX_NS_MUC_ADMIN, "query", NX_TO_COMPONENT_LOCAL, admin_set },
	{ NX_GET, NX_NS_MUC_OWNER, "query", NX_TO_COMPONENT_LOCAL, owner_get },
	{ NX_SET, NX_NS_MUC_OWNER, "query", NX_TO_COMPONENT_LOCAL, owner_set },
	{ NX_GET, NX_NS_REGISTER, "query", NX_TO_COMPONENT_LOCAL, register_get },
	{ NX_SET, NX_NS_REGISTER, "query", NX_TO_COMPONENT_LOCAL, register_set },
	{ NX_GET, NX_NS_MAM, "query", NX_TO_COMPONENT_LOCAL, archive_query },
	{ NX_SET, NX_NS_MAM, "query", NX_TO_COMPONENT_LOCAL, archive_query },
	{ NX_GET, NX_NS_MAM, "metadata", NX_TO_COMPONENT_LOCAL, archive_query },
	{ NX_GET, NX_NS_MUC "#unique", "unique", NX_TO_COMPONENT, muc_unique },
	{ 0 }
};

/* ---- accounts come and go ---- */

/* A new account under an old name is nobody's member: on the disk that is so as soon as the account is gone. */
static void on_account_deleting(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)
{
	static const unsigned statements[] = { MUC_FORGET_ACCOUNT, MUC_FORGET_VOICES, MUC_FORGET_REQUESTS };

	for (size_t i = 0; i < sizeof(statements) / sizeof(statements[0]); i++)
		nx_job_add(job, mod->statements, statements[i], "ss", host->name, local);
}

static void on_account_deleted(struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare)
{
	struct muc *muc = mod->data;
	struct nx_map_iter it = {0};
	struct nx_room *room;

	(void)host;
	while ((room = nx_map_next(muc->rooms, &it))) {
		room->is_outdated = room->state == NX_ROOM_LOADING;
		bool is_change = nx_map_find(room->members, bare->full, bare->bare_len) != NULL;

		muc_member_set(room, bare->full, bare->bare_len, NX_AFF_NONE, NULL, NULL);
		if (is_change)
			muc_tell_of_deleted(room, bare->full);
		muc_voice_set(room, bare->full, bare->bare_len, NX_ROLE_NONE);
		muc_request_forget(room, bare->full, bare->bare_len);
	}
}

static void on_sessions_ending(struct nx_module *mod)
{
	muc_shut_down(mod->data);
}

/* ---- life ---- */

static int muc_start(struct nx_module *mod, struct nx_error *err)
{
	(void)err;
	mod->data = muc_new(mod);
	return 0;
}

static void muc_stop(struct nx_module *mod)
{
	struct muc *muc = mod->data;

	if (muc)
		muc_free(&muc);
}

static const struct nx_component_def muc_components[] = {
	{ .option = "muc_domain", .category = "conference", .type = "text", .name = "Rooms",
	  .features = NX_LIST(NX_NS_MUC, NX_NS_MUC "#stable_id", NX_NS_MUC "#unique", NX_NS_RSM, NX_NS_OCCUPANT_ID) },
	{ .option = NULL }
};

static const struct nx_service muc_services[] = {
	{ NX_SERVICE_ROOMS, &muc_rooms_service },
	{ NULL, NULL }
};

static const struct nx_hook muc_hooks[] = {
	NX_DECIDE(HANDLE, presence, on_presence),
	NX_DECIDE(HANDLE, message, on_message),
	NX_DECIDE(HANDLE, iq, on_iq),
	NX_DECIDE(HANDLE, component_items, muc_list_rooms),
	NX_ON(sessions_ending, on_sessions_ending),
	NX_COLLECT(account_deleting, on_account_deleting),
	NX_ON(account_deleted, on_account_deleted),
	NX_COLLECT(metrics, muc_tell_metrics),
	NX_HOOKS_END
};

NX_MODULE(muc) = {
	NX_MODULE_HEAD(muc),
	.summary = "Rooms in which many talk", .xeps = "0045, 0059, 0122, 0128, 0307, 0410, 0421",
	.options = muc_options, .iq = muc_iq, .hooks = muc_hooks, .statements = muc_statements, .components = muc_components,
	.services = muc_services,
	.start = muc_start, .stop = muc_stop,
};
