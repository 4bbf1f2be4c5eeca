/* What the files of mod_mam share. */
#ifndef MOD_MAM_MAM_H
#define MOD_MAM_MAM_H

#include "core/module.h"

#include "service/archive.h"

enum {
	MAM_ADD_MESSAGE, MAM_ADD, MAM_FIND, MAM_FORWARDS, MAM_BACKWARDS, MAM_FORWARDS_WITH, MAM_BACKWARDS_WITH, MAM_ONE, MAM_REPLACE,
	MAM_BY_IDS, MAM_COUNT, MAM_ENDS, MAM_LATEST, MAM_EXPIRE, MAM_REMOVE_LATER, MAM_NEXT_REMOVAL, MAM_FORGET_MESSAGES, MAM_FORGET,
	MAM_REMOVED,
};
/* Columns of all that give messages. */
enum { COLUMN_ID, COLUMN_SENDER, COLUMN_STANZA };

/* Of the messages that are read for a page; one that is larger is a page. The client may be slow, and the page waits for it. The
 * few that are asked for by their ids come whole. */
#define MAM_PAGE_BYTES (1024 * 1024)

/* worth.c */
bool mam_is_worth(const struct nx_xml *message);
/* query.c */
enum nx_verdict mam_query(struct nx_module *mod, struct nx_event *ev, const struct nx_archive_view *view);

#endif
