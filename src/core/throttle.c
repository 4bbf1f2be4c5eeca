/* Wrong passwords (core/throttle.h). Entries sit in one map by what they count and in one list by age. */
#include "core/throttle.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/list.h"
#include "base/map.h"
#include "base/mem.h"
#include "conf/conf.h"
#include "core/server.h"
#include "net/address.h"

#define MAX_ENTRIES 50000
#define KEY_SIZE 3200   /* a bare JID is at most 2047 bytes */

struct entry {
	struct nx_link by_age;
	double level;           /* failures not yet forgotten */
	int64_t at_ms;
	size_t key_len;
	char key[];
};

struct nx_throttle {
	struct nx_server *server;
	struct nx_map *entries;
	struct nx_list by_age;          /* longest untouched first */
};

struct nx_throttle *nx_throttle_new(struct nx_server *server)
{
	struct nx_throttle *throttle = nx_mem_new(sizeof(*throttle));

	throttle->server = server;
	throttle->entries = nx_map_new();
	nx_list_init(&throttle->by_age);
	return throttle;
}

static void drop_entry(struct nx_throttle *throttle, struct entry *entry)
{
	nx_map_remove(throttle->entries, entry->key, entry->key_len);
	nx_list_remove(&entry->by_age);
	nx_mem_free(entry);
}

void nx_throttle_free(struct nx_throttle **throttle)
{
	struct entry *entry;

	if (!*throttle)
		return;
	NX_LIST_EACH(&(*throttle)->by_age, struct entry, by_age, entry)
		drop_entry(*throttle, entry);
	nx_map_free(&(*throttle)->entries);
	nx_mem_free(*throttle);
	*throttle = NULL;
}

/* What an entry is about; the first byte of its key. */
enum kind {
	ADDRESS = 'a',          /* failures of a network, whatever the account */
	ACCOUNT = 'u',          /* failures for an account, wherever from */
	PAIR = 'p',             /* failures for an account from a network */
	FRIEND = 'f',           /* a network from which the account's owner has logged in; it counts nothing */
};

static size_t make_key(char key[KEY_SIZE], enum kind kind, const char *address, const char *account)
{
	char network[NX_NETWORK_SIZE] = "";

	if (kind != ACCOUNT)
		nx_address_network(network, address);
	int len = snprintf(key, KEY_SIZE, "%c %s %s", (char)kind, network, kind == ADDRESS ? "" : account);

	return (size_t)(len < KEY_SIZE ? len : KEY_SIZE - 1);
}

static struct entry *find_entry(struct nx_throttle *throttle, enum kind kind, const char *address, const char *account)
{
	char key[KEY_SIZE];

	return nx_map_find(throttle->entries, key, make_key(key, kind, address, account));
}

static double penalty_secs(const struct nx_throttle *throttle)
{
	return (double)nx_conf_period_ms(throttle->server->conf, NULL, "login_penalty") / 1000.0;
}

static double level_now(const struct nx_throttle *throttle, const struct entry *entry)
{
	double secs = (double)(nx_clock_ms(throttle->server->clock) - entry->at_ms) / 1000.0;
	double level = entry->level - secs / penalty_secs(throttle);

	return level > 0 ? level : 0;
}

static int64_t wait_for(struct nx_throttle *throttle, enum kind kind, const char *address, const char *account, const char *option)
{
	struct entry *entry = find_entry(throttle, kind, address, account);
	double limit = (double)nx_conf_int(throttle->server->conf, NULL, option);

	if (!entry)
		return 0;
	double over = level_now(throttle, entry) - limit + 1;
	return over > 0 ? (int64_t)(over * penalty_secs(throttle)) + 1 : 0;
}

int64_t nx_throttle_wait_secs(struct nx_throttle *throttle, const char *address, const char *account)
{
	int64_t wait, longest;

	if (!nx_server_has_limits(throttle->server))
		return 0;
	longest = wait_for(throttle, ADDRESS, address, account, "login_failures_per_address");
	wait = wait_for(throttle, PAIR, address, account, "login_failures_per_account");
	if (wait > longest)
		longest = wait;
	if (find_entry(throttle, FRIEND, address, account))
		return longest;
	wait = wait_for(throttle, ACCOUNT, address, account, "login_failures_per_account_total");
	return wait > longest ? wait : longest;
}

/* The entry, made when it is missing, and the youngest now. */
static struct entry *touch_entry(struct nx_throttle *throttle, enum kind kind, const char *address, const char *account)
{
	char key[KEY_SIZE];
	size_t len = make_key(key, kind, address, account);
	struct entry *entry = nx_map_find(throttle->entries, key, len);

	if (!entry) {
		if (nx_map_count(throttle->entries) >= MAX_ENTRIES)
			drop_entry(throttle, NX_LIST_FIRST(&throttle->by_age, struct entry, by_age));
		entry = nx_mem_new(sizeof(*entry) + len);
		memcpy(entry->key, key, len);
		entry->key_len = len;
		nx_map_set(throttle->entries, entry->key, len, entry);
	}
	nx_list_remove(&entry->by_age);
	nx_list_append(&throttle->by_age, &entry->by_age);
	return entry;
}

static void count_failure(struct nx_throttle *throttle, enum kind kind, const char *address, const char *account)
{
	struct entry *entry = touch_entry(throttle, kind, address, account);

	entry->level = level_now(throttle, entry) + 1;
	entry->at_ms = nx_clock_ms(throttle->server->clock);
}

void nx_throttle_note_failure(struct nx_throttle *throttle, const char *address, const char *account)
{
	count_failure(throttle, ADDRESS, address, account);
	count_failure(throttle, PAIR, address, account);
	count_failure(throttle, ACCOUNT, address, account);
}

void nx_throttle_note_success(struct nx_throttle *throttle, const char *address, const char *account)
{
	struct entry *entry = find_entry(throttle, PAIR, address, account);

	if (entry)
		drop_entry(throttle, entry);
	touch_entry(throttle, FRIEND, address, account);
}
