/* mod_muc_quiet: rooms with quiet hours: at the times of day that the owners of a room set, only moderators speak there. Whoever tries is told
 * until when. (Quiet hours of the whole server are mod_quiet's.) */
#include "core/module.h"

#include <string.h>

#include "base/clock.h"
#include "base/hours.h"
#include "service/rooms.h"

static const struct nx_room_field quiet_fields[] = {
	{ .var = "x-nexa#roomconfig_quiethours", .kind = NX_ROOM_FIELD_TEXT, .usual = "", .info = "x-nexa#roominfo_quiethours",
	  .label = "Times of day at which only moderators speak: \"22:00-06:00\", several with commas between" },
	{ 0 }
};

static const struct nx_option quiet_options[] = {
	{ .name = "muc_quiet_zone", .kind = NX_OPT_KIND_STRING, .is_per_host = true, .check = nx_hours_check_zone,
	  .help = "Time zone of the quiet hours of rooms, such as Europe/Berlin; not set: the machine's" },
	NX_OPT_END
};

/* "22:00-06:00, 12:00-13:00" as a list. */
static const char *const *spans_of(struct nx_pool *pool, const char *text)
{
	char **spans = nx_str_split(pool, text, ',');

	for (size_t i = 0; spans[i]; i++) {
		while (*spans[i] == ' ')
			spans[i]++;
		for (char *end = spans[i] + strlen(spans[i]); end > spans[i] && end[-1] == ' '; end--)
			end[-1] = '\0';
	}
	return (const char *const *)spans;
}

static enum nx_verdict on_configuring(struct nx_module *mod, struct nx_event *ev, struct nx_room *room,
				      const struct nx_room_config *config)
{
	const char *text = nx_room_setting(config, &quiet_fields[0]).text;

	(void)mod;
	(void)room;
	if (!text || !*text)
		return NX_PASS;
	for (const char *const *span = spans_of(ev->pool, text); *span; span++) {
		if (nx_hours_check(*span, NULL) < 0)
			return nx_event_refuse(ev, NX_E_NOT_ACCEPTABLE, "Quiet hours are written like 22:00-06:00, not %s", *span);
	}
	return NX_PASS;
}

static enum nx_verdict refuse(struct nx_event *ev, int until)
{
	ev->error_type = "wait";
	if (until == NX_HOURS_ALWAYS)
		return nx_event_refuse(ev, NX_E_POLICY_VIOLATION, "Only moderators speak in this room at the moment");
	return nx_event_refuse(ev, NX_E_POLICY_VIOLATION, "It is quiet time in this room until %02d:%02d", until / 60, until % 60);
}

static enum nx_verdict check(struct nx_event *ev, const struct nx_room *room, const struct nx_room_client *client)
{
	const char *text = nx_room_setting(room->config, &quiet_fields[0]).text;
	int until;

	if (!text || !*text || (client && client->occupant->role == NX_ROLE_MODERATOR))
		return NX_PASS;
	until = nx_hours_until(spans_of(ev->pool, text),
			       nx_hours_minute_of_day(nx_conf_str(ev->server->conf, room->component->host->name, "muc_quiet_zone"),
						      nx_clock_wall_ms(ev->server->clock)));
	return until == NX_HOURS_NOT ? NX_PASS : refuse(ev, until);
}

static enum nx_verdict on_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	(void)mod;
	return nx_message_says_nothing(said->message) ? NX_PASS : check(ev, room, nx_rooms(ev->server)->find_client(room, &ev->from));
}

static enum nx_verdict on_subject(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const struct nx_room_client *client,
				  const char *subject)
{
	(void)mod;
	(void)subject;
	return check(ev, room, client);
}

static void on_fields(struct nx_module *mod, struct nx_room_fields *fields)
{
	(void)mod;
	nx_room_fields_add(fields, quiet_fields);
}

static const struct nx_hook quiet_hooks[] = {
	NX_COLLECT(room_fields, on_fields),
	NX_DECIDE(HANDLE, room_configuring, on_configuring),
	NX_DECIDE(GUARD, room_message, on_message),
	NX_DECIDE(GUARD, room_subject, on_subject),
	NX_HOOKS_END
};

NX_MODULE(muc_quiet) = {
	NX_MODULE_HEAD(muc_quiet),
	.summary = "Rooms with quiet hours", .needs = NX_LIST("muc"), .options = quiet_options, .hooks = quiet_hooks,
};
