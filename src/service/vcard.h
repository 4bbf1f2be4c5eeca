/* Cards of accounts for other modules (offered by mod_vcard; XEP-0054). */
#ifndef NX_SERVICE_VCARD_H
#define NX_SERVICE_VCARD_H

#include "core/hooks.h"

struct nx_event;
struct nx_jid;
struct nx_module;
struct nx_xml;

#define NX_SERVICE_VCARD "vcard"

struct nx_vcard_service {
	/* Reads the card of an account of this server (another address is of nobody) on behalf of the event, as nx_event_read() does.
	 * done gets it in ev's pool, NULL when there is none, the service's module, and ev->data as it was. */
	enum nx_verdict (*read)(struct nx_module *mod, struct nx_event *ev, const struct nx_jid *of,
				enum nx_verdict (*done)(struct nx_module *mod, struct nx_event *ev, struct nx_xml *vcard));
};

#endif
