/* Who is logged in: what the server knows of the account, a new password, removal (XEP-0077 sections 3.1, 3.2 and 3.3). The account is
 * the one of the session, never the one in the request. */
#include "mod_register/register.h"

#include <string.h>

#include "base/error.h"

/* With what is in ev->error, and the old number (section 9). */
static enum nx_verdict refuse_error(struct nx_event *ev)
{
	ev->error_code = register_code(ev->error.kind);
	return NX_REFUSE;
}

static enum nx_verdict refuse(struct nx_event *ev, enum nx_error_kind kind, const char *text)
{
	nx_event_refuse(ev, kind, "%s", text);
	return refuse_error(ev);
}

/* Accounts are registered where they are. */
static bool is_here(const struct nx_event *ev)
{
	return ev->sess && ev->sess->account && ev->host == ev->sess->account->host;
}

static bool is_allowed(const struct nx_event *ev, const char *option)
{
	return nx_conf_bool(ev->server->conf, ev->host->name, option);
}

/* Section 3.1: "an empty <registered/> element" and what is on file; never the password. */
static enum nx_verdict account_get(struct nx_module *mod, struct nx_event *ev)
{
	(void)mod;
	if (!is_here(ev))
		return refuse(ev, NX_E_SERVICE_UNAVAILABLE, "Your account is on another domain");
	struct nx_xml *query = nx_xml_new(ev->pool, NX_NS_REGISTER, "query");

	nx_xml_add(query, NULL, "registered");
	register_add_fields(query, "You are registered; a new password can be set here.", ev->sess->account->local);
	return nx_event_answer(ev, query);
}

/* ---- doing: core/users.c goes on, the event waits ---- */

static void finish(void *ctx, const struct nx_error *err)
{
	struct nx_event *ev = ctx;

	if (err) {
		refuse(ev, err->kind, err->text);
		nx_event_resume(ev->server, ev->id, NX_REFUSE);
		return;
	}
	nx_event_answer(ev, NULL);
	nx_event_resume(ev->server, ev->id, NX_DONE);
}

/* Section 3.2. The sessions end when the answer has been written (core/users.c). */
static enum nx_verdict remove_account(struct nx_event *ev, const struct nx_xml *query)
{
	const struct nx_xml *first = nx_xml_first_element(query);

	if (nx_xml_next(first, NULL, NULL))
		return refuse(ev, NX_E_BAD_REQUEST, "Removal comes alone");
	if (!is_allowed(ev, "registration_removal"))
		return refuse(ev, NX_E_NOT_ALLOWED, "Accounts are removed by the administrator here");
	nx_log(ev->sess, NX_INFO, "the user removes the account");
	nx_users_delete(ev->host, ev->sess->account->local, finish, ev);
	return NX_WAIT;
}

/* Section 3.3. */
static enum nx_verdict change_password(struct nx_event *ev, const struct nx_xml *query)
{
	const char *own = ev->sess->account->local;
	struct register_fields fields;
	char *local;

	if (register_read_fields(query, &fields, &ev->error) < 0)
		return refuse_error(ev);
	if (!fields.username || !fields.password)
		return refuse(ev, NX_E_BAD_REQUEST, "A new password needs username and password");
	local = nx_jid_prep_local(ev->pool, fields.username, NULL);
	if (!local || !nx_str_eq(local, own))
		return refuse(ev, NX_E_NOT_ALLOWED, "You can change your own password only");
	if (!is_allowed(ev, "registration_password_change"))
		return refuse(ev, NX_E_NOT_ALLOWED, "Passwords are changed by the administrator here");
	if (register_check_password(ev->host, own, fields.password, &ev->error) < 0)
		return refuse_error(ev);
	nx_log(ev->sess, NX_INFO, "the user changes the password");
	nx_users_set_password(ev->host, own, fields.password, finish, ev);
	return NX_WAIT;
}

static enum nx_verdict account_set(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *query = ev->payload;

	(void)mod;
	if (!is_here(ev) && nx_xml_child(query, NX_NS_REGISTER, "remove"))
		return refuse(ev, NX_E_REGISTRATION_REQUIRED, "Your account is on another domain");      /* section 3.2 */
	if (!is_here(ev))
		return refuse(ev, NX_E_SERVICE_UNAVAILABLE, "Your account is on another domain");
	/* Section 3.3: errors SHOULD NOT return the original XML, which has a password in it. */
	nx_event_wipe(ev);
	nx_xml_remove(query);
	if (nx_xml_child(query, NX_NS_REGISTER, "remove"))
		return remove_account(ev, query);
	return change_password(ev, query);
}

const struct nx_iq_rule register_iq[] = {
	{ NX_GET, NX_NS_REGISTER, "query", NX_TO_HOST | NX_TO_OWN_ACCOUNT, account_get },
	{ NX_SET, NX_NS_REGISTER, "query", NX_TO_HOST | NX_TO_OWN_ACCOUNT, account_set },
	{ 0 }
};
