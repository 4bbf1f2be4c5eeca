/* Which messages are kept: those that say something to a person, or change what was said; not those that are about the moment. By what
 * they contain, so that what has no body is not lost: reactions, retractions, encrypted messages. */
#include "mod_mam/mam.h"

struct kind {
	const char *ns, *name;          /* name NULL: any */
};

static const struct kind kept[] = {
	{ NX_NS_CLIENT, "body" },
	{ NX_NS_CLIENT, "subject" },
	{ "eu.siacs.conversations.axolotl", "encrypted" },      /* XEP-0384, before 0.4 */
	{ "urn:xmpp:omemo:2", "encrypted" },
	{ "urn:xmpp:openpgp:0", "openpgp" },                    /* XEP-0373 */
	{ "urn:xmpp:reactions:0", "reactions" },                /* XEP-0444 */
	{ "urn:xmpp:message-retract:1", NULL },                 /* XEP-0424 */
	{ "urn:xmpp:message-moderate:1", NULL },                /* XEP-0425 */
	{ "urn:xmpp:fasten:0", "apply-to" },                    /* XEP-0422 */
	{ "urn:xmpp:message-correct:0", "replace" },            /* XEP-0308 */
	{ "urn:xmpp:receipts", "received" },                    /* XEP-0184 */
	{ "urn:xmpp:chat-markers:0", NULL },                    /* XEP-0333 */
	{ "urn:xmpp:sfs:0", NULL },                             /* XEP-0447 */
	{ "jabber:x:conference", "x" },                         /* XEP-0249 */
};

static bool is_kept(const struct nx_xml *el)
{
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		if (nx_xml_is(el, kept[i].ns, kept[i].name))
			return true;
	}
	return false;
}

bool mam_is_worth(const struct nx_xml *message)
{
	if (nx_xml_child(message, NX_NS_HINTS, "no-store") || nx_xml_child(message, NX_NS_HINTS, "no-permanent-store"))
		return false;
	if (nx_xml_child(message, NX_NS_HINTS, "store"))
		return true;
	for (const struct nx_xml *el = nx_xml_first_element(message); el; el = nx_xml_next(el, NULL, NULL)) {
		if (is_kept(el))
			return true;
	}
	return false;
}
