/* mod_muc_activity: what is known of a public room says how many messages it gets in an hour (XEP-0502), so that people find rooms that live.
 *
 * A register of hours for each room, as section 5 proposes: the hour that runs is not counted yet. In memory, apart from the rooms, which come
 * and go; after a start the figure comes back with the first full hour. */
#include "core/module.h"

#include <string.h>

#include "base/clock.h"
#include "base/recent.h"
#include "service/rooms.h"
#include "xmpp/dataform.h"

#define NS_CORRECT "urn:xmpp:message-correct:0"
#define HOUR_MS 3600000
#define HOURS 24                /* that are counted; section 4: not more than 72 */
/* Rooms that are remembered: those in which something was said last. */
#define MAX_ROOMS 4096

struct activity {
	struct nx_recent *rooms;        /* struct hours by bare JID */
	int64_t start_ms;
};

struct hours {
	int64_t room_created_ms;        /* another room may have the name by now */
	int64_t current;                /* since the start */
	uint32_t counts[HOURS + 1];     /* the current one, the one before it … */
};

static int64_t current_hour(const struct nx_module *mod)
{
	const struct activity *activity = mod->data;

	return (nx_clock_ms(mod->server->clock) - activity->start_ms) / HOUR_MS;
}

static void turn(struct hours *hours, int64_t now)
{
	int64_t passed = now - hours->current;
	size_t gone = passed > HOURS ? HOURS + 1 : (size_t)passed;

	memmove(&hours->counts[gone], &hours->counts[0], (HOURS + 1 - gone) * sizeof(hours->counts[0]));
	memset(&hours->counts[0], 0, gone * sizeof(hours->counts[0]));
	hours->current = now;
}

/* Section 4: what stands for itself. */
static void on_said(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_room_said *said)
{
	const struct activity *activity = mod->data;

	(void)ev;
	if (!nx_xml_child(said->message, NX_NS_CLIENT, "body") || nx_xml_child(said->message, NS_CORRECT, "replace"))
		return;
	struct hours *hours = nx_recent_touch(activity->rooms, room->jid.full, room->jid.full_len);

	if (hours->room_created_ms != room->created_at_ms)
		*hours = (struct hours){ .room_created_ms = room->created_at_ms };
	turn(hours, current_hour(mod));
	hours->counts[0]++;
}

/* Section 3.1 and section 9: only of rooms that anybody may find and enter. */
static bool is_told(const struct nx_room_config *config)
{
	return config->is_persistent && config->is_public && !config->is_members_only && !config->needs_password;
}

static void on_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, const char *node, struct nx_xml *query,
		    struct nx_xml *form)
{
	const struct activity *activity = mod->data;
	struct hours *hours = nx_recent_find(activity->rooms, room->jid.full, room->jid.full_len);
	int64_t now = current_hour(mod), known = now < HOURS ? now : HOURS;
	double sum = 0;

	(void)query;
	if (node || known == 0 || !is_told(room->config))
		return;
	if (hours && hours->room_created_ms != room->created_at_ms)
		hours = NULL;
	if (hours)
		turn(hours, now);
	for (size_t i = 1; hours && i <= HOURS; i++)
		sum += hours->counts[i];
	nx_form_value(nx_form_add(form, NX_FIELD_TEXT_SINGLE, "{urn:xmpp:muc-activity}message-activity", "Messages per hour"),
		      nx_pool_printf(ev->pool, "%.2f", sum / (double)known));
}

static int activity_start(struct nx_module *mod, struct nx_error *err)
{
	struct activity *activity = NX_NEW(mod->pool, struct activity);

	(void)err;
	activity->rooms = nx_recent_new(sizeof(struct hours), MAX_ROOMS);
	activity->start_ms = nx_clock_ms(mod->server->clock);
	mod->data = activity;
	return 0;
}

static void activity_stop(struct nx_module *mod)
{
	nx_recent_free(&((struct activity *)mod->data)->rooms);
}

static const struct nx_hook activity_hooks[] = {
	NX_ON(room_said, on_said),
	NX_COLLECT(room_info, on_info),
	NX_HOOKS_END
};

NX_MODULE(muc_activity) = {
	NX_MODULE_HEAD(muc_activity),
	.summary = "How many messages rooms get", .xeps = "0502", .needs = NX_LIST("muc"), .hooks = activity_hooks,
	.start = activity_start, .stop = activity_stop,
};
