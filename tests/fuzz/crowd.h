/* A whole server with its modules and its database, without sockets (tests/proto/stage.h), and people who have logged in to it: for
 * targets that play what clients say after login.
 *
 * An input is what the people say: 0xff is the next one's turn, 0xfe moves the clock by a minute, 0xfd breaks the connection of whoever
 * has the turn; everything else is sent as it is. Nothing of that is a byte of UTF-8.
 *
 * Besides not crashing: what the server writes is well-formed, nothing a client says is an ERROR in the log, and when all have gone no
 * session, no event and no reference to an account is left. The target makes the database the same for each input. */
#ifndef NX_FUZZ_CROWD_H
#define NX_FUZZ_CROWD_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "core/server.h"
#include "proto/stage.h"
#include "store/store.h"

struct nx_conn;
struct nx_xml_reader;

#define CROWD_MAX_INPUT 65536

struct person {
	const char *local, *resource;
	struct nx_conn *conn;           /* NULL: gone */
	struct nx_xml_reader *reader;
	struct nx_buf heard;            /* since it came */
};

struct crowd {
	struct stage stage;
	const struct nx_statements *rows;
	struct person *people;          /* the first speakers of them say what the input says */
	unsigned count, speakers;
};

/* Starts the server once; it is taken down when the program ends. options: "name=value", NULL ends. */
void crowd_start(struct crowd *crowd, const char *name, const char *const options[], const struct nx_statement rows[]);
/* Everybody connects and binds, without a password: what comes before is the business of fuzz_stream and fuzz_sasl. */
void crowd_come(struct crowd *crowd);
void crowd_say(struct crowd *crowd, struct person *person, const char *text);
void crowd_play(struct crowd *crowd, const uint8_t *data, size_t size);
/* Everybody goes, and nothing is left of them. */
void crowd_leave(struct crowd *crowd);

#endif
