/* Guests (core/guests.h): counted by where they come from, for as long as their accounts live. */
#include "core/guests.h"

#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/rand.h"
#include "core/module.h"
#include "net/address.h"
#include "net/conn.h"

/* Where guests come from. */
struct place {
	struct nx_guests *guests;
	unsigned count;
	char network[NX_NETWORK_SIZE];
};

struct nx_guests {
	struct nx_server *server;
	struct nx_map *places;          /* struct place by network, those with guests */
	unsigned count;
};

struct nx_guests *nx_guests_new(struct nx_server *server)
{
	struct nx_guests *guests = nx_mem_new(sizeof(*guests));

	guests->server = server;
	guests->places = nx_map_new();
	return guests;
}

void nx_guests_free(struct nx_guests **guests)
{
	if (!*guests)
		return;
	nx_map_free(&(*guests)->places);
	nx_mem_free(*guests);
	*guests = NULL;
}

/* ---- places ---- */

static struct place *find_or_add_place(struct nx_guests *guests, const char *network)
{
	struct place *place = nx_map_find(guests->places, network, strlen(network));

	if (place)
		return place;
	place = nx_mem_new(sizeof(*place));
	place->guests = guests;
	nx_str_copy(place->network, sizeof(place->network), network);
	nx_map_set(guests->places, place->network, strlen(place->network), place);
	return place;
}

/* The guest's account is going. */
static void leave(void *arg)
{
	struct place *place = arg;

	place->guests->count--;
	if (--place->count > 0)
		return;
	nx_map_remove(place->guests->places, place->network, strlen(place->network));
	nx_mem_free(place);
}

static int check_room(const struct nx_guests *guests, const char *network, struct nx_error *err)
{
	const struct nx_conf *conf = guests->server->conf;
	const struct place *place = nx_map_find(guests->places, network, strlen(network));

	if (guests->count >= (unsigned)nx_conf_int(conf, NULL, "guests_max"))
		return nx_fail(err, NX_E_SASL_TEMPORARY_FAILURE, "Too many guests are here already; try again later");
	if (place && place->count >= (unsigned)nx_conf_int(conf, NULL, "guests_per_address"))
		return nx_fail(err, NX_E_SASL_TEMPORARY_FAILURE, "Too many guests have come from your address; try again later");
	return 0;
}

/* ---- coming ---- */

#define UUID_SIZE 37

/* XEP-0175 section 3 recommends a UUID; this is version 4 of RFC 4122, from 122 random bits: nobody has it, and nobody guesses it. */
static void make_name(char name[UUID_SIZE])
{
	uint8_t bytes[16];
	char hex[2 * sizeof(bytes) + 1];

	nx_rand_bytes(bytes, sizeof(bytes));
	bytes[6] = (uint8_t)((bytes[6] & 0x0f) | 0x40);
	bytes[8] = (uint8_t)((bytes[8] & 0x3f) | 0x80);
	nx_hex_encode(hex, bytes, sizeof(bytes));
	for (size_t from = 0, to = 0; to < UUID_SIZE - 1; to++)
		name[to] = to == 8 || to == 13 || to == 18 || to == 23 ? '-' : hex[from++];
	name[UUID_SIZE - 1] = '\0';
}

struct nx_account *nx_guest_admit(struct nx_session *sess, struct nx_error *err)
{
	struct nx_guests *guests = sess->server->guests;
	char network[NX_NETWORK_SIZE], name[UUID_SIZE];

	nx_address_network(network, nx_conn_peer_address(sess->conn));
	if (check_room(guests, network, err) < 0)
		return NULL;
	make_name(name);
	struct nx_account *account = nx_account_new_guest(sess->host, name);
	struct place *place = find_or_add_place(guests, network);

	place->count++;
	guests->count++;
	nx_pool_on_free(account->pool, leave, place);
	return account;
}
