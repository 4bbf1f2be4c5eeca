/* Stream negotiation, from the first header to resource binding (RFC 6120 sections 4 to 7).
 *
 *   header → features (starttls, mechanisms) → <starttls/> → TLS → header → features (mechanisms, channel bindings) →
 *   SASL (core/login.h) → header → features (bind, what modules add) → bind → session.c
 *
 * The negotiation's memory is its own and is gone when the session is bound. */
#ifndef NX_CORE_NEGOTIATE_H
#define NX_CORE_NEGOTIATE_H

#include <stdbool.h>

#include "base/error.h"

struct nx_account;
struct nx_buf;
struct nx_external;
struct nx_pool;
struct nx_session;
struct nx_stream_header;
struct nx_xml;

void nx_negotiate_begin(struct nx_session *sess);
/* Frees what is left of it; does nothing the second time. */
void nx_negotiate_end(struct nx_session *sess);

/* Events of the stream and the connection, from session.c. element takes pool. */
void nx_negotiate_opened(struct nx_session *sess, const struct nx_stream_header *header);
void nx_negotiate_element(struct nx_session *sess, struct nx_pool *pool, struct nx_xml *el);
void nx_negotiate_secured(struct nx_session *sess);
/* A stream error may be due before we have sent our header: RFC 6120 section 4.9.1.2 wants one first. */
void nx_negotiate_ensure_open(struct nx_session *sess);

/* Outcomes of a login, from login.c. data NULL: none. */
void nx_negotiate_challenge(struct nx_session *sess, const struct nx_buf *data);
void nx_negotiate_logged_in(struct nx_session *sess, const char *local, const char *mechanism, const struct nx_buf *data);
void nx_negotiate_login_failed(struct nx_session *sess, const struct nx_error *err);
/* The guest that has logged in; takes the reference. Before nx_negotiate_logged_in(). */
void nx_negotiate_take_guest(struct nx_session *sess, struct nx_account **guest);
/* What its certificate is worth; NULL: it has shown none. */
const struct nx_external *nx_negotiate_external(const struct nx_session *sess);
/* Whether the client may be this account: false when its header announced another address (RFC 6120 section 6.4.6). */
bool nx_negotiate_is_expected(const struct nx_session *sess, const char *local);

/* The resource cannot be had; the client may ask for another, a number of times. */
void nx_negotiate_refuse_bind(struct nx_session *sess, const char *iq_id, enum nx_error_kind kind, const char *text);

#endif
