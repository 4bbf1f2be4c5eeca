/* Attempts to register, counted by address and altogether in windows of time (register.h). */
#include "mod_register/register.h"

#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/recent.h"

#define MAX_ADDRESSES 10000

struct window {
	int64_t begin_ms;
	int64_t count;
};

struct attempts {
	struct nx_server *server;
	struct window all;
	struct nx_recent *by_address;   /* struct window */
};

struct attempts *attempts_new(struct nx_server *server)
{
	struct attempts *attempts = nx_mem_new(sizeof(*attempts));

	attempts->server = server;
	attempts->by_address = nx_recent_new(sizeof(struct window), MAX_ADDRESSES);
	return attempts;
}

void attempts_free(struct attempts **attempts)
{
	if (!*attempts)
		return;
	nx_recent_free(&(*attempts)->by_address);
	nx_mem_free(*attempts);
	*attempts = NULL;
}

static bool is_over(const struct attempts *attempts, const struct window *window)
{
	const struct nx_server *server = attempts->server;

	return nx_clock_ms(server->clock) - window->begin_ms >= nx_conf_period_ms(server->conf, NULL, "registration_window");
}

static bool is_full(const struct attempts *attempts, const struct window *window, const char *option)
{
	return !is_over(attempts, window) && window->count >= nx_conf_int(attempts->server->conf, NULL, option);
}

bool attempts_are_too_many(const struct attempts *attempts, const char *address)
{
	const struct window *window = nx_recent_find(attempts->by_address, address, strlen(address));

	if (!nx_server_has_limits(attempts->server))
		return false;
	return is_full(attempts, &attempts->all, "registration_total") ||
	       (window && is_full(attempts, window, "registration_per_address"));
}

static void count(const struct attempts *attempts, struct window *window)
{
	if (window->count == 0 || is_over(attempts, window))
		*window = (struct window){ nx_clock_ms(attempts->server->clock), 0 };
	window->count++;
}

void attempts_note(struct attempts *attempts, const char *address)
{
	count(attempts, nx_recent_touch(attempts->by_address, address, strlen(address)));
	count(attempts, &attempts->all);
}
