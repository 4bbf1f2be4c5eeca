/* How many rooms one user may own (XEP-0045 sections 10.1.1 and 14.6). Those that are stored count; temporary ones are gone with
 * their last occupant. It is looked at when a room is made, when one becomes one that is stored, and when somebody becomes the
 * owner of such a one: a question to the store, after which the request is looked at anew, because the room may have changed
 * meanwhile. Who does so with several clients in the same moment may get one more with each. */
#include "mod_muc/muc.h"

struct counting {
	const char *const *owner;       /* whose are counted now */
	enum nx_error_kind kind;
	nx_room_visit_fn *fn;
	void *kept;                     /* the visit's own */
	int64_t owned;
};

static int64_t limit(const struct nx_event *ev)
{
	return nx_conf_int(ev->server->conf, ev->component->host->name, "muc_rooms_max");
}

static enum nx_verdict count_next(struct nx_event *ev);

static void owned_row(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row)
{
	struct counting *counting = muc_visit_kept(ev);

	(void)mod;
	counting->owned = nx_row_int(row, 0);
}

static enum nx_verdict counted(struct nx_module *mod, struct nx_event *ev)
{
	struct counting *counting = muc_visit_kept(ev);

	(void)mod;
	if (counting->owned >= limit(ev))
		return nx_event_refuse(ev, counting->kind, "%s has as many rooms as one can have: one has to be destroyed first", *counting->owner);
	counting->owner++;
	return count_next(ev);
}

static enum nx_verdict count_next(struct nx_event *ev)
{
	struct counting *counting = muc_visit_kept(ev);
	struct nx_jid jid;

	if (!*counting->owner) {
		muc_visit_keep(ev, counting->kept);
		return muc_visit_again(ev, counting->fn);
	}
	if (nx_jid_parse(ev->pool, *counting->owner, &jid, &ev->error) < 0)
		return NX_REFUSE;
	/* Administrators of the database are excepted there. */
	if (nx_account_is_named_admin(ev->component->host, &jid)) {
		counting->owner++;
		return count_next(ev);
	}
	return nx_event_read(ev, muc_visited(ev)->muc->mod, MUC_COUNT_OWNED,
			     NX_LIST(*counting->owner, nx_jid_domain(&jid), nx_jid_local_str(ev->pool, &jid)), owned_row, counted);
}

enum nx_verdict muc_check_owners(struct nx_event *ev, const char *const *owners, enum nx_error_kind kind, nx_room_visit_fn *fn)
{
	struct counting *counting = NX_NEW(ev->pool, struct counting);

	if (!*owners || limit(ev) == 0 || !ev->sender || ev->sender->is_admin)
		return muc_visit_again(ev, fn);
	*counting = (struct counting){ .owner = owners, .kind = kind, .fn = fn, .kept = muc_visit_kept(ev) };
	muc_visit_keep(ev, counting);
	return count_next(ev);
}
