/* Entering a room and talking in it (room.h). */
#include "room.h"

#include <stdio.h>
#include <string.h>

#include "bench.h"

#define ENTER_TIMEOUT_MS 120000
#define HEAD_BYTES 26           /* of a body: number, time */
#define BODY_MAX 1024

void room_init(struct room *room, struct bench *bench, const char *name)
{
	*room = (struct room){ .bench = bench };
	/* Two names, so that neither kind of room finds the other one kept. */
	snprintf(room->jid, sizeof room->jid, "%s%s@conference.%s", name, bench->options->is_archived ? "-kept" : "",
		 bench->options->domain);
}

void room_take(struct room *room, const struct stanza *st)
{
	if (stanza_is(st, "presence") && stanza_has(st, "code='110'")) {
		room->entered++;
	} else if (stanza_is(st, "iq") && stanza_attr_is(st, "id", "make")) {
		room->is_made = stanza_attr_is(st, "type", "result");
		room->is_refused = !room->is_made;
	} else if (stanza_attr_is(st, "type", "error")) {
		bench_count_failure(room->bench, "the server sent an error");
	}
}

static void enter(struct room *room)
{
	struct client *client = &room->bench->clients[room->begun++];

	client_printf(client, "<presence to='%s/o%u'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x></presence>",
		      room->jid, client->number);
}

static bool made_step(void *ctx)
{
	const struct room *room = ctx;

	return room->is_made || room->is_refused;
}

static void add_field(struct nx_buf *form, const char *var, size_t var_len, const char *value, size_t value_len)
{
	nx_buf_printf(form, "<field var='%.*s'><value>%.*s</value></field>", (int)var_len, var, (int)value_len, value);
}

/* Servers differ in what they call a thing, and some refuse a form with a field that they do not know. */
static void add_fields(struct nx_buf *form, const char *fields)
{
	while (*fields) {
		size_t len = strcspn(fields, ","), var_len = strcspn(fields, "=");

		if (var_len < len)
			add_field(form, fields, var_len, fields + var_len + 1, len - var_len - 1);
		fields += len + (fields[len] == ',');
	}
}

static void configure(struct room *room)
{
	const struct bench_options *options = room->bench->options;
	struct nx_buf form = NX_BUF_INIT;

	nx_buf_printf(&form, "<iq type='set' id='make' to='%s'><query xmlns='http://jabber.org/protocol/muc#owner'>"
		      "<x xmlns='jabber:x:data' type='submit'>"
		      "<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field>"
		      "<field var='muc#roomconfig_persistentroom'><value>%d</value></field>", room->jid, options->is_archived);
	add_fields(&form, options->room_fields);
	nx_buf_puts(&form, "</x></query></iq>");
	client_send(&room->bench->clients[0], form.data, form.len);
	nx_buf_done(&form);
}

int room_make(struct room *room)
{
	enter(room);
	configure(room);
	if (!loop_until(&room->bench->loop, made_step, room, ENTER_TIMEOUT_MS) || room->is_refused) {
		fprintf(stderr, "loadgen: the server did not make the room\n");
		return -1;
	}
	return 0;
}

static bool enter_step(void *ctx)
{
	struct room *room = ctx;

	while (room->begun < room->wanted && room->begun - room->entered < room->at_once)
		enter(room);
	return room->entered == room->wanted;
}

int room_enter(struct room *room, unsigned wanted, unsigned at_once)
{
	room->wanted = wanted;
	room->at_once = at_once;
	if (!loop_until(&room->bench->loop, enter_step, room, ENTER_TIMEOUT_MS)) {
		fprintf(stderr, "loadgen: %u of %u entered the room\n", room->entered, wanted);
		return -1;
	}
	return 0;
}

void room_say(const struct room *room, struct client *from, int64_t due_ns)
{
	int64_t wanted = room->bench->options->body_bytes - HEAD_BYTES;
	char padding[BODY_MAX];
	size_t len = wanted < 0 ? 0 : wanted < (int64_t)sizeof padding ? (size_t)wanted : sizeof padding - 1;

	memset(padding, 'x', len);
	padding[len] = '\0';
	client_printf(from, "<message to='%s' type='groupchat' id='m%llx'><body>%08x %016llx %s</body></message>", room->jid,
		      (unsigned long long)due_ns, from->number, (unsigned long long)due_ns, padding);
}

bool room_heard(const struct stanza *st, unsigned *sender_r, int64_t *due_ns_r)
{
	unsigned long long due_ns;
	size_t len;
	const char *body;

	if (!stanza_is(st, "message") || !stanza_attr_is(st, "type", "groupchat"))
		return false;
	body = stanza_text(st, "body", &len);
	if (!body || len < HEAD_BYTES || sscanf(body, "%8x %16llx", sender_r, &due_ns) != 2)
		return false;
	*due_ns_r = (int64_t)due_ns;
	return true;
}
