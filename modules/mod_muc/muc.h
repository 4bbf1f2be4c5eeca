/* What the files of mod_muc share: rooms, who is in them, and the steps that several use cases take (XEP-0045).
 *
 * One normal case: thirdwitch says something. The hook in mod_muc.c sees that the stanza is for a room and calls muc_visit(), which finds
 * the room, reads it from the store if need be, and lets the stanza wait for its turn; then message.c checks the sender, makes the
 * stanza that everybody gets, and hands it to each client of each occupant.
 *
 * Turns: what is stored is shown after its commit, and a room changes in memory only then. So whatever looks at a room waits until no change
 * of it is under way, and finds memory and disk agreed; whatever is not a stored message also waits for the messages that are
 * on their way to the disk, so that everybody sees everything in one order. */
#ifndef MOD_MUC_MUC_H
#define MOD_MUC_MUC_H

#include "core/module.h"

#include "service/rooms.h"
#include "xmpp/dataform.h"

/* The module's own. */
struct muc {
	struct nx_module *mod;
	struct nx_owner owner;
	const struct nx_archive_service *archive;       /* NULL: nobody keeps messages, or nobody has asked yet */
	struct nx_module *archive_mod;
	struct nx_looks *looks;
	struct nx_timer retention;
	struct nx_map *rooms;           /* struct nx_room by bare JID: those in memory */
	struct nx_list pasts;           /* struct past of all rooms, oldest first: past.c */
	size_t past_bytes;
	struct nx_map *authors;         /* struct author by bare JID: whose they are */
	struct nx_list idle;            /* oldest first */
	unsigned idle_count;
};

/* ---- rooms.c: finding, loading, forgetting; taking turns ---- */

/* Is it for local@service, with or without a resource? */
bool muc_is_for_room(const struct nx_event *ev);
/* Calls fn when the room (possibly ABSENT) is there and it is the event's turn; its verdict is the handler's. */
enum nx_verdict muc_visit(struct nx_module *mod, struct nx_event *ev, enum nx_room_turn turn, nx_room_visit_fn *fn);
/* The room that the event visits. */
struct nx_room *muc_visited(const struct nx_event *ev);
/* What its handler needs when it goes on after a commit; in the event's pool. */
void muc_visit_keep(struct nx_event *ev, void *data);
void *muc_visit_kept(const struct nx_event *ev);
/* Commits a change of the room on behalf of the event: job NULL (nothing of the room is stored): done runs at once. …_of: done gets mod. */
enum nx_verdict muc_commit(struct nx_event *ev, struct nx_room *room, struct nx_job **job, nx_room_done_fn *done);
enum nx_verdict muc_commit_of(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_job **job,
			      nx_room_done_fn *done);
/* Commits a message: nothing of the room itself changes. */
enum nx_verdict muc_commit_message(struct nx_event *ev, struct nx_room *room, struct nx_job **job, nx_room_done_fn *done);
enum nx_verdict muc_commit_message_of(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_job **job,
				      nx_room_done_fn *done);
/* In an event that has waited for something else: takes its turn anew, with another function. */
enum nx_verdict muc_visit_again(struct nx_event *ev, nx_room_visit_fn *fn);
/* For what is shown without being stored, in a visit that waited for changes only: done runs when all that the room stores is on the
 * disk. */
enum nx_verdict muc_in_turn(struct nx_event *ev, struct nx_room *room, nx_room_done_fn *done);
/* While a room is read: further rows, for an extra. */
void muc_room_read(struct nx_module *mod, struct nx_room *room, unsigned statement,
		   void (*row)(struct nx_module *mod, struct nx_room *room, const struct nx_row *row));
/* The room does not exist any more; nobody is in it. */
void muc_room_vanish(struct nx_room *room);
struct muc *muc_new(struct nx_module *mod);
void muc_free(struct muc **muc);

/* ---- metrics.c ---- */

void muc_tell_metrics(struct nx_module *mod, struct nx_metrics *out);

/* ---- store.c: rows ---- */

enum {
	MUC_LOAD_ROOM, MUC_LOAD_CONFIG, MUC_LOAD_MEMBERS, MUC_SET_ROOM, MUC_SET_SUBJECT, MUC_SET_FIELD, MUC_CLEAR_FIELDS, MUC_SET_MEMBER,
	MUC_REMOVE_MEMBER, MUC_REMOVE_ROOM, MUC_LIST_PUBLIC, MUC_READ_PUBLIC, MUC_LIST_RETENTION, MUC_FORGET_ACCOUNT,
	MUC_LOAD_VOICES, MUC_SET_VOICE, MUC_REMOVE_VOICE, MUC_FORGET_VOICES,
	MUC_LOAD_REQUESTS, MUC_SET_REQUEST, MUC_REMOVE_REQUEST, MUC_FORGET_REQUESTS,
	MUC_COUNT_OWNED,
};
extern const struct nx_statement muc_statements[];
/* NULL when the room is not one that is stored. */
struct nx_job *muc_job_new(const struct nx_room *room);
/* Everything of the room, with that configuration. */
void muc_store_room(struct nx_job *job, struct nx_room *room, struct nx_room_config *config);
void muc_store_config(struct nx_job *job, const struct nx_room *room, struct nx_room_config *config);
void muc_store_subject(struct nx_job *job, const struct nx_room *room, const char *subject, const char *nick, int64_t at_ms);
/* NX_AFF_NONE removes the row. */
void muc_store_member(struct nx_job *job, const struct nx_room *room, const char *jid, enum nx_affiliation affiliation,
		      const char *nick, const char *reason);
/* The same as a decision of somebody who may decide: with another affiliation, remembered voice and a waiting request go. */
void muc_store_affiliation(struct nx_job *job, const struct nx_room *room, const char *jid, enum nx_affiliation affiliation,
			   const char *nick, const char *reason);
void muc_store_removal(struct nx_job *job, const struct nx_room *room);

/* ---- members.c: affiliations and roles ---- */

const char *muc_affiliation_name(enum nx_affiliation affiliation);
const char *muc_role_name(enum nx_role role);
/* False when there is no such word. */
bool muc_affiliation_parse(const char *name, enum nx_affiliation *affiliation_r);
bool muc_role_parse(const char *name, enum nx_role *role_r);
/* NULL: NX_AFF_NONE. An outcast may be one by domain (9.2). */
const struct nx_room_member *muc_member_find(const struct nx_room *room, const struct nx_jid *jid);
/* Has the rights of an owner in every room: an administrator who is connected, if the option says so, and the server itself. */
bool muc_rules_all(const struct nx_room *room, const struct nx_jid *jid);
/* As it stands in the list, whatever else gives rights. */
enum nx_affiliation muc_stored_affiliation(const struct nx_room *room, const char *bare);
/* What its rights come from. */
enum nx_affiliation muc_affiliation_of(const struct nx_room *room, const struct nx_jid *jid);
/* In memory; NX_AFF_NONE removes. */
void muc_member_set(struct nx_room *room, const char *bare, size_t bare_len, enum nx_affiliation affiliation, const char *nick,
		    const char *reason);
/* The same as muc_store_affiliation(). */
void muc_affiliate(struct nx_room *room, const char *bare, size_t bare_len, enum nx_affiliation affiliation, const char *nick,
		   const char *reason);
void muc_members_clear(struct nx_room *room);
/* 5.1.2 */
enum nx_role muc_default_role(const struct nx_room_config *config, enum nx_affiliation affiliation);
unsigned muc_count(const struct nx_room *room, enum nx_affiliation affiliation);

/* ownership.c: may each of owners (bare JIDs; NULL ends) own one more room that is stored? Then fn takes a turn of its own, at
 * once or later, and looks at everything anew; else a refusal of that kind. */
enum nx_verdict muc_check_owners(struct nx_event *ev, const char *const *owners, enum nx_error_kind kind, nx_room_visit_fn *fn);

/* Refuses when a room with that configuration would keep the affiliations of so many people. */
enum nx_verdict muc_check_size(struct nx_event *ev, const struct nx_room_config *config, size_t affiliations);

/* ---- nicks.c: nicknames and what they look like ---- */

/* Equal for nicknames that can be mistaken for one another; in pool. */
const char *muc_nick_look(const struct nx_room *room, struct nx_pool *pool, const char *nick);
/* Who has reserved a nickname that looks so; NULL: nobody. */
const struct nx_room_member *muc_nick_owner(const struct nx_room *room, const char *look);
/* May the event's sender be called so (7.2.8)? NX_PASS or a refusal. */
enum nx_verdict muc_check_nick(struct nx_event *ev, const struct nx_room *room, const char *nick);

/* ---- voices.c: voice that outlives a visit (5.1) ---- */

/* What is remembered of that user; NX_ROLE_NONE: nothing. */
enum nx_role muc_voice_of(const struct nx_room *room, const char *bare, size_t bare_len);
/* In memory; NX_ROLE_NONE forgets. */
void muc_voice_set(struct nx_room *room, const char *bare, size_t bare_len, enum nx_role role);
void muc_voices_clear(struct nx_room *room);
/* What is to be remembered when the occupant's role becomes that. */
enum nx_role muc_voice_after(const struct nx_occupant *occupant, enum nx_role role);
/* With which somebody of that affiliation enters. */
enum nx_role muc_entry_role(const struct nx_room *room, const struct nx_jid *jid, enum nx_affiliation affiliation);
/* NX_ROLE_NONE removes the row. */
void muc_store_voice(struct nx_job *job, const struct nx_room *room, const char *jid, enum nx_role role);
void muc_store_voices(struct nx_job *job, const struct nx_room *room);

/* ---- approval.c: requests to become a member that wait for an admin (9.9) ---- */

/* May this user register only with an admin's consent? */
bool muc_needs_approval(const struct nx_room *room, enum nx_affiliation affiliation);
/* What an admin may want to know, with the answers in filled (NULL: to be filled in). */
void muc_add_particulars(struct nx_xml *form, const struct nx_form *filled);
/* The nickname that the user has asked for; NULL: has not asked. */
const char *muc_requested_nick(const struct nx_room *room, const struct nx_jid *jid);
/* Keeps the request, answers, and shows it to the room's admins and owners; nick is checked. */
enum nx_verdict muc_request_membership(struct nx_event *ev, struct nx_room *room, const struct nx_form *form, const char *nick);
/* The user does not want it any more; answers. */
enum nx_verdict muc_withdraw_request(struct nx_event *ev, struct nx_room *room);
/* An admin or owner who comes sees what waits. */
void muc_requests_show(struct nx_event *ev, const struct nx_room_client *to);
/* An admin's answer; NX_PASS: the message is not about that. */
enum nx_verdict muc_approve(struct nx_event *ev, struct nx_room *room);
void muc_request_restore(struct nx_room *room, const char *jid, const char *nick, const char *form);
/* In memory. */
void muc_request_forget(struct nx_room *room, const char *bare, size_t bare_len);
void muc_requests_clear(struct nx_room *room);
void muc_store_requests(struct nx_job *job, const struct nx_room *room);

/* absent.c: the user jid, who is not in the room, had the affiliation before. */
void muc_tell_of_absent(struct nx_event *ev, struct nx_room *room, const char *jid, enum nx_affiliation before, const char *reason);
/* The user has that affiliation now, which is no news for anybody but those who follow affiliations. */
void muc_tell_followers(struct nx_event *ev, struct nx_room *room, const char *jid, enum nx_affiliation affiliation);
/* The same of an account that has been deleted: NX_AFF_NONE. */
void muc_tell_of_deleted(struct nx_room *room, const char *jid);

/* ---- config.c: the form ---- */

struct nx_room_config *muc_config_new(const struct nx_server *server);
struct nx_room_config *muc_config_dup(struct nx_room_config *config);
void muc_config_free(struct nx_room_config **config);
/* All fields with their values; type NX_FORM_FORM. */
struct nx_xml *muc_config_form(struct nx_pool *pool, const struct nx_room *room);
/* Changes config as the form says: 0, or -1 and a sentence. */
int muc_config_read(struct nx_room_config *config, const struct nx_form *form, struct nx_error *err);
/* One field as it is stored; unknown ones are left alone. */
void muc_config_load(struct nx_room_config *config, const char *var, const char *value);
/* Calls fn for each field that differs from a new room's. */
void muc_config_each(const struct nx_server *server, struct nx_room_config *config,
		     void (*fn)(void *ctx, const char *var, const char *value), void *ctx);
/* What disco#info tells of it. */
void muc_config_info(struct nx_room_config *config, struct nx_xml *form);

/* ---- occupants.c: who is in the room ---- */

struct nx_occupant *muc_occupant_find(const struct nx_room *room, const char *nick);
struct nx_room_client *muc_client_find(const struct nx_room *room, const struct nx_jid *full);
/* Is a user with that bare JID in the room? */
bool muc_is_here(const struct nx_room *room, const char *jid);
/* Under that nickname, in which nobody else is; presence: the stanza it sent. */
struct nx_room_client *muc_client_add(struct nx_room *room, const struct nx_event *ev, const char *nick);
/* Takes it out; an occupant without clients goes too. */
void muc_client_remove(struct nx_room_client *client);
/* All clients of the occupant under another nickname, in which nobody is: returns the new occupant, the old one is gone. */
struct nx_occupant *muc_occupant_rename(struct nx_occupant *occupant, const char *nick);
/* True: it differs from the one before. */
bool muc_client_note_presence(struct nx_room_client *client, const struct nx_xml *stanza);
/* What only the room says: a client that puts it into a stanza forges it. */
bool muc_is_rooms_own(const struct nx_xml *el);
/* May this client see real addresses (7.2.3, 7.2.4)? */
bool muc_may_see_jids(const struct nx_room *room, const struct nx_occupant *viewer);

/* ---- occupant_id.c ---- */

const char *muc_occupant_id(struct nx_pool *pool, const struct nx_room *room, const struct nx_jid *bare);
void muc_add_occupant_id(struct nx_xml *stanza, const struct nx_occupant *occupant);

/* ---- show.c: what occupants are sent ---- */

#define MUC_MAX_CODES 4
/* What a presence says besides who it is of. Zeroed: just that. */
struct muc_news {
	bool is_gone;                   /* type='unavailable', role none */
	const char *new_nick;           /* is_gone because of a new name: the role stays */
	const char *reason, *actor;     /* NULL; actor: a nickname */
	const char *status;             /* is_gone: what the client says in parting; NULL */
	const struct nx_xml *destroy;   /* 10.9; NULL */
	int codes[MUC_MAX_CODES];       /* status codes for everybody; 0 ends */
	int own_codes[MUC_MAX_CODES];   /* for the client itself, besides 110 */
	const char *id;                 /* of the stanza that caused it, for its sender */
	bool is_affiliation;            /* it tells of another affiliation */
};
/* The presence of one client of an occupant, to everybody in the room. */
void muc_show_to_all(struct nx_event *ev, struct nx_room_client *of, const struct muc_news *news);
/* The same to one. */
void muc_show_to(struct nx_event *ev, struct nx_room_client *of, struct nx_room_client *to, const struct muc_news *news);
/* Does presence of the occupant go to others (7.2.2, "presencebroadcast")? */
bool muc_is_shown(const struct nx_occupant *occupant);
/* The presence of everybody else, to one (7.2.2). */
void muc_show_room(struct nx_event *ev, struct nx_room_client *to);
/* One message for all clients of the room, of one occupant, or for one client. */
void muc_send_to_all(struct nx_event *ev, struct nx_room *room, struct nx_xml *stanza);
void muc_send_to_occupant(struct nx_event *ev, struct nx_occupant *to, struct nx_xml *stanza);
/* A message with an <x/> that tells of another affiliation, for those who see addresses. followers_but not NULL: only for those of them who follow
 * affiliations, and not for that user (bare JID). */
void muc_send_affiliation(struct nx_event *ev, struct nx_room *room, struct nx_xml *message, const char *followers_but);
void muc_send_to_client(struct nx_event *ev, const struct nx_room_client *to, struct nx_xml *stanza);
/* A message of the room to somebody who need not be in it. */
struct nx_xml *muc_message_from(struct nx_pool *pool, const struct nx_jid *from, const char *type);
void muc_route(struct nx_room *room, struct nx_pool *pool, struct nx_xml *stanza, const struct nx_jid *to);
/* Unavailable presence of somebody to itself, with 110 and codes, when it is in no room or will be in none (7.2.18, 11.2). */
struct nx_xml *muc_removal(struct nx_pool *pool, const struct nx_jid *from, const struct nx_jid *to, const char *reason,
			   const int codes[MUC_MAX_CODES]);
void muc_add_status(struct nx_xml *x, int code);

/* ---- the use cases ---- */

/* What is said (message.c), and who enters (enter.c), after one extra has had its say; service/rooms.h tells of these. */
enum nx_verdict muc_speak_on(struct nx_event *ev);
struct nx_job *muc_speak_job(struct nx_event *ev);
enum nx_verdict muc_enter_on(struct nx_event *ev);
/* extras.c: the table for extras. */
extern const struct nx_rooms_service muc_rooms_service;

/* enter.c: 7.2, 7.6, 7.7; leave.c: 7.14, 8.2, 9.1, 9.4, 10.9, 11, 18.1.2 */
enum nx_verdict muc_presence(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_leave(struct nx_event *ev, struct nx_room *room);
/* All clients of the occupant are shown out with that news; the occupant is gone. A room that is empty and not to stay vanishes. */
void muc_expel(struct nx_event *ev, struct nx_occupant *occupant, const struct muc_news *news);
/* Everybody is told that the room is no more (10.9); destroy: NULL or the element that goes along. */
void muc_empty(struct nx_event *ev, struct nx_room *room, const struct nx_xml *destroy);
/* The server stops (11.2): everybody in every room is told, and all rooms are empty then. */
void muc_shut_down(struct muc *muc);
/* A room without occupants stays only if it is to. */
void muc_close_if_empty(struct nx_room *room);
/* True when the error says that its sender cannot be reached any more. */
bool muc_is_dead(const struct nx_event *ev);

/* message.c: 7.4, 8.1; private.c: 7.5, 17.4; history.c: 7.2.13 to 7.2.15 */
enum nx_verdict muc_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
/* service/rooms.h, say_for() */
enum nx_verdict muc_say_for(struct nx_event *ev, struct nx_room *room, const struct nx_jid *sender, const char *nick,
			    struct nx_xml *message, struct nx_job **job);
/* What the event's message says, with an occupant's address: the content moves, but for what is the room's to say. type NULL: none. */
struct nx_xml *muc_reflection(struct nx_event *ev, const struct nx_occupant *from, const char *type);
enum nx_verdict muc_private_message(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_private_iq(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
/* author: who said it, real address; id: in the archive; 0: it has none. */
void muc_history_add(struct nx_room *room, const struct nx_jid *author, int64_t at_ms, uint64_t id, const char *xml);
/* The same at the other end: an older one. author: as text. */
void muc_history_restore(struct nx_room *room, const char *author, uint64_t id, const char *xml, size_t len);
/* It was taken back. */
void muc_history_remove(struct nx_room *room, uint64_t id);
void muc_history_send(struct nx_event *ev, const struct nx_room_client *to, const struct nx_xml *join);
void muc_history_clear(struct nx_room *room);
void muc_subject_send(struct nx_event *ev, const struct nx_room_client *to);

/* past.c: a message that a room remembers. It is in the lists of its room, of all that is remembered, and of what its author said, each
 * oldest first. */
struct past {
	struct nx_link in_room, in_all, in_author;
	struct nx_room *room;
	struct author *author;
	int64_t at_ms;
	uint64_t id;                    /* in the archive; 0: none */
	size_t len;
	char xml[];
};
/* The newest of its room; older ones go where together they are too many, in this room or in all (options muc_history_…). */
void muc_past_add(struct nx_room *room, const char *author, size_t author_len, int64_t at_ms, uint64_t id, const char *xml, size_t len);
/* The oldest of its room, read from the archive; false: there is no space for it. */
bool muc_past_restore(struct nx_room *room, const char *author, size_t author_len, int64_t at_ms, uint64_t id, const char *xml, size_t len);
void muc_past_drop(struct past *past);

/* archive.c: XEP-0313 */
/* Looked for when it is needed: whoever offers it may start later. NULL: nobody does. */
const struct nx_archive_service *muc_find_archive(struct muc *muc);
/* retention.c: nothing older is shown of the room. */
int64_t muc_archive_since_ms(const struct nx_room *room);
void muc_retention_start(struct muc *muc);
void muc_retention_stop(struct muc *muc);
bool muc_has_archive(const struct nx_room *room);
bool muc_is_archived(const struct nx_room *room, const struct nx_xml *message);
/* Gives the message an id and adds statements that store it to job: returns it as it will be shown, in ev's pool. */
struct muc_archived { uint64_t id; const char *xml; };
struct muc_archived muc_archive_message(struct nx_event *ev, struct nx_room *room, struct nx_job *job, const struct nx_jid *sender,
					struct nx_xml *message);
/* A statement: what was said there is removed, in pieces, after the commit. */
void muc_archive_forget(struct nx_job *job, const struct nx_room *room);
void muc_archive_load_history(struct nx_room *room, void (*done)(void *ctx, const struct nx_result *result));
enum nx_verdict muc_archive_query(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);

/* invite.c: 7.8.2; voice.c: 7.13, 8.6. NX_PASS: the message is not about that. */
enum nx_verdict muc_invite(struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_voice(struct nx_event *ev, struct nx_room *room);

/* admin.c: 8.2 to 9.8, 10.3 to 10.8; owner.c: 10.1, 10.2, 10.9; registration.c: 7.10; disco.c: 6 */
enum nx_verdict muc_admin_get(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_admin_set(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
/* service/rooms.h */
bool muc_may_list(const struct nx_room *room, const struct nx_jid *who, enum nx_affiliation wanted);
/* The occupant gets the role of somebody who enters now. */
void muc_adjust_role(struct nx_event *ev, struct nx_occupant *occupant);
/* An occupant has another affiliation now, or the room other rules: role, presence, or the door. */
void muc_adjust(struct nx_event *ev, struct nx_occupant *occupant, const char *reason, const char *actor);
/* The same for whoever has that bare JID; false: is not here. */
bool muc_adjust_user(struct nx_event *ev, struct nx_room *room, const char *jid);
/* 10.1.1 step 5: a locked room whose maker has shown no interest in its form for so long is open. */
void muc_room_accept_defaults(struct nx_room *room);
/* Of an absent one: it exists, locked, with the settings of a new room and without anybody. */
void muc_room_make(struct nx_room *room);
enum nx_verdict muc_owner_get(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_owner_set(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_register_get(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_register_set(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_disco_info(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_disco_items(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
enum nx_verdict muc_list_rooms(struct nx_module *mod, struct nx_event *ev);
enum nx_verdict muc_unique(struct nx_module *mod, struct nx_event *ev);

#endif
