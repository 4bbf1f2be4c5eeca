/* What jid.c (structure, ASCII) and jid_prep.c (Unicode) share. */
#ifndef NX_XMPP_JID_PRIVATE_H
#define NX_XMPP_JID_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

struct nx_error;

#define JID_PART_MAX 1023               /* RFC 7622 section 3.1 */

enum jid_part { JID_LOCAL, JID_DOMAIN, JID_RESOURCE };

/* Writes the normalised part, without NUL, to dst (JID_PART_MAX bytes) and returns its length, or -1 and err.
 * src is not empty. */
int jid_prep_unicode(enum jid_part part, const char *src, size_t len, char *dst, struct nx_error *err);
int jid_prep_idn(const char *src, size_t len, char *dst, struct nx_error *err);
int jid_prep_ip_literal(const char *src, size_t len, char *dst, struct nx_error *err);

/* Host names in their final form: labels of 1 to 63 bytes, hyphens only inside, ASCII from [a-z0-9_-] only. */
int jid_check_labels(const char *domain, size_t len, struct nx_error *err);

/* XEP-0106 section 4.1 rule 6: a prepared localpart neither begins nor ends with an escaped space. */
int jid_check_escapes(const char *local, size_t len, struct nx_error *err);

int jid_fail_chars(enum jid_part part, struct nx_error *err);
int jid_fail_too_long(enum jid_part part, struct nx_error *err);

#endif
