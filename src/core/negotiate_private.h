/* What negotiate.c and negotiate_sasl.c share: what is known of a session until it is bound. */
#ifndef NX_CORE_NEGOTIATE_PRIVATE_H
#define NX_CORE_NEGOTIATE_PRIVATE_H

#include "core/negotiate.h"

struct nx_account;
struct nx_external;
struct nx_login;
struct nx_pool;
struct nx_xml;

struct nx_negotiation {
	struct nx_login *login;         /* under way */
	struct nx_external *external;   /* the client's certificate; NULL: none */
	struct nx_account *guest;       /* a reference until its session is bound; NULL: it is none */
	char *local;                    /* authenticated as; NULL: not yet */
	char *announced;                /* the bare address in the header's `from`; NULL: none */
	unsigned failures, refused_binds;
	bool is_open;                   /* our header is out */
	bool is_counted;                /* among the unauthenticated of its address */
};

/* negotiate.c */
void nx_negotiate_end_with(struct nx_session *sess, enum nx_error_kind kind, const char *text, const char *reason);
/* It is not among the unauthenticated of its address any more. */
void nx_negotiate_stop_counting(struct nx_session *sess);
/* The client begins its stream again. */
void nx_negotiate_await_header(struct nx_session *sess, bool drop_rest);
/* TLS is up, or not asked for. */
bool nx_negotiate_may_log_in(const struct nx_session *sess);

/* negotiate_sasl.c */
/* True when it was an element of SASL. */
bool nx_negotiate_take_sasl(struct nx_session *sess, struct nx_pool *pool, const struct nx_xml *el);
bool nx_negotiate_holds_password(const struct nx_session *sess, const struct nx_xml *el);

#endif
