/* mod_muc_slow_mode: a room in which one user has to wait between two messages (XEP-0500). Memory only: after a restart everybody may speak. */
#include "core/module.h"

#include "base/clock.h"
#include "base/recent.h"
#include "service/rooms.h"

#define MAX_SECS 86400
/* Users that a room remembers; those who spoke longest ago are forgotten first. */
#define MAX_USERS 1000

static const struct nx_room_field slow_fields[] = {
	{ .var = "muc#roomconfig_slow_mode_duration", .kind = NX_ROOM_FIELD_NUMBER, .max = MAX_SECS, .usual = "0",
	  .label = "Seconds that a user waits between two messages; 0: none", .info = "muc#roominfo_slow_mode_duration" },
	{ 0 }
};

static void on_fields(struct nx_module *mod, struct nx_room_fields *fields)
{
	(void)mod;
	nx_room_fields_add(fields, slow_fields);
}

static void forget(void *arg)
{
	struct nx_recent *times = arg;

	nx_recent_free(&times);
}

/* When who spoke last, by bare JID: section 8, not by nickname. */
static struct nx_recent *times_of(struct nx_module *mod, struct nx_room *room)
{
	struct nx_recent *times = nx_slot_get(&room->slots, mod);

	if (!times) {
		times = nx_recent_new(sizeof(int64_t), MAX_USERS);
		nx_slot_set(&room->slots, mod, times);
		nx_pool_on_free(room->pool, forget, times);
	}
	return times;
}

/* Section 6 */
static enum nx_verdict on_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	int64_t secs = nx_room_setting(room->config, &slow_fields[0]).number, now_ms = nx_clock_ms(ev->server->clock);

	if (secs == 0 || !nx_xml_child(said->message, NX_NS_CLIENT, "body") ||
	    nx_rooms(ev->server)->affiliation_of(room, &ev->from) >= NX_AFF_ADMIN)
		return NX_PASS;
	int64_t *spoke_ms = nx_recent_touch(times_of(mod, room), ev->from.full, ev->from.bare_len);

	if (*spoke_ms > 0 && now_ms < *spoke_ms + secs * 1000) {
		ev->error_type = "wait";
		return nx_event_refuse(ev, NX_E_POLICY_VIOLATION, "In this room you have to wait %lld seconds between two messages",
				       (long long)secs);
	}
	*spoke_ms = now_ms;
	return NX_PASS;
}

static const struct nx_hook slow_hooks[] = {
	NX_COLLECT(room_fields, on_fields),
	NX_DECIDE(GUARD, room_message, on_message),
	NX_HOOKS_END
};

NX_MODULE(muc_slow_mode) = {
	NX_MODULE_HEAD(muc_slow_mode),
	.summary = "Time between two messages of one user in a room", .xeps = "0500", .needs = NX_LIST("muc"), .hooks = slow_hooks,
};
