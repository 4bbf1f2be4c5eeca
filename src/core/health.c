/* Collecting how the server is (core/health.h). */
#include "core/health.h"

#include <stdarg.h>

#include <jansson.h>

const char *nx_health_state_name(enum nx_health_state state)
{
	switch (state) {
	case NX_HEALTH_GOOD: return "good";
	case NX_HEALTH_WARNING: return "warning";
	case NX_HEALTH_BAD: break;
	}
	return "bad";
}

void nx_health_good(struct nx_health *health, const char *name)
{
	json_object_set_new(health->checks, name, json_pack("{s:s}", "status", nx_health_state_name(NX_HEALTH_GOOD)));
}

void nx_health_complain(struct nx_health *health, const char *name, enum nx_health_state state, const char *fmt, ...)
{
	json_t *check = json_pack("{s:s}", "status", nx_health_state_name(state));
	va_list ap;

	va_start(ap, fmt);
	json_object_set_new(check, "reason", json_vsprintf(fmt, ap));
	va_end(ap);
	json_object_set_new(health->checks, name, check);
	if (state > health->worst)
		health->worst = state;
}
