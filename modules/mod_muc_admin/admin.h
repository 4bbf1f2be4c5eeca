/* What the files of mod_muc_admin share: a command that asks a room. */
#ifndef MOD_MUC_ADMIN_ADMIN_H
#define MOD_MUC_ADMIN_ADMIN_H

#include "core/module.h"

#include "service/rooms.h"

/* One command under way, in the call's pool. */
struct task {
	struct nx_call *call;
	struct nx_module *mod;
	const struct nx_component *component;   /* whose room it is */
	struct nx_jid room;
	void (*go_on)(struct task *task, const struct nx_xml *payload);
	void (*absent)(struct task *task);      /* instead of failing, when there is no such room; NULL */
	bool has_owner;                         /* room create: the account is there */
};

enum { ADMIN_LIST, ADMIN_HAS_ACCOUNT };
extern const struct nx_statement muc_admin_statements[];

/* ---- ask.c ---- */

/* For the parameter "room". NULL: it is no room of ours, and the call has failed: it is gone. */
struct task *task_new(struct nx_module *mod, struct nx_call *call);
/* An empty <query/> of that namespace, in a pool that task_ask() takes. */
struct nx_xml *task_query(const struct task *task, const char *ns);
/* Asks the room, type NX_TYPE_GET or NX_TYPE_SET; go_on gets the answer. When the room refuses the call fails with its sentence. */
void task_ask(struct task *task, enum nx_stanza_type type, struct nx_xml *query,
	      void (*go_on)(struct task *task, const struct nx_xml *payload));
/* For task_ask(): all is done, and the sentence stands in the result. */
void task_done(struct task *task, const struct nx_xml *payload);
/* Brings the room into memory; go_on gets the form of its configuration. Accepts NULL: task_new() has failed the call. */
void task_load(struct task *task, void (*go_on)(struct task *task, const struct nx_xml *payload));
/* The room, while go_on runs. */
struct nx_room *task_room(const struct task *task);

/* ---- list.c: what is looked at ---- */

void room_list(struct nx_module *mod, struct nx_call *call);
void room_show(struct nx_module *mod, struct nx_call *call);
void room_people(struct nx_module *mod, struct nx_call *call);
void room_occupants(struct nx_module *mod, struct nx_call *call);

/* ---- config.c: the configuration form ---- */

void room_create(struct nx_module *mod, struct nx_call *call);
void room_config(struct nx_module *mod, struct nx_call *call);
void room_set(struct nx_module *mod, struct nx_call *call);
void room_password(struct nx_module *mod, struct nx_call *call);

#endif
