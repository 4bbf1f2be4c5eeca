/* mod_muc_limits: what one user may have of rooms: in how many at once, how often one enters, how much one says at
 * once (XEP-0045 section 14.6). Administrators are free. */
#include "core/module.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/recent.h"
#include "service/rooms.h"

#define MINUTE_MS 60000
/* Whose entering is counted; who entered longest ago is forgotten first. */
#define MAX_KNOWN 10000

static const struct nx_option limits_options[] = {
	{ .name = "muc_joined_max", .kind = NX_OPT_KIND_INT, .default_int = 500, .min = 1, .max = 100000, .is_per_host = true,
	  .help = "Rooms that one user is in at once at most, counted for each client" },
	{ .name = "muc_joins_per_minute", .kind = NX_OPT_KIND_INT, .default_int = 200, .min = 1, .max = 100000, .is_per_host = true,
	  .help = "How often one user enters rooms in a minute at most, with all clients together" },
	{ .name = "muc_body_max", .kind = NX_OPT_KIND_SIZE, .default_int = 262144, .min = 100, .max = 1048576, .is_per_host = true,
	  .help = "Length of the text of one message in a room at most" },
	NX_OPT_END
};

static const struct nx_room_field limits_fields[] = {
	{ .var = "x-nexa#roomconfig_maxbody", .kind = NX_ROOM_FIELD_NUMBER, .max = 1048576, .usual = "0",
	  .label = "Bytes of the text of a message at most; 0: as many as the server allows" },
	{ 0 }
};

/* A user who is in a room. */
struct presence {
	unsigned count;                 /* clients in rooms */
	uint16_t jid_len;
	char jid[];                     /* bare */
};

struct entered {
	int64_t since_ms;
	int64_t count;                  /* since then */
};

struct limits {
	struct nx_map *present;         /* struct presence by bare JID */
	struct nx_recent *entered;      /* struct entered by bare JID */
};

static int64_t limit(const struct nx_event *ev, const char *option)
{
	return nx_conf_int(ev->server->conf, ev->component->host->name, option);
}

/* ---- in how many rooms, how often ---- */

static struct presence *find(const struct limits *limits, const struct nx_jid *bare)
{
	return nx_map_find(limits->present, bare->full, bare->bare_len);
}

static void on_joined(struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client, struct nx_room_entry *entry)
{
	struct limits *limits = mod->data;
	const struct nx_jid *jid = &client->jid;
	struct presence *presence = find(limits, jid);

	(void)ev;
	(void)entry;
	if (!presence) {
		presence = nx_mem_new(sizeof(*presence) + jid->bare_len);
		presence->jid_len = jid->bare_len;
		memcpy(presence->jid, jid->full, jid->bare_len);
		nx_map_set(limits->present, presence->jid, presence->jid_len, presence);
	}
	presence->count++;
}

static void on_left(struct nx_module *mod, struct nx_event *ev, struct nx_room_client *client)
{
	struct limits *limits = mod->data;
	struct presence *presence = find(limits, &client->jid);

	(void)ev;
	if (!presence || --presence->count > 0)
		return;
	nx_map_remove(limits->present, presence->jid, presence->jid_len);
	nx_mem_free(presence);
}

static enum nx_verdict check_pace(struct nx_module *mod, struct nx_event *ev)
{
	const struct limits *limits = mod->data;
	const struct presence *presence = find(limits, &ev->from);
	struct entered *entered = nx_recent_touch(limits->entered, ev->from.full, ev->from.bare_len);
	int64_t now_ms = nx_clock_ms(ev->server->clock);

	if (presence && presence->count >= limit(ev, "muc_joined_max"))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "You are in as many rooms as you can be: leave one first");
	if (now_ms - entered->since_ms >= MINUTE_MS)
		*entered = (struct entered){ .since_ms = now_ms };
	if (++entered->count > limit(ev, "muc_joins_per_minute"))
		return nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "You enter rooms too often: wait a minute");
	return NX_PASS;
}

static enum nx_verdict on_join(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_entry *entry)
{
	(void)room;
	(void)entry;
	return ev->sender && ev->sender->is_admin ? NX_PASS : check_pace(mod, ev);
}

/* ---- how much at once ---- */

static enum nx_verdict check_length(struct nx_event *ev, const struct nx_room *room, size_t bytes)
{
	int64_t of_room = nx_room_setting(room->config, &limits_fields[0]).number, max = limit(ev, "muc_body_max");

	if (of_room > 0 && of_room < max)
		max = of_room;
	if (bytes > (size_t)max)
		return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "A message in this room has at most %lld bytes", (long long)max);
	return NX_PASS;
}

/* In all its languages together. */
static enum nx_verdict on_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	const struct nx_xml *body = nx_xml_child(said->message, NX_NS_CLIENT, "body");
	size_t bytes = 0;

	(void)mod;
	for (; body; body = nx_xml_next(body, NX_NS_CLIENT, "body"))
		bytes += strlen(nx_xml_content(body));
	return check_length(ev, room, bytes);
}

static enum nx_verdict on_subject(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const struct nx_room_client *client,
				  const char *subject)
{
	(void)mod;
	(void)client;
	return check_length(ev, room, strlen(subject));
}

/* ---- life ---- */

static void on_fields(struct nx_module *mod, struct nx_room_fields *fields)
{
	(void)mod;
	nx_room_fields_add(fields, limits_fields);
}

static int limits_start(struct nx_module *mod, struct nx_error *err)
{
	struct limits *limits = NX_NEW(mod->pool, struct limits);

	(void)err;
	limits->present = nx_map_new();
	limits->entered = nx_recent_new(sizeof(struct entered), MAX_KNOWN);
	mod->data = limits;
	return 0;
}

static void limits_stop(struct nx_module *mod)
{
	struct limits *limits = mod->data;
	struct nx_map_iter it = {0};
	struct presence *presence;

	while ((presence = nx_map_next(limits->present, &it)))
		nx_mem_free(presence);
	nx_map_free(&limits->present);
	nx_recent_free(&limits->entered);
}

static const struct nx_hook limits_hooks[] = {
	NX_COLLECT(room_fields, on_fields),
	NX_DECIDE(GUARD, room_join, on_join),
	NX_ON(room_joined, on_joined),
	NX_ON(room_left, on_left),
	NX_DECIDE(GUARD, room_message, on_message),
	NX_DECIDE(GUARD, room_subject, on_subject),
	NX_HOOKS_END
};

NX_MODULE(muc_limits) = {
	NX_MODULE_HEAD(muc_limits),
	.summary = "Bounds what one user has of rooms", .needs = NX_LIST("muc"), .options = limits_options, .hooks = limits_hooks,
	.start = limits_start, .stop = limits_stop,
};
