/* Invitations to register (XEP-0445), and the administrators' commands for them. A token has more than 120 random bits and is shown
 * once; the table has its SHA-256. Rows that are used up or expired stay for a day, so that a client which showed the token in
 * time finds the row when it registers. */
#include "mod_register/register.h"

#include <string.h>

#include <openssl/evp.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/rand.h"

#define TOKEN_LEN 26
#define DAY_MS (24 * 3600 * 1000LL)

void invite_hash(char out[TOKEN_HASH_SIZE], const char *token)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned len = 0;

	EVP_Digest(token, strlen(token), digest, &len, EVP_sha256(), NULL);
	nx_hex_encode(out, digest, len);
}

static void finish(void *ctx, const struct nx_result *result)
{
	struct nx_call *call = ctx;

	if (result->err)
		nx_call_fail_error(call, result->err);
	else
		nx_call_done(call);
}

/* ---- invite create ---- */

/* Side by side in the answer, not in an object of their own: nexactl shows people what stands there. */
static void describe(struct nx_call *call, const struct nx_host *host, uint64_t id, const char *token, int64_t expires_ms)
{
	struct nx_pool *pool = nx_call_pool(call);
	json_t *invite = json_pack("{s:s, s:s, s:s, s:s, s:o}", "id", nx_pool_printf(pool, "%llu", (unsigned long long)id),
				   "host", host->name, "token", token,
				   "uri", nx_pool_printf(pool, "xmpp:%s?register;preauth=%s", host->name, token),
				   "expires_at", nx_call_time(expires_ms));

	nx_call_message(call, "An invitation to %s; it is shown only now", host->name);
	json_object_update(nx_call_result(call), invite);
	json_decref(invite);
}

static void invite_create(struct nx_module *mod, struct nx_call *call)
{
	struct registrar *reg = mod->data;
	int64_t days = nx_call_int(call, "days", 7), uses = nx_call_int(call, "uses", 1);
	int64_t now = nx_clock_wall_ms(mod->server->clock);
	char token[TOKEN_LEN + 1], hash[TOKEN_HASH_SIZE];
	struct nx_host *host = mod->server->default_host;

	if (nx_call_host(call, &host) < 0)
		return;
	if (days < 1 || days > 366 || uses < 1 || uses > 10000) {
		nx_call_fail(call, NX_E_BAD_REQUEST, "An invitation holds for 1 to 366 days and 1 to 10000 uses");
		return;
	}
	if (nx_str_eq(nx_conf_str(mod->server->conf, host->name, "registration"), "closed")) {
		nx_call_fail(call, NX_E_NOT_ALLOWED, "Nobody can register on %s: set the option registration to invite", host->name);
		return;
	}
	uint64_t id = nx_server_next_id(mod->server);
	struct nx_job *job = nx_job_new(mod->server->store);

	nx_rand_name(token, TOKEN_LEN);
	invite_hash(hash, token);
	nx_job_add(job, mod->statements, INVITE_PURGE, "i", now - DAY_MS);
	nx_job_add(job, mod->statements, INVITE_ADD, "isssiii", (int64_t)id, host->name, hash, nx_call_who(call), now,
		   now + days * DAY_MS, uses);
	describe(call, host, id, token, now + days * DAY_MS);
	nx_job_submit(&job, &reg->owner, finish, call);
}

/* ---- invite list ---- */

static void list_row(void *ctx, const struct nx_row *row)
{
	struct nx_call *call = ctx;
	json_t *item = json_pack("{s:s, s:s, s:s, s:o, s:o, s:i}",
				 "id", nx_pool_printf(nx_call_pool(call), "%lld", (long long)nx_row_int(row, 0)),
				 "host", nx_row_text(row, 1), "created_by", nx_row_text(row, 2),
				 "created_at", nx_call_time(nx_row_int(row, 3)),
				 "expires_at", nx_call_time(nx_row_int(row, 4)), "uses_left", (int)nx_row_int(row, 5));

	json_array_append_new(json_object_get(nx_call_result(call), "invites"), item);
}

static void list_done(void *ctx, const struct nx_result *result)
{
	struct nx_call *call = ctx;
	size_t count = json_array_size(json_object_get(nx_call_result(call), "invites"));

	if (!result->err)
		nx_call_message(call, count == 1 ? "1 invitation" : "%zu invitations", count);
	finish(ctx, result);
}

static void invite_list(struct nx_module *mod, struct nx_call *call)
{
	struct registrar *reg = mod->data;
	int64_t now = nx_clock_wall_ms(mod->server->clock);
	struct nx_host *host = NULL;

	if (nx_call_host(call, &host) < 0)
		return;
	/* The message goes first. */
	nx_call_message(call, "invitations");
	json_object_set_new(nx_call_result(call), "invites", json_array());
	if (host)
		nx_store_query(mod->server->store, &reg->owner, list_row, list_done, call, mod->statements, INVITE_LIST, "is", now,
			       host->name);
	else
		nx_store_query(mod->server->store, &reg->owner, list_row, list_done, call, mod->statements, INVITE_LIST_ALL, "i", now);
}

/* ---- invite revoke ---- */

static void revoked(void *ctx, const struct nx_result *result)
{
	struct nx_call *call = ctx;

	if (!result->err && result->changes == 0)
		nx_call_fail(call, NX_E_ITEM_NOT_FOUND, "There is no invitation %lld that could still be used",
			     (long long)nx_call_int(call, "id", 0));
	else
		finish(ctx, result);
}

static void invite_revoke(struct nx_module *mod, struct nx_call *call)
{
	struct registrar *reg = mod->data;
	struct nx_job *job = nx_job_new(mod->server->store);
	int64_t id = nx_call_int(call, "id", 0);

	nx_call_message(call, "The invitation %lld cannot be used any more", (long long)id);
	nx_job_add(job, mod->statements, INVITE_REVOKE, "i", id);
	nx_job_submit(&job, &reg->owner, revoked, call);
}

static const struct nx_param create_params[] = {
	{ "host", NX_PARAM_STRING, false, "domain of the new account; the first of the option hosts when not given" },
	{ "days", NX_PARAM_INT, false, "how long it holds; 7 when not given" },
	{ "uses", NX_PARAM_INT, false, "how many accounts may be registered with it; 1 when not given" },
	{ 0 }
};
static const struct nx_param list_params[] = {
	{ "host", NX_PARAM_STRING, false, "only those to this domain" },
	{ 0 }
};
static const struct nx_param revoke_params[] = {
	{ "id", NX_PARAM_INT, true, "number of the invitation, from the list" },
	{ 0 }
};

const struct nx_command invite_commands[] = {
	{ .name = "invite create", .summary = "Makes an invitation to register an account from a client", .params = create_params,
	  .run = invite_create },
	{ .name = "invite list", .summary = "Lists the invitations that can still be used", .params = list_params, .run = invite_list },
	{ .name = "invite revoke", .summary = "Makes an invitation useless", .params = revoke_params, .run = invite_revoke },
	{ 0 }
};
