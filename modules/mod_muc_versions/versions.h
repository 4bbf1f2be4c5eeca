/* What the files of mod_muc_versions share.
 *
 * Every change of an affiliation gets an id, and of each JID the id of its last one is kept: what has changed since an id are the rows behind
 * it. An id is taken when the change is put into its job (room_affiliation_storing), and applies when that is on the disk
 * (room_affiliation); then everybody is told, before the next one applies. */
#ifndef MOD_MUC_VERSIONS_VERSIONS_H
#define MOD_MUC_VERSIONS_VERSIONS_H

#include "core/module.h"

#include "service/rooms.h"

struct version_row {
	uint64_t version;               /* of the last change; 0: none that is known */
	uint64_t crossed;               /* when the JID last began or ceased to belong to the room (member and above); 0 as above */
	uint64_t pending;               /* of a change that is on its way to the disk */
	size_t jid_len;
	char jid[];
};

/* In the room's slot. */
struct versions {
	struct nx_map *rows;            /* by JID */
	uint64_t last, before;          /* the newest change, and the one before it */
	uint64_t floor;                 /* what was before is not known */
	bool is_dropping;               /* a change on its way to the disk deletes rows there */
};

/* ---- changes.c ---- */

extern const struct nx_statement versions_statements[];
/* A room that exists has them: it was read, or its maker has become its owner. */
struct versions *versions_of(const struct nx_module *mod, const struct nx_room *room);
/* NULL: no change is known. */
const struct version_row *versions_find(const struct versions *versions, const char *jid, size_t len);
/* Of exactly that JID, which may be a banned domain. */
enum nx_affiliation versions_affiliation(const struct nx_room *room, const char *jid, size_t len);
/* The hooks of these names. */
nx_hook_account_deleting_fn versions_on_account_deleting;
nx_hook_room_affiliation_storing_fn versions_on_storing;
nx_hook_room_affiliation_fn versions_on_affiliation;
nx_hook_room_loading_fn versions_on_loading;
nx_hook_room_storing_fn versions_on_room_storing;

#endif
