/* Hostile occupants (crowd.h, XEP-0045). Three sessions of juliet and tybalt say what the input says. When it begins both are in the coven,
 * a persistent room whose owner sits in it and says nothing, and in the globe, a room that juliet owns and tybalt helps to run.
 *
 * Whatever they do: the coven goes on, its rules and lists are what they were, its owner can speak in it, and nobody learns her address,
 * which is another one each time, so that no input can know it. */
#include "crowd.h"

#include <string.h>

#include "base/assert.h"
#include "base/rand.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ROOMS "conference." STAGE_HOST
#define COVEN "coven@" ROOMS
#define GLOBE "globe@" ROOMS
#define ENTER(room, nick) "<presence to='" room "/" nick "'><x xmlns='http://jabber.org/protocol/muc'/></presence>"
#define ASK_FOR(affiliation) \
	"<iq type='get' id='" affiliation "' to='" COVEN "'><query xmlns='http://jabber.org/protocol/muc#admin'>" \
	"<item affiliation='" affiliation "'/></query></iq>"
#define ALIVE "the coven goes on"

static char owner[24];

enum { JULIET, TYBALT, JULIET_AGAIN, OWNER, PEOPLE };
static struct person people[PEOPLE] = {
	[JULIET] = { .local = "juliet", .resource = "a", .heard = NX_BUF_INIT },
	[TYBALT] = { .local = "tybalt", .resource = "a", .heard = NX_BUF_INIT },
	[JULIET_AGAIN] = { .local = "juliet", .resource = "b", .heard = NX_BUF_INIT },
	[OWNER] = { .local = owner, .resource = "a", .heard = NX_BUF_INIT },
};
static struct crowd crowd = { .people = people, .count = PEOPLE, .speakers = OWNER };

/* ---- the database ---- */

#define SETTING(room, field, value) "('" ROOMS "', '" room "', '" field "', '" value "')"
#define MEMBER(room, local, affiliation) "('" ROOMS "', '" room "', '" local "@" STAGE_HOST "', '" affiliation "')"

enum { FORGET_USERS, FORGET_ROOMS, FORGET_ARCHIVE, FORGET_MESSAGES, ADD_USERS, ADD_ROOMS, ADD_SETTINGS, ADD_MEMBERS, ADD_OWNER, GIVE_ROOM };
static const struct nx_statement rows[] = {
	[FORGET_USERS] = { "fuzz.forget_users", "DELETE FROM users" },
	[FORGET_ROOMS] = { "fuzz.forget_rooms", "DELETE FROM rooms" },
	[FORGET_ARCHIVE] = { "fuzz.forget_archive", "DELETE FROM archive" },
	[FORGET_MESSAGES] = { "fuzz.forget_messages", "DELETE FROM messages" },
	[ADD_USERS] = { "fuzz.users", "INSERT INTO users (host, local, created_at) VALUES "
			"('" STAGE_HOST "', 'juliet', 1), ('" STAGE_HOST "', 'tybalt', 1)" },
	[ADD_ROOMS] = { "fuzz.rooms", "INSERT INTO rooms (host, local, created_at) VALUES ('" ROOMS "', 'coven', 1), ('" ROOMS "', 'globe', 1)" },
	[ADD_SETTINGS] = { "fuzz.settings", "INSERT INTO room_settings (host, local, field, value) VALUES "
			   SETTING("coven", "muc#roomconfig_persistentroom", "1") ", "
			   SETTING("coven", "x-muc#roomconfig_registration", "0") ", "
			   SETTING("globe", "muc#roomconfig_persistentroom", "1") },
	[ADD_MEMBERS] = { "fuzz.members", "INSERT INTO room_affiliations (host, local, jid, affiliation) VALUES "
			  MEMBER("globe", "juliet", "owner") ", " MEMBER("globe", "tybalt", "admin") },
	[ADD_OWNER] = { "fuzz.owner", "INSERT INTO users (host, local, created_at) VALUES ('" STAGE_HOST "', $1, 1)" },
	[GIVE_ROOM] = { "fuzz.give_room", "INSERT INTO room_affiliations (host, local, jid, affiliation) VALUES "
			"('" ROOMS "', 'coven', $1 || '@" STAGE_HOST "', 'owner')" },
	{ NULL, NULL }
};

static void make_rows(void)
{
	struct nx_job *job = nx_job_new(crowd.stage.server->store);

	nx_rand_name(owner, sizeof(owner) - 1);
	for (unsigned i = FORGET_USERS; i < ADD_OWNER; i++)
		nx_job_add(job, crowd.rows, i, "");
	nx_job_add(job, crowd.rows, ADD_OWNER, "s", owner);
	nx_job_add(job, crowd.rows, GIVE_ROOM, "s", owner);
	nx_job_submit(&job, NULL, NULL, NULL);
	stage_settle(&crowd.stage);
}

/* ---- what stays ---- */

static void enter_rooms(void)
{
	crowd_say(&crowd, &people[OWNER], ENTER(COVEN, "firstwitch"));
	crowd_say(&crowd, &people[JULIET], ENTER(COVEN, "juliet") ENTER(GLOBE, "juliet"));
	crowd_say(&crowd, &people[TYBALT], ENTER(COVEN, "tybalt") ENTER(GLOBE, "tybalt"));
}

/* The rules and the lists of the coven, as its owner is told them. */
static void ask_for_state(struct nx_buf *state)
{
	nx_buf_clear(&people[OWNER].heard);
	crowd_say(&crowd, &people[OWNER],
		  "<iq type='get' id='rules' to='" COVEN "'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>"
		  ASK_FOR("owner") ASK_FOR("admin") ASK_FOR("member") ASK_FOR("outcast"));
	nx_buf_clear(state);
	nx_buf_puts(state, nx_buf_str(&people[OWNER].heard));
}

static void check_that_it_goes_on(void)
{
	nx_buf_clear(&people[OWNER].heard);
	crowd_say(&crowd, &people[OWNER], "<message type='groupchat' to='" COVEN "'><body>" ALIVE "</body></message>");
	nx_assert(strstr(nx_buf_str(&people[OWNER].heard), ALIVE));
}

static void check_that_nobody_knows_the_owner(void)
{
	for (unsigned i = 0; i < OWNER; i++)
		nx_assert(!strstr(nx_buf_str(&people[i].heard), owner));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const options[] = { "muc_cache=0", "search=off", NULL };
	struct nx_buf before = NX_BUF_INIT, after = NX_BUF_INIT;

	if (size > CROWD_MAX_INPUT)
		return 0;
	if (!crowd.stage.server)
		crowd_start(&crowd, "fuzz_rooms", options, rows);
	make_rows();
	crowd_come(&crowd);
	enter_rooms();
	ask_for_state(&before);
	crowd_play(&crowd, data, size);
	ask_for_state(&after);
	nx_assert(strcmp(nx_buf_str(&before), nx_buf_str(&after)) == 0);
	check_that_it_goes_on();
	check_that_nobody_knows_the_owner();
	crowd_leave(&crowd);
	nx_buf_done(&before);
	nx_buf_done(&after);
	return 0;
}
