/* Wrong passwords (core/throttle.h). */
#include "core/throttle.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/recent.h"
#include "conf/conf.h"
#include "core/server.h"
#include "net/address.h"

#define MAX_KEYS 50000
#define MAX_FRIENDS 50000
#define KEY_SIZE 3200   /* a bare JID is at most 2047 bytes */

struct bucket {
	double level;           /* failures not yet forgotten */
	int64_t at_ms;
};

struct nx_throttle {
	struct nx_server *server;
	struct nx_recent *buckets;
	struct nx_recent *friends;      /* on their own: failures with invented names and addresses must not push them out */
};

struct nx_throttle *nx_throttle_new(struct nx_server *server)
{
	struct nx_throttle *throttle = nx_mem_new(sizeof(*throttle));

	throttle->server = server;
	throttle->buckets = nx_recent_new(sizeof(struct bucket), MAX_KEYS);
	throttle->friends = nx_recent_new(0, MAX_FRIENDS);
	return throttle;
}

void nx_throttle_free(struct nx_throttle **throttle)
{
	if (!*throttle)
		return;
	nx_recent_free(&(*throttle)->buckets);
	nx_recent_free(&(*throttle)->friends);
	nx_mem_free(*throttle);
	*throttle = NULL;
}

/* What a key is about; its first byte. */
enum kind {
	ADDRESS = 'a',          /* failures of a network, whatever the account */
	ACCOUNT = 'u',          /* failures for an account, wherever from */
	PAIR = 'p',             /* failures for an account from a network */
	FRIEND = 'f',           /* a network from which the account's owner has logged in; in friends */
};

static size_t make_key(char key[KEY_SIZE], enum kind kind, const char *address, const char *account)
{
	char network[NX_NETWORK_SIZE] = "";

	if (kind != ACCOUNT)
		nx_address_network(network, address);
	int len = snprintf(key, KEY_SIZE, "%c %s %s", (char)kind, network, kind == ADDRESS ? "" : account);

	return (size_t)(len < KEY_SIZE ? len : KEY_SIZE - 1);
}

static struct bucket *find_bucket(struct nx_throttle *throttle, enum kind kind, const char *address, const char *account)
{
	char key[KEY_SIZE];

	return nx_recent_find(throttle->buckets, key, make_key(key, kind, address, account));
}

static struct bucket *touch_bucket(struct nx_throttle *throttle, enum kind kind, const char *address, const char *account)
{
	char key[KEY_SIZE];

	return nx_recent_touch(throttle->buckets, key, make_key(key, kind, address, account));
}

static double penalty_secs(const struct nx_throttle *throttle)
{
	return (double)nx_conf_period_ms(throttle->server->conf, NULL, "login_penalty") / 1000.0;
}

static double level_now(const struct nx_throttle *throttle, const struct bucket *bucket)
{
	double secs = (double)(nx_clock_ms(throttle->server->clock) - bucket->at_ms) / 1000.0;
	double level = bucket->level - secs / penalty_secs(throttle);

	return level > 0 ? level : 0;
}

static int64_t wait_for(struct nx_throttle *throttle, enum kind kind, const char *address, const char *account, const char *option)
{
	const struct bucket *bucket = find_bucket(throttle, kind, address, account);
	double limit = (double)nx_conf_int(throttle->server->conf, NULL, option);

	if (!bucket)
		return 0;
	double over = level_now(throttle, bucket) - limit + 1;
	return over > 0 ? (int64_t)(over * penalty_secs(throttle)) + 1 : 0;
}

static bool is_friend(const struct nx_throttle *throttle, const char *address, const char *account)
{
	char key[KEY_SIZE];

	return nx_recent_find(throttle->friends, key, make_key(key, FRIEND, address, account)) != NULL;
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
	if (is_friend(throttle, address, account))
		return longest;
	wait = wait_for(throttle, ACCOUNT, address, account, "login_failures_per_account_total");
	return wait > longest ? wait : longest;
}

static void count_failure(struct nx_throttle *throttle, enum kind kind, const char *address, const char *account)
{
	struct bucket *bucket = touch_bucket(throttle, kind, address, account);

	bucket->level = level_now(throttle, bucket) + 1;
	bucket->at_ms = nx_clock_ms(throttle->server->clock);
}

void nx_throttle_note_failure(struct nx_throttle *throttle, const char *address, const char *account)
{
	count_failure(throttle, ADDRESS, address, account);
	count_failure(throttle, PAIR, address, account);
	count_failure(throttle, ACCOUNT, address, account);
}

void nx_throttle_note_success(struct nx_throttle *throttle, const char *address, const char *account)
{
	char key[KEY_SIZE];

	nx_recent_forget(throttle->buckets, key, make_key(key, PAIR, address, account));
	nx_recent_touch(throttle->friends, key, make_key(key, FRIEND, address, account));
}
