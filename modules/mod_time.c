/* mod_time: tells the server's clock and time zone (XEP-0202). */
#include "core/module.h"

#include <stdlib.h>
#include <time.h>

#include "base/clock.h"

/* XEP-0082 section 3.3: hours and minutes east of UTC, "+05:30". */
static const char *zone_at(struct nx_pool *pool, int64_t wall_ms)
{
	time_t secs = (time_t)(wall_ms / 1000);
	struct tm local = {0};
	long offset = localtime_r(&secs, &local) ? local.tm_gmtoff / 60 : 0;

	return nx_pool_printf(pool, "%c%02ld:%02ld", offset < 0 ? '-' : '+', labs(offset) / 60, labs(offset) % 60);
}

static enum nx_verdict time_answer(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *answer = nx_xml_new(ev->pool, NX_NS_TIME, "time");
	int64_t now_ms = nx_clock_wall_ms(mod->server->clock);
	char utc[NX_DATETIME_SIZE];

	nx_datetime_format(utc, now_ms, false);
	nx_xml_add_text(answer, "tzo", zone_at(ev->pool, now_ms));
	nx_xml_add_text(answer, "utc", utc);
	return nx_event_answer(ev, answer);
}

static const struct nx_iq_rule time_iq[] = {
	{ NX_GET, NX_NS_TIME, "time", NX_TO_HOST | NX_TO_COMPONENT, time_answer },
	{ 0 }
};

NX_MODULE(time) = {
	NX_MODULE_HEAD(time),
	.summary = "Tells the server's time", .xeps = "0202, 0082",
	.features = NX_LIST(NX_NS_TIME), .component_features = NX_LIST(NX_NS_TIME),
	.iq = time_iq,
};
