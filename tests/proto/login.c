/* Logging in as a client does: stream, SASL PLAIN or SCRAM, stream, resource (RFC 6120 sections 4 to 7, RFC 5802). */
#include "actor.h"

#include <string.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/buf.h"
#include "base/pool.h"
#include "base/str.h"
#include "core/server.h"
#include "match.h"
#include "stage.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include "xmpp/ns.h"

/* The next thing, which has to be that element or header. */
static struct nx_xml *await(struct actor *actor, enum item_kind kind, const char *ns, const char *name)
{
	struct item *item = actor_peek(actor);

	if (!item || item->kind != kind || !nx_xml_is(item->el, ns, name))
		stage_fail(actor->stage, "%s expected <%s/> and got %s", actor->name, name, item ? item->text : "nothing");
	actor_drop(item);
	return item->el;
}

void actor_greet(struct actor *actor)
{
	const char *header = stage_expand(actor->stage, actor->is_framed ? "{open}" : "{header}");

	actor_send(actor, header, strlen(header));
	if (actor->is_framed)
		await(actor, ITEM_HEADER, NX_NS_FRAMING, "open");
	else
		await(actor, ITEM_HEADER, NX_NS_STREAMS, "stream");
	await(actor, ITEM_ELEMENT, NX_NS_STREAMS, "features");
}

static void send_sasl(struct actor *actor, const char *start, const char *name, const char *data, size_t len)
{
	struct nx_buf buf = NX_BUF_INIT;

	nx_buf_puts(&buf, start);
	nx_base64_add(&buf, data, len);
	nx_buf_printf(&buf, "</%s>", name);
	actor_send(actor, buf.data, buf.len);
	nx_buf_done(&buf);
}

static const char *auth_tag(struct actor *actor, const char *mechanism)
{
	return nx_pool_printf(actor->stage->pool, "<auth xmlns='%s' mechanism='%s'>", NX_NS_SASL, mechanism);
}

/* ---- PLAIN ---- */

static void log_in_plain(struct actor *actor, const char *password)
{
	struct nx_buf msg = NX_BUF_INIT;

	nx_buf_putc(&msg, '\0');
	nx_buf_puts(&msg, actor->local);
	nx_buf_putc(&msg, '\0');
	nx_buf_puts(&msg, password);
	send_sasl(actor, auth_tag(actor, "PLAIN"), "auth", msg.data, msg.len);
	nx_buf_done(&msg);
}

/* ---- SCRAM ---- */

struct scram_client {
	struct actor *actor;
	const EVP_MD *md;
	const char *client_first_bare, *server_first, *without_proof;
	unsigned char salted[EVP_MAX_MD_SIZE];
	unsigned md_len;
};

/* The value of "r=…" and the like in a message of SCRAM. */
static const char *scram_value(struct actor *actor, const char *msg, char name)
{
	for (const char *p = msg; p; p = strchr(p, ',')) {
		p += *p == ',';
		if (p[0] == name && p[1] == '=')
			return nx_pool_strndup(actor->stage->pool, p + 2, strcspn(p + 2, ","));
	}
	stage_fail(actor->stage, "no %c= in what the server sent: %s", name, msg);
}

static const char *decoded(struct actor *actor, const struct nx_xml *el)
{
	const char *text = nx_xml_content(el);
	char *data = nx_pool_alloc(actor->stage->pool, strlen(text) + 1);

	if (nx_base64_decode((uint8_t *)data, text, strlen(text)) < 0)
		stage_fail(actor->stage, "not base64: %s", text);
	return data;
}

static void salt_password(struct scram_client *c, const char *password)
{
	const char *salt = scram_value(c->actor, c->server_first, 's');
	uint8_t *bytes = nx_pool_alloc(c->actor->stage->pool, strlen(salt) + 1);
	int len = nx_base64_decode(bytes, salt, strlen(salt));
	int64_t rounds;

	if (len < 0 || nx_str_to_i64(scram_value(c->actor, c->server_first, 'i'), 1, 1000000, &rounds) < 0)
		stage_fail(c->actor->stage, "not SCRAM: %s", c->server_first);
	PKCS5_PBKDF2_HMAC(password, -1, bytes, len, (int)rounds, c->md, (int)c->md_len, c->salted);
}

static void mac(const struct scram_client *c, const unsigned char *key, const char *text, unsigned char *out)
{
	HMAC(c->md, key, (int)c->md_len, (const unsigned char *)text, strlen(text), out, NULL);
}

static const char *auth_message(const struct scram_client *c)
{
	return nx_pool_printf(c->actor->stage->pool, "%s,%s,%s", c->client_first_bare, c->server_first, c->without_proof);
}

static void send_proof(struct scram_client *c)
{
	unsigned char client_key[EVP_MAX_MD_SIZE], stored_key[EVP_MAX_MD_SIZE], proof[EVP_MAX_MD_SIZE];
	struct nx_buf msg = NX_BUF_INIT;

	mac(c, c->salted, "Client Key", client_key);
	EVP_Digest(client_key, c->md_len, stored_key, NULL, c->md, NULL);
	mac(c, stored_key, auth_message(c), proof);
	for (unsigned i = 0; i < c->md_len; i++)
		proof[i] ^= client_key[i];
	nx_buf_printf(&msg, "%s,p=", c->without_proof);
	nx_base64_add(&msg, proof, c->md_len);
	send_sasl(c->actor, "<response xmlns='" NX_NS_SASL "'>", "response", msg.data, msg.len);
	nx_buf_done(&msg);
}

/* RFC 5802 section 5: the server proves that it knows the keys too. */
static void check_server(struct scram_client *c, const char *server_final)
{
	unsigned char server_key[EVP_MAX_MD_SIZE], signature[EVP_MAX_MD_SIZE];
	struct nx_buf expected = NX_BUF_INIT;

	mac(c, c->salted, "Server Key", server_key);
	mac(c, server_key, auth_message(c), signature);
	nx_buf_puts(&expected, "v=");
	nx_base64_add(&expected, signature, c->md_len);
	if (!nx_str_eq(server_final, nx_buf_str(&expected)))
		stage_fail(c->actor->stage, "the server's signature is wrong: %s", server_final);
	nx_buf_done(&expected);
}

static void log_in_scram(struct actor *actor, const char *mechanism, const char *password)
{
	struct nx_pool *pool = actor->stage->pool;
	struct scram_client c = { .actor = actor };

	c.md = nx_str_eq(mechanism, "SCRAM-SHA-1") ? EVP_sha1() : EVP_sha256();
	c.md_len = (unsigned)EVP_MD_size(c.md);
	c.client_first_bare = nx_pool_printf(pool, "n=%s,r=fyko+d2lbbFgONRv9qkxdawL", actor->local);
	const char *first = nx_pool_printf(pool, "n,,%s", c.client_first_bare);

	send_sasl(actor, auth_tag(actor, mechanism), "auth", first, strlen(first));
	c.server_first = decoded(actor, await(actor, ITEM_ELEMENT, NX_NS_SASL, "challenge"));
	c.without_proof = nx_pool_printf(pool, "c=biws,r=%s", scram_value(actor, c.server_first, 'r'));
	salt_password(&c, password);
	send_proof(&c);
	struct item *item = actor_peek(actor);

	/* Whether it worked is the story's business; that the server knows the password too is not. */
	if (item && item->kind == ITEM_ELEMENT && nx_xml_is(item->el, NX_NS_SASL, "success"))
		check_server(&c, decoded(actor, item->el));
}

void actor_log_in(struct actor *actor, const char *mechanism, const char *password)
{
	if (nx_str_eq(mechanism, "PLAIN"))
		log_in_plain(actor, password);
	else if (nx_str_eq(mechanism, "SCRAM-SHA-1") || nx_str_eq(mechanism, "SCRAM-SHA-256"))
		log_in_scram(actor, mechanism, password);
	else
		stage_fail(actor->stage, "actors cannot log in with %s", mechanism);
}

/* ---- binding ---- */

void actor_bind(struct actor *actor)
{
	await(actor, ITEM_ELEMENT, NX_NS_SASL, "success");
	actor_greet(actor);
	actor_send_element(actor, nx_pool_printf(actor->stage->pool, "<iq type='set' id='bind'><bind xmlns='%s'><resource>%s</resource>"
					"</bind></iq>", NX_NS_BIND, actor->resource));
	const struct nx_xml *iq = await(actor, ITEM_ELEMENT, NX_NS_CLIENT, "iq");

	if (!nx_str_eq(nx_xml_attr(iq, "type"), "result"))
		stage_fail(actor->stage, "%s could not bind its resource", actor->name);
}
