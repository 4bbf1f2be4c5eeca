/* Tickets: what a slot allows, signed, for whoever shows it with the file (XEP-0363 section 4, header Authorization).
 *
 * One normal case: slot.c writes a ticket for the path of the slot, the client sends it back as "Authorization: Bearer TICKET" (RFC 6750
 * section 2.1) with its PUT, receive.c reads it. Nothing is remembered meanwhile, so slots that nobody uses cost nothing and those that
 * were given before a restart are good after it.
 *
 * The signature covers the path, so a ticket is good for one file; it is used up when there is a file under that path. The key is
 * derived from the server's secret for the day on which the slot expires. */
#ifndef MOD_UPLOAD_TICKET_H
#define MOD_UPLOAD_TICKET_H

#include <stddef.h>
#include <stdint.h>

struct nx_error;
struct nx_pool;

#define UPLOAD_SECRET_BYTES 32

/* Section 5. The names are those of the elements. */
enum upload_purpose { FOR_MESSAGE, FOR_PROFILE, FOR_EPHEMERAL, FOR_PERMANENT, UPLOAD_PURPOSES };
const char *upload_purpose_name(enum upload_purpose purpose);
/* UPLOAD_PURPOSES: there is no such. */
enum upload_purpose upload_purpose_parse(const char *name);

struct upload_ticket {
	int64_t expires_at_ms;          /* wall clock: the upload has to begin before */
	int64_t size_bytes;
	enum upload_purpose purpose;
	int64_t gone_at_ms;             /* wall clock: the file is not to be had from then on (section 5.3); 0: as its purpose has it */
	const char *owner;              /* bare JID */
	const char *type;               /* content type that was announced; "": none */
};

/* The value of the header, in pool. owner has no blank in it, as no bare JID has. */
const char *upload_ticket_write(struct nx_pool *pool, const uint8_t secret[UPLOAD_SECRET_BYTES], const char *path,
				const struct upload_ticket *ticket);
/* authorization: the header as it came, NULL: none. 0 and *ticket_r, whose texts live in pool; or -1: NX_E_NOT_AUTHORIZED it is not there,
 * damaged, or for another path; NX_E_GONE it has expired. */
int upload_ticket_read(struct nx_pool *pool, const uint8_t secret[UPLOAD_SECRET_BYTES], const char *path, const char *authorization,
		       int64_t now_ms, struct upload_ticket *ticket_r, struct nx_error *err);

#endif
