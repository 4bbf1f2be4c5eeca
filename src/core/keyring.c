/* Remembered credentials and invented ones (core/keyring.h).
 *
 * Entries sit in one map by "host, NUL, local" and in one list by use. An answer of the store that was on its way while a row
 * changed may be too old: it is given to who asked, but not remembered (changes).
 *
 * Invented iteration counts: each name has a fixed place between 0 and 1 on the host's accounts in order of their counts, and looks like
 * the account at that place. When accounts move to a higher count, invented names follow, each of them once and never
 * back. Their salts change with the count, as real ones do. */
#include "core/keyring.h"

#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/list.h"
#include "base/log.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "conf/conf.h"
#include "core/host.h"
#include "core/server.h"
#include "net/loop.h"
#include "store/store.h"

#define NOTE_MS 60000
#define RECOUNT_MS 1000         /* 100 000 accounts are counted in 10 ms, by a reader */
#define KEY_SIZE 2048           /* a bare JID is at most 2047 bytes */

enum { CREDENTIALS, SPREAD };
static const struct nx_statement keyring_statements[] = {
	[CREDENTIALS] = { "keyring.credentials",
		"SELECT u.disabled, u.disabled_reason, k.mechanism, k.iterations, k.salt, k.stored_key, k.server_key, u.is_admin, "
		"u.expires_at "
		"FROM users u LEFT JOIN user_keys k ON k.host = u.host AND k.local = u.local "
		"WHERE u.host = $1 AND u.local = $2" },
	[SPREAD] = { "keyring.spread",
		"SELECT host, iterations, COUNT(*) FROM user_keys GROUP BY host, iterations ORDER BY host, iterations" },
	{ NULL, NULL }
};

struct entry {
	struct nx_link by_use;          /* longest unused first */
	struct nx_credentials cred;
	bool is_noted;
	int64_t noted_ms;               /* when the time of a login was written down */
	size_t key_len;
	char key[];
};

/* How many keys of a host have that iteration count. */
struct spread {
	struct spread *next;            /* by host, then by count */
	const char *host;
	uint32_t iterations;
	uint64_t keys;
};

struct nx_keyring {
	struct nx_server *server;
	struct nx_statements *statements;
	struct nx_owner owner;          /* of the counting */
	struct nx_map *entries;
	struct nx_list by_use;
	uint64_t changes;
	struct nx_timer recount;        /* keys have changed */
	int64_t counted_ms;             /* when the last counting began; at most one in RECOUNT_MS */
	struct nx_pool *pool, *next_pool;       /* of spread, and of the one that is being read */
	struct spread *spread, *next_spread, *last;
};

/* ---- life ---- */

static void count_spread(void *arg);
static void count_soon(struct nx_keyring *keyring);

struct nx_keyring *nx_keyring_new(struct nx_server *server, struct nx_error *err)
{
	struct nx_keyring *keyring = nx_mem_new(sizeof(*keyring));

	keyring->server = server;
	nx_owner_init(&keyring->owner);
	keyring->entries = nx_map_new();
	nx_list_init(&keyring->by_use);
	keyring->statements = nx_statements_register(server->store, keyring_statements, err);
	if (keyring->statements)
		count_spread(keyring);
	else
		nx_keyring_free(&keyring);
	return keyring;
}

static void drop_entry(struct nx_keyring *keyring, struct entry *entry)
{
	nx_map_remove(keyring->entries, entry->key, entry->key_len);
	nx_list_remove(&entry->by_use);
	nx_secret_wipe(&entry->cred, sizeof(entry->cred));
	nx_mem_free(entry);
}

void nx_keyring_free(struct nx_keyring **keyring_p)
{
	struct nx_keyring *keyring = *keyring_p;
	struct entry *entry;

	*keyring_p = NULL;
	if (!keyring)
		return;
	nx_owner_done(&keyring->owner);
	NX_LIST_EACH(&keyring->by_use, struct entry, by_use, entry)
		drop_entry(keyring, entry);
	nx_map_free(&keyring->entries);
	nx_timer_cancel(&keyring->recount);
	nx_pool_free(&keyring->pool);
	nx_pool_free(&keyring->next_pool);
	nx_mem_free(keyring);
}

/* ---- remembering ---- */

static size_t make_key(char key[KEY_SIZE], const struct nx_host *host, const char *local)
{
	size_t host_len = strlen(host->name) + 1, local_len = strlen(local);

	if (host_len + local_len > KEY_SIZE)
		return 0;       /* nobody has such a name */
	memcpy(key, host->name, host_len);
	memcpy(key + host_len, local, local_len);
	return host_len + local_len;
}

static struct entry *find_entry(const struct nx_keyring *keyring, const struct nx_host *host, const char *local)
{
	char key[KEY_SIZE];

	return nx_map_find(keyring->entries, key, make_key(key, host, local));
}

const struct nx_credentials *nx_keyring_find(struct nx_keyring *keyring, const struct nx_host *host, const char *local)
{
	struct entry *entry = find_entry(keyring, host, local);

	if (!entry)
		return NULL;
	nx_list_remove(&entry->by_use);
	nx_list_append(&keyring->by_use, &entry->by_use);
	return &entry->cred;
}

static void trim_entries(struct nx_keyring *keyring)
{
	size_t limit = (size_t)nx_conf_int(keyring->server->conf, NULL, "account_cache");

	while (nx_map_count(keyring->entries) > limit)
		drop_entry(keyring, NX_LIST_FIRST(&keyring->by_use, struct entry, by_use));
}

static void remember(struct nx_keyring *keyring, const struct nx_host *host, const char *local, const struct nx_credentials *cred)
{
	struct entry *entry = find_entry(keyring, host, local);
	char key[KEY_SIZE];
	size_t len = make_key(key, host, local);

	if (!entry) {
		entry = nx_mem_new(sizeof(*entry) + len);
		memcpy(entry->key, key, len);
		entry->key_len = len;
		nx_map_set(keyring->entries, entry->key, len, entry);
		nx_list_append(&keyring->by_use, &entry->by_use);
	}
	entry->cred = *cred;
	trim_entries(keyring);
}

void nx_keyring_forget(struct nx_keyring *keyring, const struct nx_host *host, const char *local)
{
	struct entry *entry = find_entry(keyring, host, local);

	keyring->changes++;
	count_soon(keyring);
	if (entry)
		drop_entry(keyring, entry);
}

bool nx_keyring_note_login(struct nx_keyring *keyring, const struct nx_host *host, const char *local)
{
	struct entry *entry = find_entry(keyring, host, local);
	int64_t now_ms = nx_clock_ms(keyring->server->clock);

	if (!entry)
		return true;
	if (entry->is_noted && now_ms - entry->noted_ms < NOTE_MS)
		return false;
	entry->is_noted = true;
	entry->noted_ms = now_ms;
	return true;
}

/* ---- reading ---- */

struct fetch {
	struct nx_keyring *keyring;
	const struct nx_host *host;
	const char *local;
	uint64_t changes;               /* of the keyring, when it was asked */
	struct nx_credentials cred;
	void (*done)(void *ctx, const struct nx_credentials *cred, const struct nx_error *err);
	void *ctx;
};

/* False when the row does not hold what users.c wrote. */
static bool read_base64(const struct nx_row *row, unsigned column, uint8_t *dst, size_t len)
{
	uint8_t decoded[64];
	const char *text = nx_row_text(row, column);
	size_t text_len = nx_row_len(row, column);

	if (!text || text_len > 64 || nx_base64_decode(decoded, text, text_len) != (int)len)
		return false;
	memcpy(dst, decoded, len);
	return true;
}

static void take_keys(struct nx_credentials *cred, enum nx_scram_hash hash, const struct nx_row *row)
{
	struct nx_scram_keys *keys = &cred->keys[hash];
	size_t len = nx_scram_digest_bytes(hash);

	keys->hash = hash;
	keys->iterations = (uint32_t)nx_row_int(row, 3);
	cred->has_keys[hash] = keys->iterations > 0 && read_base64(row, 4, keys->salt, NX_SCRAM_SALT_BYTES) &&
		read_base64(row, 5, keys->stored_key, len) && read_base64(row, 6, keys->server_key, len);
}

static void credential_row(void *ctx, const struct nx_row *row)
{
	struct fetch *fetch = ctx;
	const char *reason = nx_row_text(row, 1), *mechanism = nx_row_text(row, 2);

	fetch->cred.found = true;
	fetch->cred.is_disabled = nx_row_int(row, 0) != 0;
	fetch->cred.is_admin = nx_row_int(row, 7) != 0;
	fetch->cred.expires_at_ms = nx_row_int(row, 8);
	nx_str_copy(fetch->cred.disabled_reason, sizeof(fetch->cred.disabled_reason), reason ? reason : "");
	for (unsigned i = 0; i < NX_SCRAM_HASHES; i++) {
		if (nx_str_eq(mechanism, nx_scram_mechanism((enum nx_scram_hash)i, false)))
			take_keys(&fetch->cred, (enum nx_scram_hash)i, row);
	}
}

static void credentials_done(void *ctx, const struct nx_result *result)
{
	struct fetch *fetch = ctx;

	if (!result->err && fetch->changes == fetch->keyring->changes)
		remember(fetch->keyring, fetch->host, fetch->local, &fetch->cred);
	fetch->done(fetch->ctx, &fetch->cred, result->err);
}

static void wipe_fetch(void *arg)
{
	struct fetch *fetch = arg;

	nx_secret_wipe(&fetch->cred, sizeof(fetch->cred));
}

void nx_keyring_fetch(struct nx_keyring *keyring, struct nx_host *host, const char *local, struct nx_pool *pool, struct nx_owner *owner,
		      void (*done)(void *ctx, const struct nx_credentials *cred, const struct nx_error *err), void *ctx)
{
	struct fetch *fetch = NX_NEW(pool, struct fetch);

	fetch->keyring = keyring;
	fetch->host = host;
	fetch->local = nx_pool_strdup(pool, local);
	fetch->changes = keyring->changes;
	fetch->done = done;
	fetch->ctx = ctx;
	nx_pool_on_free(pool, wipe_fetch, fetch);
	nx_store_query(keyring->server->store, owner, credential_row, credentials_done, fetch, keyring->statements, CREDENTIALS, "ss",
		       host->name, local);
}

/* ---- inventing ---- */

static void spread_row(void *ctx, const struct nx_row *row)
{
	struct nx_keyring *keyring = ctx;
	struct spread *spread = NX_NEW(keyring->next_pool, struct spread);

	spread->host = nx_pool_strdup(keyring->next_pool, nx_row_text(row, 0));
	spread->iterations = (uint32_t)nx_row_int(row, 1);
	spread->keys = (uint64_t)nx_row_int(row, 2);
	if (keyring->last)
		keyring->last->next = spread;
	else
		keyring->next_spread = spread;
	keyring->last = spread;
}

static void spread_done(void *ctx, const struct nx_result *result)
{
	struct nx_keyring *keyring = ctx;

	if (result->err)
		nx_log(keyring->server, NX_WARNING, "cannot look how passwords are kept: %s", result->err->text);
	nx_pool_free(result->err ? &keyring->next_pool : &keyring->pool);
	if (result->err)
		return;
	keyring->pool = keyring->next_pool;
	keyring->spread = keyring->next_spread;
	keyring->next_pool = NULL;
}

static void count_spread(void *arg)
{
	struct nx_keyring *keyring = arg;

	/* The last counting takes its time. */
	if (keyring->next_pool) {
		count_soon(keyring);
		return;
	}
	keyring->counted_ms = nx_clock_ms(keyring->server->clock);
	keyring->next_pool = nx_pool_new("keyring", 1024);
	keyring->next_spread = keyring->last = NULL;
	nx_store_query(keyring->server->store, &keyring->owner, spread_row, spread_done, keyring, keyring->statements, SPREAD, "");
}

static void count_soon(struct nx_keyring *keyring)
{
	int64_t age_ms = nx_clock_ms(keyring->server->clock) - keyring->counted_ms;

	if (!nx_timer_is_set(&keyring->recount))
		nx_timer_set(nx_loop_timers(keyring->server->loop), &keyring->recount, age_ms < RECOUNT_MS ? RECOUNT_MS - age_ms : 0,
			     count_spread, keyring);
}

/* The iteration count of the host's key at that place; place / 2^32 is between 0 and 1. A host without keys: what the next one will get. */
static uint32_t iterations_at(const struct nx_keyring *keyring, const struct nx_host *host, uint32_t place)
{
	uint64_t total = 0, before = 0;

	for (const struct spread *s = keyring->spread; s; s = s->next)
		total += nx_str_eq(s->host, host->name) ? s->keys : 0;
	for (const struct spread *s = keyring->spread; s; s = s->next) {
		before += nx_str_eq(s->host, host->name) ? s->keys : 0;
		if (before > (total * place) >> 32)
			return s->iterations;
	}
	return (uint32_t)nx_conf_int(keyring->server->conf, NULL, "scram_iterations");
}

/* An account that lacks this key has the other one, from the same moment. */
static uint32_t invented_iterations(const struct nx_keyring *keyring, const struct nx_host *host, const char *account,
				    const struct nx_credentials *cred)
{
	const struct nx_server *server = keyring->server;

	for (unsigned i = 0; cred->found && i < NX_SCRAM_HASHES; i++) {
		if (cred->has_keys[i])
			return cred->keys[i].iterations;
	}
	return iterations_at(keyring, host, nx_scram_fake_place(server->secret, sizeof(server->secret), account));
}

void nx_keyring_choose(const struct nx_keyring *keyring, const struct nx_host *host, const char *local, const struct nx_credentials *cred,
		       enum nx_scram_hash hash, struct nx_scram_keys *keys_r)
{
	const struct nx_server *server = keyring->server;
	struct nx_pool *pool;

	if (cred->found && cred->has_keys[hash]) {
		*keys_r = cred->keys[hash];
		return;
	}
	pool = nx_pool_new("invented keys", 0);
	const char *account = nx_jid_join(pool, local, host->name, NULL).full;
	nx_scram_fake_keys(keys_r, hash, invented_iterations(keyring, host, account, cred), server->secret, sizeof(server->secret),
			   account);
	nx_pool_free(&pool);
}
