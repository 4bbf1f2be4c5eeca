/* What the files of mod_muc_hats share: the hats of a room and who wears them (XEP-0317). */
#ifndef MOD_MUC_HATS_HATS_H
#define MOD_MUC_HATS_HATS_H

#include "core/module.h"

#include "service/rooms.h"

#define NS_HATS "urn:xmpp:hats:0"
#define HATS_MAX 50                     /* of a room */
#define HATS_MAX_WEARERS 500            /* of a hat */

struct hat {
	struct nx_link link;
	char *uri, *title;
	char *hue;                      /* degrees; NULL: clients choose */
	struct nx_map *wearers;         /* char * by itself: bare JID */
};

/* In the room's slot. */
struct hats {
	struct nx_list list;            /* struct hat */
	unsigned count;
};

/* A change that is stored first and then made. */
struct hat_change {
	enum { HAT_CREATE, HAT_DESTROY, HAT_ASSIGN, HAT_UNASSIGN } what;
	const char *uri;
	const char *title, *hue;        /* CREATE; hue NULL: none */
	const char *jid;                /* ASSIGN, UNASSIGN; bare */
};

/* ---- hats.c ---- */

/* Of the room; made when there are none. */
struct hats *hats_of(struct nx_module *mod, struct nx_room *room);
struct hat *hats_find(const struct hats *hats, const char *uri);
bool hats_wears(const struct hat *hat, const struct nx_jid *bare);
/* In memory. */
void hats_change(struct nx_module *mod, struct nx_room *room, const struct hat_change *change);
/* Statements that do the same to the rows. */
void hats_store(struct nx_module *mod, const struct nx_room *room, struct nx_job *job, const struct hat_change *change);
extern const struct nx_statement hats_statements[];
/* Hooks: the room is read, stored for the first time; an account goes. */
void hats_on_loading(struct nx_module *mod, struct nx_room *room);
void hats_on_storing(struct nx_module *mod, struct nx_room *room, struct nx_job *job);
void hats_on_account_deleting(struct nx_module *mod, struct nx_host *host, const char *local, struct nx_job *job);
void hats_on_account_deleted(struct nx_module *mod, struct nx_host *host, const struct nx_jid *bare);

/* ---- commands.c: sections 3.2 to 3.7 ---- */

#define NS_COMMANDS "http://jabber.org/protocol/commands"

enum nx_verdict hats_command(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
/* Those that this one may use, as items of disco#items. */
void hats_list_commands(struct nx_event *ev, const struct nx_room *room, struct nx_xml *query);
/* True: the node is one of them, and query says what it is. */
bool hats_describe_command(const char *node, struct nx_xml *query);

/* ---- mod_muc_hats.c ---- */

/* Whether the owners of the room want any. */
bool hats_are_worn(const struct nx_room *room);

#endif
