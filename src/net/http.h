/* One HTTP request and its answer, as those see it who answer: modules, through the path table of core/site.h.
 *
 * One normal case: net/web.c has read the headers of a request and calls whoever serves its path; that one looks at the fields, adds
 * headers where it wants to, and answers: nx_http_answer() from memory, nx_http_answer_file() from disk. Who cannot answer at once, or
 * wants the body, says so with nx_http_later() before it returns, gets the body piece by piece, and answers when it can; in between it
 * keeps the request's id (core/site.h finds it again), or its pointer until `gone` says that there is nobody left to answer.
 *
 * A body has to announce its length (Content-Length). What is left of one when the answer is given is thrown away; when that is much, the
 * connection ends behind the answer. A body that comes too slowly is answered with 408, a client that hardly takes its answer is cut off; who keeps the pace may
 * take as long as it takes. */
#ifndef NX_NET_HTTP_H
#define NX_NET_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct nx_pool;

/* Bits, so that a path can serve several. */
enum nx_http_method {
	NX_HTTP_GET = 1 << 0,
	NX_HTTP_HEAD = 1 << 1,
	NX_HTTP_POST = 1 << 2,
	NX_HTTP_PUT = 1 << 3,
	NX_HTTP_DELETE = 1 << 4,
	NX_HTTP_OPTIONS = 1 << 5,
	NX_HTTP_OTHER = 1 << 6,
};

/* Lives until it is answered, or the client has gone. */
struct nx_http_request {
	struct nx_pool *pool;           /* of this request */
	uint64_t id;
	enum nx_http_method method;
	const char *method_name;        /* "GET", for logs */
	const char *path;               /* decoded and absolute, without "..", "//" and the query; UTF-8 without control characters */
	const char *rest;               /* of path, behind a row that serves all below it; NULL: this row does not */
	const char *host;               /* as the client wrote it, with the port if there is one; NULL: it did not */
	const char *authorization, *forwarded_for, *forwarded_proto, *forwarded_host;   /* those headers; NULL: none */
	int64_t body_bytes;             /* that are to come; -1: the client did not say, and nothing of it is read */
	const char *peer_address;       /* of the connection: "192.0.2.1" */
	bool has_tls;                   /* the connection has */
	/* Whoever serves the path behind a proxy that is trusted sees the client here (core/site.c); else the same as above. */
	const char *address;
	bool is_secure;
};

/* Any other header, by its name in small letters; several of one name are joined by commas. NULL: none. In the request's pool. */
const char *nx_http_find_header(struct nx_http_request *request, const char *name);
/* The value of name=value in the query, decoded; NULL: it is not there. In the request's pool. */
const char *nx_http_find_query(struct nx_http_request *request, const char *name);

/* ---- answering later ---- */

/* Calls with the ctx given to nx_http_later(). Those that are NULL are not called. */
struct nx_http_waiter {
	/* The next piece of the body, at most 32 KiB; data is valid until this returns. Not after a pause, nor after the answer. */
	void (*piece)(void *ctx, struct nx_http_request *request, const char *data, size_t len);
	/* That was all of the body; comes for an empty one, too. */
	void (*end)(void *ctx, struct nx_http_request *request);
	/* There is nobody left to answer: the client has gone, or its body took too long. The request goes when this returns. Never
	 * after the answer. */
	void (*gone)(void *ctx, struct nx_http_request *request);
};

/* I shall answer when I can. The waiter is borrowed until then; a second call puts another in its place. Returns request->id. */
uint64_t nx_http_later(struct nx_http_request *request, const struct nx_http_waiter *waiter, void *ctx);
/* Back-pressure: no more pieces, and nothing more is read, until resumed. */
void nx_http_pause(struct nx_http_request *request);
void nx_http_resume(struct nx_http_request *request);
/* For small bodies: done() gets all of it, and answers or calls nx_http_later(). Not called when the client goes before. */
void nx_http_collect(struct nx_http_request *request,
		     void (*done)(void *ctx, struct nx_http_request *request, const char *body, size_t len), void *ctx);

/* ---- the answer ---- */

/* An answer's header, before the answer; takes the place of an earlier one of the same name. Copies. */
void nx_http_header(struct nx_http_request *request, const char *name, const char *value);
/* Answers, once; the request may be gone when this returns to the loop. type NULL: no body. Copies. HEAD gets the headers alone. */
void nx_http_answer(struct nx_http_request *request, unsigned status, const char *type, const void *body, size_t len);
/* Answers with a sentence as text/plain, for refusals. */
void nx_http_answer_text(struct nx_http_request *request, unsigned status, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

struct nx_http_file {
	int fd;                         /* a regular file; taken */
	uint64_t bytes;                 /* its length */
	const char *type;               /* content-type */
	const char *etag;               /* with its quotes; NULL: none */
};

/* Answers a GET or HEAD with a file, which workers read while it is being sent: all of it, one range (RFC 9110 section 14), or that the
 * client has it already (section 13.1.2). */
void nx_http_answer_file(struct nx_http_request *request, const struct nx_http_file *file);

#endif
