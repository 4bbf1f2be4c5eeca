/* Entity capabilities (XEP-0115): a short string that stands for all that disco#info says of an entity. */
#ifndef NX_XMPP_CAPS_H
#define NX_XMPP_CAPS_H

struct nx_xml;

#define NX_CAPS_VER_SIZE 32

/* The verification string of a disco#info <query/> with hash='sha-1' (section 5.1), NUL-terminated. Forms without a hidden
 * FORM_TYPE do not count (section 5.4, 3.6). Identities, features and forms may come in any order. */
void nx_caps_ver(char out[NX_CAPS_VER_SIZE], const struct nx_xml *info);

#endif
