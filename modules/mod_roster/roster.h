/* What the files of mod_roster share: mod_roster.c keeps rosters in step with the table, requests.c answers clients. */
#ifndef MOD_ROSTER_ROSTER_H
#define MOD_ROSTER_ROSTER_H

#include "mod_roster/book.h"

/* Gives entry a new version, and adds its row and the roster's version to the job. */
void roster_note_change(struct nx_module *mod, struct nx_account *account, struct book_entry *entry, struct nx_job *job);
/* Takes entry out of memory and, with the job, out of the table; returns the roster's new version. */
uint64_t roster_note_removal(struct nx_module *mod, struct nx_account *account, struct book_entry *entry,
			     struct nx_job *job);
bool roster_has_room(struct nx_module *mod, struct nx_account *account, const struct nx_jid *contact, bool is_hidden);
bool roster_is_interested(struct nx_module *mod, const struct nx_session *sess);
/* The push of an item as it is now, to be sent when it is stored. */
struct nx_xml *roster_push_new(struct nx_event *ev, const struct book_entry *entry);
void roster_push(struct nx_module *mod, struct nx_event *ev, struct nx_account *account, struct nx_xml *push);

/* The iq rules. */
enum nx_verdict roster_get(struct nx_module *mod, struct nx_event *ev);
enum nx_verdict roster_set(struct nx_module *mod, struct nx_event *ev);

#endif
