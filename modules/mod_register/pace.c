/* Attempts to register, counted by address and altogether in windows of time (register.h). The table of addresses is bounded; the
 * longest untouched gives way, the sum of all does not. */
#include "mod_register/register.h"

#include <string.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"

#define MAX_ADDRESSES 10000

struct window {
	int64_t begin_ms;
	int64_t count;
};

struct entry {
	struct nx_link by_age;
	struct window window;
	size_t len;
	char address[];
};

struct nx_attempts {
	struct nx_server *server;
	struct window all;
	struct nx_map *entries;
	struct nx_list by_age;          /* longest untouched first */
};

struct nx_attempts *nx_attempts_new(struct nx_server *server)
{
	struct nx_attempts *attempts = nx_mem_new(sizeof(*attempts));

	attempts->server = server;
	attempts->entries = nx_map_new();
	nx_list_init(&attempts->by_age);
	return attempts;
}

static void drop_entry(struct nx_attempts *attempts, struct entry *entry)
{
	nx_map_remove(attempts->entries, entry->address, entry->len);
	nx_list_remove(&entry->by_age);
	nx_mem_free(entry);
}

void nx_attempts_free(struct nx_attempts **attempts)
{
	struct entry *entry;

	if (!*attempts)
		return;
	NX_LIST_EACH(&(*attempts)->by_age, struct entry, by_age, entry)
		drop_entry(*attempts, entry);
	nx_map_free(&(*attempts)->entries);
	nx_mem_free(*attempts);
	*attempts = NULL;
}

static bool is_over(const struct nx_attempts *attempts, const struct window *window)
{
	const struct nx_server *server = attempts->server;

	return nx_clock_ms(server->clock) - window->begin_ms >= nx_conf_period_ms(server->conf, NULL, "registration_window");
}

static bool is_full(const struct nx_attempts *attempts, const struct window *window, const char *option)
{
	return !is_over(attempts, window) && window->count >= nx_conf_int(attempts->server->conf, NULL, option);
}

bool nx_attempts_are_too_many(const struct nx_attempts *attempts, const char *address)
{
	const struct entry *entry = nx_map_find(attempts->entries, address, strlen(address));

	if (!nx_server_has_limits(attempts->server))
		return false;
	return is_full(attempts, &attempts->all, "registration_total") ||
	       (entry && is_full(attempts, &entry->window, "registration_per_address"));
}

static void count(const struct nx_attempts *attempts, struct window *window)
{
	if (window->count == 0 || is_over(attempts, window))
		*window = (struct window){ nx_clock_ms(attempts->server->clock), 0 };
	window->count++;
}

void nx_attempts_note(struct nx_attempts *attempts, const char *address)
{
	size_t len = strlen(address);
	struct entry *entry = nx_map_find(attempts->entries, address, len);

	if (!entry) {
		if (nx_map_count(attempts->entries) >= MAX_ADDRESSES)
			drop_entry(attempts, NX_LIST_FIRST(&attempts->by_age, struct entry, by_age));
		entry = nx_mem_new(sizeof(*entry) + len + 1);
		entry->len = len;
		memcpy(entry->address, address, len);
		nx_map_set(attempts->entries, entry->address, len, entry);
	}
	nx_list_remove(&entry->by_age);
	nx_list_append(&attempts->by_age, &entry->by_age);
	count(attempts, &entry->window);
	count(attempts, &attempts->all);
}
