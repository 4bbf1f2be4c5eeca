/* What the files of mod_register share: mod_register.c talks to who is not logged in yet and registration.c makes the account,
 * accounts.c changes passwords and removes accounts, fields.c asks for fields and reads them, names.c judges names, invites.c keeps
 * invitations, pace.c counts attempts. */
#ifndef MOD_REGISTER_REGISTER_H
#define MOD_REGISTER_REGISTER_H

#include "base/list.h"
#include "core/module.h"
#include "xmpp/look.h"

#define TOKEN_HASH_SIZE 65              /* hexadecimal SHA-256 and NUL */

enum register_statement {
	NAME_MISSING, NAME_ADD, NAME_FIND,
	INVITE_ADD, INVITE_PURGE, INVITE_FIND, INVITE_USE, INVITE_LIST, INVITE_LIST_ALL, INVITE_REVOKE,
};

/* mod->data. */
struct registrar {
	struct nx_owner owner;          /* of what is asked of the store */
	struct nx_looks *looks;
	struct attempts *attempts;
	struct nx_list under_way;       /* struct registration.link */
	struct nx_list asked;           /* struct preauth.link */
};

/* ---- names.c: what a name looks like (Unicode TR 39) ---- */

/* What local (prepared) looks like, in pool: equal for names that can be mistaken for one another. NULL and err when it mixes scripts or
 * cannot be shown, or when the system's ICU does not work. */
char *names_skeleton(struct nx_looks *looks, struct nx_pool *pool, const char *local, struct nx_error *err);
/* The same without judging: for names that exist. NULL when it cannot be told. */
char *names_look(struct nx_looks *looks, struct nx_pool *pool, const char *local);

/* ---- pace.c: attempts by address and altogether ---- */

struct attempts *attempts_new(struct nx_server *server);
void attempts_free(struct attempts **attempts);
/* Whether that address, or everybody together, has tried too often. */
bool attempts_are_too_many(const struct attempts *attempts, const char *address);
void attempts_note(struct attempts *attempts, const char *address);

/* ---- invites.c ---- */

void invite_hash(char out[TOKEN_HASH_SIZE], const char *token);
extern const struct nx_command invite_commands[];

/* ---- fields.c ---- */

struct register_fields { const char *username, *password; };            /* NULL: not given, or empty */

/* Puts instructions, plain fields and the form into query; username NULL: that of somebody new. */
void register_add_fields(struct nx_xml *query, const char *instructions, const char *username);
/* Puts into query that accounts are made at url. */
void register_add_redirect(struct nx_xml *query, const char *url);
/* The form goes first (section 4 rule 5). 0; or -1: NX_E_BAD_REQUEST, the form is none of ours; NX_E_NOT_ACCEPTABLE, a field has not one
 * value. Texts live in the query's pool. */
int register_read_fields(const struct nx_xml *query, struct register_fields *fields_r, struct nx_error *err);

/* ---- accounts.c: who is logged in ---- */

extern const struct nx_iq_rule register_iq[];

/* ---- registration.c ---- */

/* Of a stream that may register: answers, now or later. */
void registration_begin(struct nx_module *mod, struct nx_session *sess, const char *id, const struct nx_xml *query);
/* Hook account_creating: the row with what the name looks like. */
nx_hook_account_creating_fn register_add_name;
void registration_drop_all(struct registrar *reg);

/* ---- mod_register.c ---- */

/* Slot of a session that is not logged in. */
struct guest {
	char token_hash[TOKEN_HASH_SIZE];       /* "": no valid token was shown */
	bool has_asked, is_registered;
};

struct guest *guest_of(struct nx_module *mod, struct nx_session *sess);
/* The answer to iq id before login. query NULL: none; lives in pool. Gives the pool back. */
void register_answer(struct nx_session *sess, struct nx_pool *pool, const char *id, struct nx_xml *query);
/* It is refused, and what a person can mend comes with the fields again, as in XEP-0077 section 3.1 but for the password: nbxmpp
 * shows the form once more then. username NULL: none was given. */
void register_refuse_form(struct nx_session *sess, const char *id, const struct nx_error *err, const char *username);
/* NX_E_NOT_ACCEPTABLE: too many attempts. */
int register_check_pace(struct nx_module *mod, const struct nx_session *sess, struct nx_error *err);

/* What every password has to be; NX_E_NOT_ACCEPTABLE. */
int register_check_password(const struct nx_host *host, const char *local, const char *password, struct nx_error *err);
/* The number of XEP-0086 for a condition (XEP-0077 section 9). */
const char *register_code(enum nx_error_kind kind);

#endif
