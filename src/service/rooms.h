/* Rooms as extras see them (offered by mod_muc; XEP-0045). An extra is a module that needs "muc", joins the hooks room_… of core/hooks.h,
 * and acts through the table at the end. mod_muc_slow_mode.c is a small one, mod_muc_moderation.c a large one.
 *
 * The structs are mod_muc's own, to be read. An extra changes only what a comment gives it: a message on its way, its slots. Whatever else
 * it wants done it asks for. Sections without a name are those of XEP-0045.
 *
 * One normal case: an occupant says something. Hook room_message asks every extra: it may refuse, alter, add rows to what is stored, wait
 * (and then go on with speak_on()), or take the message away (NX_DONE). Then it is stored, everybody gets it, and room_said tells. */
#ifndef NX_SERVICE_ROOMS_H
#define NX_SERVICE_ROOMS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/module.h"
#include "service/disco.h"

struct muc;
struct nx_map;

#define NX_SERVICE_ROOMS "rooms"

#define NX_NS_MUC "http://jabber.org/protocol/muc"
#define NX_NS_MUC_USER NX_NS_MUC "#user"
#define NX_NS_MUC_ADMIN NX_NS_MUC "#admin"
#define NX_NS_MUC_OWNER NX_NS_MUC "#owner"
#define NX_NS_OCCUPANT_ID "urn:xmpp:occupant-id:0"      /* XEP-0421 */

/* Each has the rights of those before it (section 5.2.1). */
enum nx_affiliation { NX_AFF_OUTCAST, NX_AFF_NONE, NX_AFF_MEMBER, NX_AFF_ADMIN, NX_AFF_OWNER };
/* Section 5.1.1. */
enum nx_role { NX_ROLE_NONE, NX_ROLE_VISITOR, NX_ROLE_PARTICIPANT, NX_ROLE_MODERATOR };
#define NX_ROLE_BIT(role) (1u << (role))

/* Owners of a room, and as many admins: they are in the configuration form. */
#define NX_ROOM_MAX_RULERS 500

enum nx_allow_pm { NX_PM_ANYONE, NX_PM_PARTICIPANTS, NX_PM_MODERATORS, NX_PM_NOBODY }; /* in the order of the choices in config.c */
enum nx_whois { NX_WHOIS_MODERATORS, NX_WHOIS_ANYONE };

/* One field of the configuration form. An extra keeps a table of them and gives it to hook room_fields; an empty row ends it. */
struct nx_room_field {
	const char *var;
	enum {
		NX_ROOM_FIELD_BOOL, NX_ROOM_FIELD_TEXT, NX_ROOM_FIELD_SECRET, NX_ROOM_FIELD_CHOICE, NX_ROOM_FIELD_ROLES, NX_ROOM_FIELD_NUMBER
	} kind;
	size_t at;                      /* mod_muc only: in struct nx_room_config; 0: with the settings */
	const char *label;
	const char *words;              /* CHOICE and ROLES: "value=Label|…", in the order of the enum or the bits */
	int64_t max;                    /* NUMBER, from 0 */
	const char *alias;              /* what some clients call it, "a|b"; NULL: nothing */
	const char *info;               /* its name in disco#info; NULL: it is not told */
	const char *usual;              /* of extras: its value in a new room, as text */
};

/* By kind: BOOL; CHOICE (its place), ROLES (bits) and NUMBER; TEXT and SECRET. */
union nx_room_value { bool is_on; int64_t number; const char *text; };
struct nx_room_setting {
	const struct nx_room_field *field;
	union nx_room_value value;
};

#define NX_ROOM_MAX_FIELDS 64           /* of all extras */
struct nx_room_fields {
	const struct nx_room_field *list[NX_ROOM_MAX_FIELDS];
	size_t count;
};
static inline void nx_room_fields_add(struct nx_room_fields *fields, const struct nx_room_field *table)
{
	for (; table->var && fields->count < NX_ROOM_MAX_FIELDS; table++)
		fields->list[fields->count++] = table;
}

/* What owners decide (sections 10.1.3 and 16.5.3); the fields of the form are in mod_muc/config.c. Immutable: a change makes a new one. */
struct nx_room_config {
	struct nx_pool *pool;           /* its texts */
	const char *name, *description, *language, *password, *pubsub;
	bool is_persistent, is_public, needs_password, is_members_only, is_moderated, is_logged;
	bool is_archived;
	bool may_change_subject, may_invite, may_register, may_request_voice, may_change_nick;
	bool has_voice_at_first, may_visitors_change_nick, may_visitors_tell_status;
	bool is_list_public, must_use_reserved_nick, approves_members, is_for_announcements;
	int64_t whois, allow_pm;        /* enum */
	int64_t max_users, history;
	int64_t usual_history;          /* for who does not say how much */
	int64_t voice_interval_secs;
	int64_t archive_days;           /* 0: as long as the server keeps it */
	int64_t shown_roles, list_roles;        /* bits: presence is broadcast; may get the member list */
	struct nx_room_setting *settings; /* what extras have added, in the order of their fields */
	size_t setting_count;
};

/* Somebody's standing in a room: a row of room_affiliations. */
struct nx_room_member {
	enum nx_affiliation affiliation;
	const char *nick;               /* reserved; NULL: none */
	const char *look;               /* of the nickname */
	const char *reason;             /* NULL */
	uint16_t jid_len;
	char jid[];                     /* bare; a domain for an outcast may be alone */
};

struct nx_room {
	struct nx_log_source log;
	struct muc *muc;
	struct nx_component *component;
	struct nx_pool *pool;
	struct nx_slots slots;          /* for extras; in the pool. A room that is no more has none */
	struct nx_jid jid;
	const char *local;
	enum { NX_ROOM_LOADING, NX_ROOM_ABSENT, NX_ROOM_OPEN, NX_ROOM_LOCKED } state; /* locked: section 10.1.1 step 2 */
	unsigned life;                  /* mod_muc only: another one when the room is no more, though its name may be used again */
	bool is_form_asked;             /* while locked: its maker is filling in the first form */
	bool load_failed;
	bool is_outdated;               /* mod_muc only: an account was deleted while it was read, perhaps with that account's rows */
	struct nx_room_config *config;  /* NULL while absent */
	struct nx_map *members;         /* struct nx_room_member by bare JID */
	struct nx_map *reserved;        /* struct nx_room_member by the look of its nickname */
	struct nx_list occupants;       /* struct nx_occupant */
	unsigned occupant_count;
	struct nx_map *voices;          /* mod_muc/voices.c */
	struct nx_map *requests;        /* struct muc_request by bare JID: mod_muc/approval.c */
	struct nx_map *by_nick;         /* struct nx_occupant */
	struct nx_map *by_look;         /* the same by what its nickname looks like; of several of one user the first */
	struct nx_map *by_client;       /* struct nx_room_client by full JID */
	struct nx_list clients;         /* of all occupants */
	uint64_t client_number;         /* of the last one that came */
	int64_t created_at_ms;
	char *subject, *subject_nick;   /* NULL: never set; who set it */
	int64_t subject_at_ms;
	struct nx_list history;         /* struct past, oldest first: history.c */
	unsigned history_count;
	size_t history_bytes;
	bool is_history_cut;            /* while it is read: an older message did not fit, so none before it either */
	uint64_t job;                   /* the last one that stores something of the room */
	uint64_t change_job;            /* the last one that changes it */
	unsigned visits;                /* events that use it */
	struct nx_list waiting;         /* struct visit: for the load */
	unsigned loads_due;
	struct nx_link in_idle;         /* nobody uses it */
};

struct nx_occupant {
	struct nx_link in_room;
	struct nx_pool *pool;
	struct nx_room *room;
	struct nx_jid jid;              /* room@service/nick */
	const char *nick, *look;
	struct nx_jid real;             /* bare */
	const char *id;                 /* XEP-0421 */
	enum nx_affiliation affiliation;
	enum nx_role role;
	struct nx_list clients;         /* struct nx_room_client; several share a nickname (7.2.8) */
	int64_t asked_voice_ms;         /* when it did last; 0: never */
};

/* A full JID that is in the room. */
struct nx_room_client {
	struct nx_link in_room, in_occupant;
	struct nx_occupant *occupant;
	struct nx_pool *pool;
	struct nx_jid jid;
	uint64_t sess_id;
	uint64_t number;                /* stands for it in questions that pass through the room */
	char *presence;                 /* the last one it sent, without addresses; NULL: it says no more than that it is there */
	int64_t renaming_since_ms;      /* the minute in which its changes of nickname are counted */
	unsigned renames;
	bool follows_affiliations;      /* an extra's, which says so in room_welcome and joins room_followed */
};

/* ---- what is under way: hooks room_message, room_join ---- */

/* Something that is said to all (7.4). */
struct nx_room_said {
	struct nx_xml *message;         /* as everybody will get it; until it is stored a handler may alter it */
	const char *nick;               /* who says it */
	struct nx_slots slots;          /* for extras, until room_said is over */
	void *waiting;                  /* of the handler that waits, until it goes on */
	const struct nx_jid *sender;    /* whose it is, real address; NULL: the event's sender's. In room_said only: say_for() */
	struct nx_job *job;             /* mod_muc only: speak_job() */
	uint64_t archive_id;            /* in room_said: where it is in the archive; 0: it is not */
	int64_t at_ms;
	const char *xml;                /* mod_muc only: as it is stored */
	unsigned life;                  /* mod_muc only: the room's */
	size_t position;                /* mod_muc only: of the next handler */
};

/* Somebody asks to come in (7.2). */
struct nx_room_entry {
	const struct nx_xml *join;      /* the <x/> of its presence */
	struct nx_slots slots;          /* for extras, until room_joined is over */
	void *waiting;                  /* as above */
	bool may_own;                   /* mod_muc only: one more room of its own */
	size_t position;                /* mod_muc only */
};

/* ---- what extras can have done ---- */

typedef enum nx_verdict nx_room_visit_fn(struct nx_module *mod, struct nx_event *ev, struct nx_room *room);
typedef enum nx_verdict nx_room_done_fn(struct nx_module *mod, struct nx_event *ev);
enum nx_room_turn {
	NX_AFTER_CHANGES,       /* messages that are stored themselves: their jobs keep the order */
	NX_AFTER_ALL,
};

struct nx_rooms_service {
	/* For iq rules with the target NX_TO_COMPONENT_LOCAL: calls fn with mod when the room (possibly ABSENT) is in memory and it is the
	 * event's turn; NX_PASS when the stanza is not for a room. */
	enum nx_verdict (*visit)(struct nx_module *mod, struct nx_event *ev, enum nx_room_turn turn, nx_room_visit_fn *fn);
	/* In a handler that goes on after waiting: the room of the event, and what the handler of a visit has kept in ev's pool. Those of
	 * room_message and room_join keep nothing so: they have said() and entry(). */
	struct nx_room *(*visited)(const struct nx_event *ev);
	void (*keep)(struct nx_event *ev, void *data);
	void *(*kept)(const struct nx_event *ev);
	struct nx_room_said *(*said)(const struct nx_event *ev);
	struct nx_room_entry *(*entry)(const struct nx_event *ev);
	/* Goes on with a message, or an entry, where a handler has waited; the verdict is the handler's. */
	enum nx_verdict (*speak_on)(struct nx_event *ev);
	enum nx_verdict (*enter_on)(struct nx_event *ev);

	/* Says to all what somebody else said earlier, and no hook room_message has to say yes again. sender, nick, message live in ev's pool;
	 * message is from the address in the room. Takes job, with further statements; NULL: none. */
	enum nx_verdict (*say_for)(struct nx_event *ev, struct nx_room *room, const struct nx_jid *sender, const char *nick,
				   struct nx_xml *message, struct nx_job **job);

	/* A job for rows of the room; NULL when it is not one that is stored. */
	struct nx_job *(*job)(const struct nx_room *room);
	/* What a message is stored with, for further statements. */
	struct nx_job *(*speak_job)(struct nx_event *ev);
	/* Commits a change of the room: memory is changed and shown in done. job NULL: nothing is stored, done runs at once. */
	enum nx_verdict (*commit)(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_job **job,
				  nx_room_done_fn *done);
	/* The same for messages, which change nothing of the room itself. */
	enum nx_verdict (*commit_message)(struct nx_module *mod, struct nx_event *ev, struct nx_room *room, struct nx_job **job,
					  nx_room_done_fn *done);
	/* In room_loading: the statement gets $1 host and $2 local; row runs for each row, before anybody meets the room. */
	void (*read)(struct nx_module *mod, struct nx_room *room, unsigned statement,
		     void (*row)(struct nx_module *mod, struct nx_room *room, const struct nx_row *row));

	/* Reads public rooms of the event's service that stay, in the order of their names, at most max of them behind after, as
	 * nx_event_read() does; the handlers get mod_muc, and ev->data is the caller's. */
	enum nx_verdict (*read_public)(struct nx_event *ev, const char *after, unsigned max,
				       void (*row)(struct nx_module *mod, struct nx_event *ev,
						   const struct nx_row *row),
				       nx_room_done_fn *done);
	/* The room with that bare JID, if it is in memory and exists. */
	struct nx_room *(*find)(struct nx_module *mod, const struct nx_jid *bare);
	/* NULL when there is none. */
	struct nx_room_client *(*find_client)(const struct nx_room *room, const struct nx_jid *full);
	const char *(*affiliation_name)(enum nx_affiliation affiliation);
	enum nx_affiliation (*affiliation_of)(const struct nx_room *room, const struct nx_jid *jid);
	/* Gives a user (bare JID) an affiliation, without reserved nickname or reason: the statements, and when they are committed, memory
	 * and what occupants see. */
	void (*store_affiliation)(struct nx_job *job, const struct nx_room *room, const char *bare, enum nx_affiliation affiliation);
	void (*affiliate)(struct nx_event *ev, struct nx_room *room, const char *bare, enum nx_affiliation affiliation);
	/* Who has reserved a nickname that looks so; NULL: nobody. */
	const struct nx_room_member *(*reserved_by)(const struct nx_room *room, struct nx_pool *pool, const char *nick);
	/* Calls fn for every room in memory that exists. */
	void (*each)(struct nx_module *mod, void (*fn)(struct nx_module *mod, struct nx_room *room, const void *arg), const void *arg);
	/* Does this occupant (NULL: who is not in the room) see real addresses (7.2.3, 7.2.4)? */
	bool (*may_see_jids)(const struct nx_room *room, const struct nx_occupant *viewer);
	/* May that user (full JID) have the list of those who have the affiliation (9.5, 9.8, 10.5)? */
	bool (*may_list)(const struct nx_room *room, const struct nx_jid *who, enum nx_affiliation wanted);
	/* XEP-0421; bare JID. */
	const char *(*occupant_id)(struct nx_pool *pool, const struct nx_room *room, const struct nx_jid *bare);

	/* A message from an address of the room; to everybody, all clients of one, a client, anybody. to_anybody takes the pool. */
	struct nx_xml *(*message_from)(struct nx_pool *pool, const struct nx_jid *from, const char *type);
	void (*send_to_all)(struct nx_event *ev, struct nx_room *room, struct nx_xml *stanza);
	void (*send_to_occupant)(struct nx_event *ev, struct nx_occupant *to, struct nx_xml *stanza);
	void (*send_to_client)(struct nx_event *ev, const struct nx_room_client *to, struct nx_xml *stanza);
	void (*send_to_anybody)(struct nx_room *room, struct nx_pool *pool, struct nx_xml *stanza, const struct nx_jid *to);

	/* Everybody sees the presence of the occupant again, with what extras say of it now. */
	void (*show_again)(struct nx_event *ev, struct nx_occupant *occupant);
	/* Everybody there is told to look at the room again: status 104 (10.2.1). */
	void (*tell_changed)(struct nx_event *ev, struct nx_room *room);

	/* Is what is said there kept? */
	bool (*has_archive)(const struct nx_room *room);
	/* Gives a message of the room, which has an archive, an id, and adds statements that store it. */
	uint64_t (*archive_message)(struct nx_event *ev, struct nx_room *room, struct nx_job *job, struct nx_xml *message);
	/* Who comes later is not shown that message. */
	void (*forget_past)(struct nx_room *room, uint64_t archive_id);
};

/* Columns of read_public(): the name, and settings as they are stored; null: as in a new room. */
enum {
	NX_ROOM_PUBLIC_LOCAL, NX_ROOM_PUBLIC_NAME, NX_ROOM_PUBLIC_DESCRIPTION, NX_ROOM_PUBLIC_LANGUAGE, NX_ROOM_PUBLIC_MEMBERS_ONLY,
	NX_ROOM_PUBLIC_PASSWORD, NX_ROOM_PUBLIC_WHOIS,
};

/* The table. An extra that needs "muc" always finds it. */
static inline const struct nx_rooms_service *nx_rooms(struct nx_server *server)
{
	struct nx_module *mod;

	return nx_service_find(server, NX_SERVICE_ROOMS, &mod);
}

/* Is it a service of rooms? */
static inline bool nx_component_has_rooms(const struct nx_component *component)
{
	return nx_str_eq(component->mod->def->name, "muc");
}

static inline bool nx_room_exists(const struct nx_room *room)
{
	return room->state == NX_ROOM_OPEN || room->state == NX_ROOM_LOCKED;
}

/* Does an element of a message only tell how the client or the conversation is doing, so that nothing of one's own can be said with it? */
static inline bool nx_message_is_state(const struct nx_xml *el)
{
	static const char *const states[] = {
		"http://jabber.org/protocol/chatstates", "urn:xmpp:chat-markers:0", "urn:xmpp:receipts",
		"urn:xmpp:message-retract:1", "urn:xmpp:fallback:0", NX_NS_HINTS, NX_NS_SID, NX_NS_OCCUPANT_ID,
	};

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		if (nx_xml_is(el, states[i], NULL))
			return true;
	}
	return false;
}

/* That somebody types, has read something or takes it back; not only what has a body: reactions, files and what is encrypted say
 * something too. */
static inline bool nx_message_says_nothing(const struct nx_xml *message)
{
	const struct nx_xml *el = nx_xml_first_element(message);

	while (el && nx_message_is_state(el))
		el = nx_xml_next(el, NULL, NULL);
	return !el;
}

/* The value of an extra's field; a value of zero when the configuration is older than the extra. */
static inline union nx_room_value nx_room_setting(const struct nx_room_config *config, const struct nx_room_field *field)
{
	for (size_t i = 0; i < config->setting_count; i++) {
		if (config->settings[i].field == field)
			return config->settings[i].value;
	}
	return (union nx_room_value){0};
}

#endif
