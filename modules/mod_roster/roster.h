/* What the files of mod_roster share: mod_roster.c keeps rosters in step with the table, requests.c answers clients. */
#ifndef NX_MOD_ROSTER_ROSTER_H
#define NX_MOD_ROSTER_ROSTER_H

#include "mod_roster/book.h"

/* Gives entry a new version, and adds its row and the roster's version to the job. */
void nx_roster_note_change(struct nx_module *mod, struct nx_account *account, struct nx_book_entry *entry, struct nx_job *job);
/* Takes entry out of memory and, with the job, out of the table; returns the roster's new version. */
uint64_t nx_roster_note_removal(struct nx_module *mod, struct nx_account *account, struct nx_book_entry *entry,
				struct nx_job *job);
bool nx_roster_has_room(struct nx_module *mod, struct nx_account *account, const struct nx_jid *contact, bool is_hidden);
bool nx_roster_is_interested(struct nx_module *mod, const struct nx_session *sess);
/* The push of an item as it is now, to be sent when it is stored. */
struct nx_xml *nx_roster_push_new(struct nx_event *ev, const struct nx_book_entry *entry);
void nx_roster_push(struct nx_module *mod, struct nx_event *ev, struct nx_account *account, struct nx_xml *push);

/* The iq rules. */
enum nx_verdict nx_roster_get(struct nx_module *mod, struct nx_event *ev);
enum nx_verdict nx_roster_set(struct nx_module *mod, struct nx_event *ev);

#endif
