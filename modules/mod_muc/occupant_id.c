/* Occupant ids (XEP-0421): the same for one user in one room whatever the nickname, for nobody else, and nothing that tells who it is: a
 * keyed hash of the two addresses under the server's secret. */
#include "mod_muc/muc.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

#define ID_BYTES 20

const char *muc_occupant_id(struct nx_pool *pool, const struct nx_room *room, const struct nx_jid *bare)
{
	const struct nx_server *server = room->muc->mod->server;
	char *text = nx_pool_printf(pool, "%s %s", room->jid.full, bare->full), id[2 * ID_BYTES + 1];
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned len = sizeof(digest);

	HMAC(EVP_sha256(), server->secret, sizeof(server->secret), (const unsigned char *)text, strlen(text), digest, &len);
	nx_hex_encode(id, digest, ID_BYTES);
	return nx_pool_strdup(pool, id);
}

void muc_add_occupant_id(struct nx_xml *stanza, const struct nx_occupant *occupant)
{
	nx_xml_set(nx_xml_add(stanza, NX_NS_OCCUPANT_ID, "occupant-id"), "id", occupant->id);
}
