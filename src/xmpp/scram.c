/* The SCRAM exchange, server side (RFC 5802 sections 5 to 7; RFC 7677; XEP-0474 section 6).
 *
 * client-first  = gs2-header "n=" user ",r=" c-nonce [extensions]        gs2-header = flag "," [ "a=" authzid ] ","
 * server-first  = "r=" c-nonce s-nonce ",s=" salt ",i=" iterations [",h=" hash of what was advertised]
 * client-final  = "c=" base64(gs2-header binding-data) ",r=" nonce [extensions] ",p=" proof
 * server-final  = "v=" server-signature
 *
 * Both sides sign client-first-bare "," server-first "," client-final-without-proof (the AuthMessage), so everything
 * said is kept word for word in a pool that lives as long as the exchange. Messages are parsed by a cursor that reads
 * one attribute after the other; order is fixed (section 7), unknown attributes are ignored where the grammar has
 * extensions, "m" is refused anywhere. A failure while parsing is malformed-request; a wrong proof, a wrong
 * binding, another nonce or a downgrade is not-authorized. */
#include "xmpp/scram_private.h"

#include "base/assert.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/rand.h"
#include "base/str.h"

#include <string.h>

#define SERVER_NONCE_CHARS 28   /* of five bits */

enum state { WANTS_FIRST, WANTS_KEYS, WANTS_FINAL, FINISHED };

struct nx_scram {
	struct nx_pool *pool;
	enum state state;
	enum nx_scram_hash hash;
	bool is_plus, plus_offered;
	const struct nx_channel_binding *bindings, *binding;    /* binding: the one the client chose */
	size_t binding_count;
	const char *ssdp;
	char *gs2_header, *client_first_bare, *client_nonce, *server_first, *nonce;
	struct nx_scram_keys keys;
};

/* A string inside a message. */
struct span { const char *at; size_t len; };

struct cursor { const char *at, *end; };

struct nx_scram *nx_scram_new(enum nx_scram_hash hash, bool is_plus, bool plus_offered,
			      const struct nx_channel_binding *bindings, size_t binding_count, const char *ssdp)
{
	struct nx_pool *pool = nx_pool_new("scram", 1024);
	struct nx_scram *scram = NX_NEW(pool, struct nx_scram);

	scram->pool = pool;
	scram->hash = hash;
	scram->is_plus = is_plus;
	scram->plus_offered = plus_offered;
	scram->bindings = bindings;
	scram->binding_count = binding_count;
	scram->ssdp = ssdp;
	return scram;
}

void nx_scram_free(struct nx_scram **scram)
{
	struct nx_pool *pool;

	if (!*scram)
		return;
	pool = (*scram)->pool;
	nx_secret_wipe(&(*scram)->keys, sizeof((*scram)->keys));
	nx_pool_free(&pool);
	*scram = NULL;
}

static int malformed(struct nx_error *err, const char *what)
{
	return nx_fail(err, NX_E_SASL_MALFORMED_REQUEST, "SCRAM: %s", what);
}

static int refused(struct nx_error *err, const char *what)
{
	return nx_fail(err, NX_E_NOT_AUTHORIZED, "%s", what);
}

/* What stands before the next comma, which is skipped; false at the end of the message. */
static bool next_span(struct cursor *cur, struct span *span_r)
{
	const char *comma;

	if (!cur->at)
		return false;
	comma = memchr(cur->at, ',', (size_t)(cur->end - cur->at));
	*span_r = (struct span){ cur->at, (size_t)((comma ? comma : cur->end) - cur->at) };
	cur->at = comma ? comma + 1 : NULL;
	return true;
}

/* attr-val: one letter, "=", and at least one character (section 7). The value is put into *span. */
static bool split_attr(struct span *span, char *name_r)
{
	char name;

	if (span->len < 3 || span->at[1] != '=')
		return false;
	name = span->at[0];
	if (!((name >= 'a' && name <= 'z') || (name >= 'A' && name <= 'Z')))
		return false;
	*name_r = name;
	span->at += 2;
	span->len -= 2;
	return true;
}

/* The attribute that must stand here. */
static int want_attr(struct cursor *cur, char wanted, struct span *value_r, struct nx_error *err)
{
	char name;

	if (!next_span(cur, value_r) || !split_attr(value_r, &name))
		return nx_fail(err, NX_E_SASL_MALFORMED_REQUEST, "SCRAM: the attribute \"%c\" is missing", wanted);
	if (name == 'm')        /* section 5.1 */
		return malformed(err, "mandatory extensions are not supported");
	if (name != wanted)
		return nx_fail(err, NX_E_SASL_MALFORMED_REQUEST, "SCRAM: \"%c\" stands where \"%c\" belongs", name,
			       wanted);
	return 0;
}

static bool is_utf8_without_nul(const char *msg, size_t len)
{
	return len > 0 && !memchr(msg, '\0', len) && nx_utf8_is_valid(msg, len);
}

/* saslname: "=2C" and "=3D" stand for ',' and '='; any other '=' fails the authentication (section 5.1). */
static char *unescape_name(struct nx_pool *pool, struct span name)
{
	char *text = nx_pool_alloc(pool, name.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < name.len; i++) {
		if (name.at[i] != '=') {
			text[len++] = name.at[i];
			continue;
		}
		if (name.len - i >= 3 && memcmp(name.at + i, "=2C", 3) == 0)
			text[len++] = ',';
		else if (name.len - i >= 3 && memcmp(name.at + i, "=3D", 3) == 0)
			text[len++] = '=';
		else
			return NULL;
		i += 2;
	}
	return text;
}

/* "p=" cb-name: section 6, the server MUST fail when it does not support the type. */
static int choose_binding(struct nx_scram *scram, struct span type, struct nx_error *err)
{
	for (size_t i = 0; i < scram->binding_count; i++) {
		const struct nx_channel_binding *binding = &scram->bindings[i];

		if (strlen(binding->type) == type.len && memcmp(binding->type, type.at, type.len) == 0) {
			scram->binding = binding;
			return 0;
		}
	}
	return malformed(err, "this channel binding type is not offered here");
}

static int parse_flag(struct nx_scram *scram, struct span flag, struct nx_error *err)
{
	if (flag.len > 2 && flag.at[0] == 'p' && flag.at[1] == '=') {
		if (!scram->is_plus)
			return malformed(err, "channel binding needs the -PLUS mechanism");
		return choose_binding(scram, (struct span){ flag.at + 2, flag.len - 2 }, err);
	}
	if (flag.len != 1 || (flag.at[0] != 'n' && flag.at[0] != 'y'))
		return malformed(err, "the message does not begin with n, y or p=");
	if (scram->is_plus)
		return malformed(err, "the -PLUS mechanism needs channel binding");
	if (flag.at[0] == 'y' && scram->plus_offered)
		return refused(err, "The client did not see that this server offers channel binding: somebody on the way "
				    "may have changed the list of mechanisms");
	return 0;
}

/* gs2-header: leaves the cursor at client-first-bare. */
static int parse_gs2_header(struct nx_scram *scram, struct cursor *cur, const char **authzid_r, struct nx_error *err)
{
	const char *begin = cur->at;
	struct span flag, authzid;
	char name;

	if (!next_span(cur, &flag) || parse_flag(scram, flag, err) < 0)
		return -1;
	if (!next_span(cur, &authzid) || !cur->at)
		return malformed(err, "the header is not complete");
	*authzid_r = NULL;
	if (authzid.len > 0) {
		if (!split_attr(&authzid, &name) || name != 'a' ||
		    !(*authzid_r = unescape_name(scram->pool, authzid)))
			return malformed(err, "the authorization identity is not well formed");
	}
	scram->gs2_header = nx_pool_strndup(scram->pool, begin, (size_t)(cur->at - begin));
	return 0;
}

static bool is_nonce(struct span nonce)
{
	for (size_t i = 0; i < nonce.len; i++)
		if (nonce.at[i] < 0x21 || nonce.at[i] > 0x7e)
			return false;
	return true;
}

static int skip_extensions(struct cursor *cur, struct nx_error *err)
{
	struct span span;
	char name;

	while (next_span(cur, &span)) {
		if (!split_attr(&span, &name))
			return malformed(err, "an extension is not well formed");
		if (name == 'm')
			return malformed(err, "mandatory extensions are not supported");
	}
	return 0;
}

int nx_scram_first(struct nx_scram *scram, const char *msg, size_t len, const char **username_r,
		   const char **authzid_r, struct nx_error *err)
{
	struct cursor cur = { msg, msg + len };
	const char *authzid, *bare, *username;
	struct span name, nonce;

	nx_assert(scram->state == WANTS_FIRST);
	if (!is_utf8_without_nul(msg, len))
		return malformed(err, "the message is not valid UTF-8");
	if (parse_gs2_header(scram, &cur, &authzid, err) < 0)
		return -1;
	bare = cur.at;
	if (want_attr(&cur, 'n', &name, err) < 0 || want_attr(&cur, 'r', &nonce, err) < 0 ||
	    skip_extensions(&cur, err) < 0)
		return -1;
	if (!(username = unescape_name(scram->pool, name)))
		return malformed(err, "the user name has a '=' that is neither =2C nor =3D");
	if (!is_nonce(nonce))
		return malformed(err, "the nonce is not printable");
	scram->client_first_bare = nx_pool_strndup(scram->pool, bare, (size_t)(msg + len - bare));
	scram->client_nonce = nx_pool_strndup(scram->pool, nonce.at, nonce.len);
	scram->state = WANTS_KEYS;
	*username_r = username;
	*authzid_r = authzid;
	return 0;
}

void scram_challenge_with_nonce(struct nx_scram *scram, const struct nx_scram_keys *keys, const char *nonce,
				struct nx_buf *server_first)
{
	size_t begin = server_first->len;
	uint8_t digest[NX_SCRAM_MAX_DIGEST];

	nx_assert(scram->state == WANTS_KEYS && keys->hash == scram->hash);
	scram->keys = *keys;
	scram->nonce = nx_pool_printf(scram->pool, "%s%s", scram->client_nonce, nonce);
	nx_buf_puts(server_first, "r=");
	nx_buf_puts(server_first, scram->nonce);
	nx_buf_puts(server_first, ",s=");
	nx_base64_add(server_first, keys->salt, sizeof(keys->salt));
	nx_buf_printf(server_first, ",i=%u", (unsigned)keys->iterations);
	if (scram->ssdp) {      /* XEP-0474 section 6.1 */
		scram_digest(scram->hash, scram->ssdp, strlen(scram->ssdp), digest);
		nx_buf_puts(server_first, ",h=");
		nx_base64_add(server_first, digest, nx_scram_digest_bytes(scram->hash));
	}
	scram->server_first = nx_pool_strndup(scram->pool, server_first->data + begin, server_first->len - begin);
	scram->state = WANTS_FINAL;
}

void nx_scram_challenge(struct nx_scram *scram, const struct nx_scram_keys *keys, struct nx_buf *server_first)
{
	char nonce[SERVER_NONCE_CHARS + 1];

	nx_rand_name(nonce, SERVER_NONCE_CHARS);
	scram_challenge_with_nonce(scram, keys, nonce, server_first);
}

/* Section 6: the server MUST always validate "c", which repeats the header and brings what the channel is bound to. */
static int check_binding(struct nx_scram *scram, struct span value, struct nx_error *err)
{
	uint8_t *data = nx_pool_alloc(scram->pool, value.len / 4 * 3 + 3);
	int len = nx_base64_decode(data, value.at, value.len);
	size_t header_len = strlen(scram->gs2_header), binding_len = scram->binding ? scram->binding->len : 0;

	if (len < 0)
		return malformed(err, "the channel binding is not base64");
	if ((size_t)len != header_len + binding_len || memcmp(data, scram->gs2_header, header_len) != 0 ||
	    (binding_len > 0 && memcmp(data + header_len, scram->binding->data, binding_len) != 0))
		return refused(err, "The channel binding does not match: somebody may be listening in on this connection");
	return 0;
}

/* "p" is the last attribute, and the only one that is not signed. */
static int find_proof(struct nx_scram *scram, struct cursor *cur, uint8_t *proof_r, const char **signed_end_r,
		      struct nx_error *err)
{
	uint8_t proof[NX_SCRAM_MAX_DIGEST + 3];
	struct span span;
	char name;

	for (;;) {
		if (!next_span(cur, &span) || !split_attr(&span, &name))
			return malformed(err, "the proof is missing");
		if (name == 'p')
			break;
		if (name == 'm')
			return malformed(err, "mandatory extensions are not supported");
	}
	if (cur->at)
		return malformed(err, "something follows the proof");
	if (span.len > (NX_SCRAM_MAX_DIGEST + 2) / 3 * 4 ||
	    nx_base64_decode(proof, span.at, span.len) != (int)nx_scram_digest_bytes(scram->hash))
		return malformed(err, "the proof has the wrong length or is not base64");
	memcpy(proof_r, proof, nx_scram_digest_bytes(scram->hash));
	*signed_end_r = span.at - 3;    /* before ",p=" */
	return 0;
}

int nx_scram_final(struct nx_scram *scram, const char *msg, size_t len, struct nx_buf *server_final,
		   struct nx_error *err)
{
	struct cursor cur = { msg, msg + len };
	struct span binding, nonce;
	uint8_t proof[NX_SCRAM_MAX_DIGEST], signature[NX_SCRAM_MAX_DIGEST];
	size_t bytes = nx_scram_digest_bytes(scram->hash);
	const char *signed_end = msg;
	char *auth_message;

	nx_assert(scram->state == WANTS_FINAL);
	scram->state = FINISHED;
	if (!is_utf8_without_nul(msg, len))
		return malformed(err, "the message is not valid UTF-8");
	if (want_attr(&cur, 'c', &binding, err) < 0 || want_attr(&cur, 'r', &nonce, err) < 0 ||
	    find_proof(scram, &cur, proof, &signed_end, err) < 0 || check_binding(scram, binding, err) < 0)
		return -1;
	if (nonce.len != strlen(scram->nonce) || memcmp(nonce.at, scram->nonce, nonce.len) != 0)
		return refused(err, "The nonce is not the one of this login");
	auth_message = nx_pool_printf(scram->pool, "%s,%s,%.*s", scram->client_first_bare, scram->server_first,
				      (int)(signed_end - msg), msg);
	if (!scram_proof_is_right(scram->hash, scram->keys.stored_key, auth_message, proof))
		return refused(err, "The user name or the password is wrong");
	scram_hmac(scram->hash, scram->keys.server_key, bytes, auth_message, strlen(auth_message), signature);
	nx_buf_puts(server_final, "v=");
	nx_base64_add(server_final, signature, bytes);
	return 0;
}
