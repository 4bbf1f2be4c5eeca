/* One registration, from the fields to the account (register.h).
 *
 * check_fields() says no to what is wrong in itself. Then the store is asked, in rounds of one job each, whether the name can be
 * mistaken for one that is there: every name has a row with what it looks like (names.c). Names get it with their account; once for each
 * host and run of the server, before the first registration, those that have none (made while the module was not loaded) get theirs,
 * in order of the names. Then core/users.c creates the account, and in the same job one use of the invitation is taken: a
 * token is used exactly when the account exists (XEP-0445 section 4). The stream is held meanwhile.
 *
 * The password is in the registration's own pool and wiped with it. */
#include "mod_register/register.h"

#include <string.h>

#include "base/error.h"
#include "net/conn.h"

struct registration {
	struct nx_link link;            /* in registrar.under_way */
	struct nx_pool *pool;
	struct nx_module *mod;
	struct nx_host *host;
	uint64_t sess_id;
	const char *id, *local, *look, *token_hash;     /* token_hash "": none */
	char *password;
	char **missing;                 /* names without a row, of this round */
	unsigned missing_count, added_count;    /* added: of the round before, their rows are in this round's job */
	const char *last;               /* name that was met without a row; "": none */
	char *twin;                     /* a name that looks the same */
	bool has_uses;
};

#define ROUND 500       /* LIMIT of NAME_MISSING */

static void registration_free(struct registration *r)
{
	struct nx_pool *pool = r->pool;

	nx_list_remove(&r->link);
	nx_secret_wipe(r->password, strlen(r->password));
	nx_pool_free(&pool);
}

/* The end, whoever is still there to hear it. err NULL: the account exists. */
static void finish(struct registration *r, const struct nx_error *err)
{
	struct nx_session *sess = nx_server_find_session(r->mod->server, r->sess_id);

	if (err)
		nx_log(r->host, NX_INFO, "registration refused account=%s@%s reason=\"%s\"", r->local, r->host->name, err->text);
	else
		nx_log(r->host, NX_INFO, "registered account=%s@%s invited=%s", r->local, r->host->name, *r->token_hash ? "yes" : "no");
	if (sess) {
		if (err)
			register_refuse_form(sess, r->id, err, r->local);
		else
			register_answer(sess, nx_event_pool(sess->server), r->id, NULL);
		guest_of(r->mod, sess)->is_registered = !err;
		nx_session_unhold(sess);
	}
	registration_free(r);
}

static void fail(struct registration *r, enum nx_error_kind kind, const char *text)
{
	struct nx_error err;

	nx_fail(&err, kind, "%s", text);
	finish(r, &err);
}

/* ---- creating ---- */

static void found_uses(void *ctx, const struct nx_row *row)
{
	(void)row;
	((struct registration *)ctx)->has_uses = true;
}

static void looked_for_uses(void *ctx, const struct nx_result *result)
{
	struct registration *r = ctx;

	if (!result->err && !r->has_uses)
		fail(r, NX_E_NOT_ALLOWED, "The invitation has been used by somebody else");
	else
		fail(r, NX_E_CONFLICT, "Somebody has this name already");
}

static void created(void *ctx, const struct nx_error *err)
{
	struct registration *r = ctx;
	struct registrar *reg = r->mod->data;

	if (err && err->kind == NX_E_CONFLICT) {
		/* The name, or the invitation: two people may have been at the last step at once. */
		if (*r->token_hash)
			nx_store_query(r->mod->server->store, &reg->owner, found_uses, looked_for_uses, r, r->mod->statements,
				       INVITE_FIND, "ssi", r->host->name, r->token_hash, (int64_t)0);
		else
			fail(r, NX_E_CONFLICT, "Somebody has this name already");
		return;
	}
	finish(r, err);
}

static void add_to_creation(void *ctx, struct nx_job *job)
{
	struct registration *r = ctx;

	if (*r->token_hash)
		nx_job_add(job, r->mod->statements, INVITE_USE, "ss", r->host->name, r->token_hash);
}

/* ---- looking for names that can be mistaken ---- */

static void begin_round(struct registration *r);

static void round_row(void *ctx, unsigned statement, const struct nx_row *row)
{
	struct registration *r = ctx;
	char *name = nx_pool_strndup(r->pool, nx_row_text(row, 0), nx_row_len(row, 0));

	if (statement == r->added_count)
		r->twin = name;
	else if (r->missing_count < ROUND)
		r->last = r->missing[r->missing_count++] = name;
}

static void names_are_known(struct registration *r)
{
	if (r->twin && nx_str_eq(r->twin, r->local))
		fail(r, NX_E_CONFLICT, "Somebody has this name already");
	else if (r->twin)
		fail(r, NX_E_CONFLICT, "The name looks too much like one that somebody has already");
	else
		nx_users_create_with(r->host, r->local, r->password, add_to_creation, created, r);
}

/* The slot of a host is set when all its names have rows. */
static void round_done(void *ctx, const struct nx_result *result)
{
	struct registration *r = ctx;

	if (result->err) {
		nx_log(r->host, NX_ERROR, "cannot look for names like %s: %s", r->local, result->err->text);
		fail(r, NX_E_INTERNAL, "The server cannot read its accounts; try again later");
	} else if (r->missing_count > 0) {
		begin_round(r);
	} else {
		nx_slot_set(&r->host->slots, r->mod, r->mod);
		names_are_known(r);
	}
}

void register_add_name(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job)
{
	struct registrar *reg = mod->data;
	struct nx_pool *pool = nx_pool_new("name", 0);
	const char *look = names_look(reg->looks, pool, local);

	nx_job_add(job, mod->statements, NAME_ADD, "sss", host->name, local, look ? look : local);
	nx_pool_free(&pool);
}

/* Rows for the names of the last round; then: does one look like this name, and are there more without a row? */
static void begin_round(struct registration *r)
{
	struct registrar *reg = r->mod->data;
	struct nx_job *job = nx_job_new(r->mod->server->store);

	for (unsigned i = 0; i < r->missing_count; i++)
		register_add_name(r->mod, r->host, r->missing[i], job);
	r->added_count = r->missing_count;
	r->missing_count = 0;
	r->twin = NULL;
	nx_job_add(job, r->mod->statements, NAME_FIND, "ss", r->host->name, r->look);
	if (!nx_slot_get(&r->host->slots, r->mod))
		nx_job_add(job, r->mod->statements, NAME_MISSING, "ss", r->host->name, r->last);
	nx_job_on_row(job, round_row);
	nx_job_submit(&job, &reg->owner, round_done, r);
}

/* ---- checking ---- */

static int check_reserved(struct nx_module *mod, struct registration *r, struct nx_error *err)
{
	struct registrar *reg = mod->data;
	const char *const *names = nx_conf_list(mod->server->conf, r->host->name, "registration_reserved");

	for (; *names; names++) {
		if (nx_str_eq(*names, r->local) || nx_str_eq(names_look(reg->looks, r->pool, *names), r->look))
			return nx_fail(err, NX_E_NOT_ACCEPTABLE, "This name is reserved");
	}
	return 0;
}

/* Two people who want names that look the same at once: the second one waits and asks again. */
static int check_under_way(struct nx_module *mod, const struct registration *r, struct nx_error *err)
{
	struct registrar *reg = mod->data;
	struct registration *other;

	NX_LIST_EACH(&reg->under_way, struct registration, link, other) {
		if (other->host == r->host && nx_str_eq(other->look, r->look))
			return nx_fail(err, NX_E_CONFLICT, "Somebody is just taking this name");
	}
	return 0;
}

/* Whoever has an invitation is counted by that: a class registers from one address. */
static int count_attempt(struct nx_module *mod, struct nx_session *sess, const struct registration *r, struct nx_error *err)
{
	struct registrar *reg = mod->data;

	if (*r->token_hash)
		return 0;
	if (register_check_pace(mod, sess, err) < 0)
		return -1;
	attempts_note(reg->attempts, nx_conn_peer_address(sess->conn));
	return 0;
}

static int check_fields(struct nx_module *mod, struct nx_session *sess, struct registration *r, const struct nx_xml *query,
			struct nx_error *err)
{
	struct registrar *reg = mod->data;
	struct register_fields fields;

	if (nx_xml_child(query, NX_NS_REGISTER, "remove"))
		return nx_fail(err, NX_E_UNEXPECTED_REQUEST, "Log in first");
	if (register_read_fields(query, &fields, err) < 0)
		return -1;
	if (!fields.username || !fields.password)
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "Name and password are needed");
	r->password = nx_pool_strdup(r->pool, fields.password);
	r->local = nx_jid_prep_local(r->pool, fields.username, err);
	if (!r->local) {
		err->kind = NX_E_NOT_ACCEPTABLE;
		return -1;
	}
	if (register_check_password(r->host, r->local, r->password, err) < 0)
		return -1;
	r->look = names_skeleton(reg->looks, r->pool, r->local, err);
	if (!r->look || check_reserved(mod, r, err) < 0 || check_under_way(mod, r, err) < 0)
		return -1;
	return count_attempt(mod, sess, r, err);
}

void registration_begin(struct nx_module *mod, struct nx_session *sess, const char *id, const struct nx_xml *query)
{
	struct registrar *reg = mod->data;
	struct nx_pool *pool = nx_pool_new("registration", 1024);
	struct registration *r = NX_NEW(pool, struct registration);
	struct nx_error err;

	r->pool = pool;
	r->mod = mod;
	r->host = sess->host;
	r->sess_id = sess->id;
	r->id = nx_pool_strdup(pool, id);
	r->token_hash = nx_pool_strdup(pool, guest_of(mod, sess)->token_hash);
	r->password = nx_pool_strdup(pool, "");
	if (check_fields(mod, sess, r, query, &err) < 0) {
		register_refuse_form(sess, id, &err, r->local);
		registration_free(r);
		return;
	}
	r->missing = NX_NEW_ARRAY(pool, char *, ROUND);
	r->last = "";
	nx_list_append(&reg->under_way, &r->link);
	nx_session_hold(sess);
	begin_round(r);
}

void registration_drop_all(struct registrar *reg)
{
	struct registration *r;

	NX_LIST_EACH(&reg->under_way, struct registration, link, r)
		registration_free(r);
}
