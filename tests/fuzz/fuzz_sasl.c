/* SASL messages: the first byte chooses PLAIN or the SCRAM variant, the rest is the client's messages, cut at the first line
 * feed: client-first, then client-final. Nobody gets in without the proof. */
#include "xmpp/scram.h"

#include "base/assert.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_error(const struct nx_error *err)
{
	nx_assert(err->kind == NX_E_SASL_MALFORMED_REQUEST || err->kind == NX_E_NOT_AUTHORIZED);
	nx_assert(err->text[0] != '\0');
}

static void play_plain(struct nx_pool *pool, const char *msg, size_t len)
{
	const char *authzid, *user;
	char *password, *prepared;
	struct nx_error err = { 0 };

	if (nx_plain_parse(pool, msg, len, &authzid, &user, &password, &err) < 0) {
		check_error(&err);
		return;
	}
	nx_assert(*user && *password && (!authzid || *authzid));
	prepared = nx_scram_prep_password(pool, password, &err);
	nx_assert(prepared ? *prepared != '\0' : err.kind == NX_E_NOT_ACCEPTABLE);
}

static void play_scram(enum nx_scram_hash hash, bool is_plus, bool plus_offered, const char *msg, size_t len)
{
	static const uint8_t cb_data[] = "bound";
	static const struct nx_channel_binding bindings[] = {
		{ "tls-exporter", cb_data, 5 }, { "tls-server-end-point", cb_data, 0 }
	};
	struct nx_scram *scram = nx_scram_new(hash, is_plus, plus_offered, bindings, 2, "SCRAM-SHA-1");
	const char *cut = memchr(msg, '\n', len), *user, *authzid;
	struct nx_buf first = NX_BUF_INIT, final = NX_BUF_INIT;
	struct nx_error err = { 0 };
	struct nx_scram_keys keys;

	if (nx_scram_first(scram, msg, cut ? (size_t)(cut - msg) : len, &user, &authzid, &err) < 0) {
		check_error(&err);
	} else {
		nx_assert(*user);
		nx_scram_fake_keys(&keys, hash, 4096, "secret", 6, user);
		nx_scram_challenge(scram, &keys, &first);
		if (cut) {
			nx_assert(nx_scram_final(scram, cut + 1, (size_t)(msg + len - cut - 1), &final, &err) < 0);
			check_error(&err);
			nx_assert(final.len == 0);
		}
	}
	nx_buf_done(&first);
	nx_buf_done(&final);
	nx_scram_free(&scram);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nx_pool *pool;
	const char *msg;

	if (size == 0)
		return 0;
	pool = nx_pool_new("fuzz", 0);
	msg = (const char *)data + 1;
	if (data[0] == 'P')
		play_plain(pool, msg, size - 1);
	else
		play_scram(data[0] & 1 ? NX_SCRAM_SHA1 : NX_SCRAM_SHA256, data[0] & 2, data[0] & 4, msg, size - 1);
	nx_pool_free(&pool);
	return 0;
}
