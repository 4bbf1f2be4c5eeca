/* Reading from the store on behalf of an event, and waiting for it (nx_event_read() and nx_event_settle() in core/event.h).
 *
 * Reader threads see what is committed when they start. So that a client which sets something and asks for it without waiting gets what it has
 * set, and who asks for somebody that has just left learns of it, the query goes out behind all jobs that were submitted: at
 * once when nothing is pending, else behind a fence. */
#include "core/event.h"

#include <string.h>

#include "base/assert.h"
#include "base/pool.h"
#include "core/module.h"
#include "store/store.h"

#define MAX_ARGS 8
static const char *const formats[MAX_ARGS + 1] = { "", "s", "ss", "sss", "ssss", "sssss", "ssssss", "sssssss", "ssssssss" };

/* Lives in the event's pool; the event lives until its walk is over, so it needs no owner in the store. */
struct reading {
	struct nx_event *ev;
	struct nx_module *mod;
	unsigned statement;
	size_t max_bytes;               /* of its rows; 0: no bound */
	const char *args[MAX_ARGS];
	const char *format;             /* a letter for each argument (store/store.h) */
	void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row);
	enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev);
};

static void take_row(void *ctx, const struct nx_row *row)
{
	struct reading *reading = ctx;

	reading->row(reading->mod, reading->ev, row);
}

static void go_on(struct nx_event *ev, enum nx_verdict verdict)
{
	/* NX_WAIT: done has begun something else, which resumes the event. */
	if (verdict != NX_WAIT)
		nx_event_resume(ev->server, ev->id, verdict);
}

static void finish(void *ctx, const struct nx_result *result)
{
	struct reading *reading = ctx;
	struct nx_event *ev = reading->ev;
	enum nx_verdict verdict;

	if (result->err) {
		nx_log(reading->mod, NX_ERROR, "cannot read for %s: %s", ev->from.full, result->err->text);
		verdict = nx_event_refuse(ev, NX_E_INTERNAL, "The server cannot read its database; try again later");
	} else {
		ev->is_read_cut = result->is_cut;
		verdict = reading->done(reading->mod, ev);
	}
	go_on(ev, verdict);
}

static void ask(void *ctx, const struct nx_result *fence)
{
	struct reading *reading = ctx;

	(void)fence;    /* a fence cannot fail */
	nx_store_query_some(reading->ev->server->store, reading->max_bytes, NULL, take_row, finish, reading, reading->mod->statements,
			    reading->statement, reading->format, reading->args[0], reading->args[1], reading->args[2], reading->args[3],
			    reading->args[4], reading->args[5], reading->args[6], reading->args[7]);
}

enum nx_verdict nx_event_read(struct nx_event *ev, struct nx_module *mod, unsigned statement, const char *const *args,
			      void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row),
			      enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev))
{
	return nx_event_read_some(ev, mod, 0, statement, args, row, done);
}

enum nx_verdict nx_event_read_some(struct nx_event *ev, struct nx_module *mod, size_t max_bytes, unsigned statement,
				   const char *const *args,
				   void (*row)(struct nx_module *mod, struct nx_event *ev, const struct nx_row *row),
				   enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev))
{
	struct reading *reading = NX_NEW(ev->pool, struct reading);
	struct nx_store *store = ev->server->store;
	size_t count = 0;

	*reading = (struct reading){ .ev = ev, .mod = mod, .statement = statement, .max_bytes = max_bytes, .row = row, .done = done };
	for (; args[count]; count++) {
		nx_assert(count < MAX_ARGS);
		reading->args[count] = nx_pool_strdup(ev->pool, args[count]);
	}
	reading->format = formats[count];
	if (nx_store_pending(store) > 0)
		nx_store_fence(store, NULL, ask, reading);
	else
		ask(reading, NULL);
	return NX_WAIT;
}

/* ---- waiting ---- */

static void settled(void *ctx, const struct nx_result *fence)
{
	struct reading *reading = ctx;

	(void)fence;    /* a fence cannot fail */
	go_on(reading->ev, reading->done(reading->mod, reading->ev));
}

enum nx_verdict nx_event_settle(struct nx_event *ev, struct nx_module *mod,
				enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev))
{
	struct reading *reading = NX_NEW(ev->pool, struct reading);

	*reading = (struct reading){ .ev = ev, .mod = mod, .done = done };
	nx_store_fence(ev->server->store, NULL, settled, reading);
	return NX_WAIT;
}
