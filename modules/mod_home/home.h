/* What the files of mod_home share: the page at `/`, in the languages that it has. */
#ifndef MOD_HOME_HOME_H
#define MOD_HOME_HOME_H

#include "core/module.h"

struct nx_buf;

/* The words of one language. %s stands for the domain, which is escaped already; the rest may hold tags. */
struct home_words {
	const char *lang, *path;        /* "de", "/de" */
	const char *name;               /* of the language, in it */
	const char *title, *lead, *open_chat, *no_account;
	const char *apps_title, *app, *certificate, *fingerprint, *download, *account;
	const char *registration_open, *registration_invite, *registration_closed;
	const char *ports_title, *starttls, *direct_tls, *websocket, *port;
	const char *qr_title, *qr_text;
};
extern const struct home_words home_languages[];        /* .lang NULL ends the table; the first is for everybody else */

/* What the page tells; the request's pool holds it. NULL and 0: there is none. */
struct home_facts {
	const char *domain;
	const char *server;             /* name or address by which devices reach us */
	const char *chat_url;           /* of the web client */
	const char *websocket_url;
	const char *registration;       /* the option: open, invite, closed */
	const char *fingerprint;        /* of our own authority */
	unsigned port, tls_port;
};
void home_write_page(struct nx_buf *page, const struct home_words *words, const struct home_facts *facts);

/* A QR code of text as an SVG picture (ISO/IEC 18004). 0; -1: it is too long for one. */
int home_write_qr(struct nx_buf *svg, const char *text);

#endif
