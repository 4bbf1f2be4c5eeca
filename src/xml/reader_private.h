/* What the parts of the reader share. builder.c turns expat's call-backs into a tree; parser.c wraps one
 * expat parser and collects finished elements; parsers.c lends parsers; reader.c hands the elements over. */
#ifndef NX_XML_READER_PRIVATE_H
#define NX_XML_READER_PRIVATE_H

#include "base/buf.h"
#include "base/error.h"
#include "xml/reader.h"
#include <expat.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Stands between namespace and name in what expat reports; no XML document can contain it. */
#define NX_XML_SEPARATOR '\001'

/* How many bytes of white space begin at s (XML 1.0 section 2.3). */
size_t nx_xml_blank_len(const char *s, size_t len);

/* A tree under construction. Zeroed, with a pool and el NULL, it waits for the first start tag. */
struct nx_xml_builder {
	struct nx_pool *pool;
	struct nx_xml *el;              /* innermost open element */
	struct nx_buf text;             /* behind el's last child; expat gives texts in pieces */
};

void nx_xml_builder_start(struct nx_xml_builder *b, const XML_Char *name, const XML_Char **attrs);
void nx_xml_builder_text(struct nx_xml_builder *b, const char *text, size_t len);
/* The element that ended; when it has no parent, the tree is complete and el is NULL again. */
struct nx_xml *nx_xml_builder_end(struct nx_xml_builder *b);

/* A parser in namespace mode on nx_mem, without reparse deferral. */
XML_Parser nx_xml_expat_new(void);
/* For another document; handlers are gone. */
void nx_xml_expat_reset(XML_Parser expat);
/* What expat found wrong, as our error. */
void nx_xml_expat_error(XML_Parser expat, struct nx_error *err);

/* A finished element (or the root's start tag) that waits to be handed over; lives in its own pool. */
struct nx_xml_item {
	struct nx_xml_item *next;
	struct nx_pool *pool;
	struct nx_xml *el;
	int64_t end;                    /* where the bytes behind it begin */
	bool is_root;
};

enum nx_xml_ending {
	NX_XML_GOES_ON,
	NX_XML_CLOSED,
	NX_XML_FAILED,
	NX_XML_BEGUN_AGAIN,     /* a declaration between the children of the root; it FAILED for who does not want that */
};

/* One expat parser. Positions are bytes since it was made. */
struct nx_xml_parser {
	struct nx_xml_parser *next;     /* in the free list */
	struct nx_xml_parsers *parsers;
	XML_Parser expat;
	const struct nx_xml_limits *limits;     /* of the reader that has it */
	int64_t fed, reported;          /* given to expat; end of what expat has reported */
	int64_t stanza_start;
	unsigned base;                  /* depth between stanzas: 1 inside the root of a stream, 0 when each stanza is a document */
	unsigned depth;                 /* open elements */
	unsigned decls;                 /* xmlns of the start tag that comes next */
	unsigned uses;
	size_t largest_bytes;           /* of the stanzas it has seen */
	char last_byte;                 /* that was fed */
	bool holds_secret;              /* in its buffers: it is not used again */
	bool is_usual;                  /* the root declared what a primed parser has, and nothing else */
	enum nx_xml_ending ending;
	const char *default_ns, *stream_prefix; /* of the root, in its item's pool */
	struct nx_xml_builder builder;
	struct nx_xml_item *first, **end;       /* waiting */
	struct nx_error err;            /* when it FAILED or was BEGUN_AGAIN */
};

/* For a new document. */
struct nx_xml_parser *nx_xml_parser_new(struct nx_xml_parsers *parsers);
void nx_xml_parser_free(struct nx_xml_parser **parser);
/* For a document that is one stanza; parsers->documents, or new. */
struct nx_xml_parser *nx_xml_parsers_borrow_document(struct nx_xml_parsers *parsers);
/* Goes back to the beginning of a document. */
void nx_xml_parser_restart(struct nx_xml_parser *parser);
/* No more bytes: FAILED unless a document is complete. */
void nx_xml_parser_finish(struct nx_xml_parser *parser);
/* Runs expat over the bytes; what came of it waits in first and ending. */
void nx_xml_parser_feed(struct nx_xml_parser *parser, const char *data, size_t len);
void nx_xml_parser_fail(struct nx_xml_parser *parser, enum nx_error_kind kind, const char *text);
/* Nothing begun and nothing waiting: white space may be skipped without it. */
bool nx_xml_parser_is_idle(const struct nx_xml_parser *parser);

/* What nobody outside can guess. */
unsigned long nx_xml_parsers_salt(const struct nx_xml_parsers *parsers);
/* One that is inside the usual root. */
struct nx_xml_parser *nx_xml_parsers_borrow(struct nx_xml_parsers *parsers);
/* To a free list when it is idle and not worn, and usual or for documents; else to the grave. Clears *parser. */
void nx_xml_parsers_return(struct nx_xml_parsers *parsers, struct nx_xml_parser **parser);

#endif
