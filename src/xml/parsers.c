/* The free lists that all readers share: primed parsers, parsers for documents, and stanza pools. A primed parser has been fed
 * the header that nearly every stream has, or its like from a peer, and stands between two stanzas; expat cannot be asked to go back
 * there, so a parser comes home only when it has got there by itself. The lists are short: they cover what is
 * in the middle of a stanza at one moment, not what is connected. */
#include "base/assert.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/rand.h"
#include "xml/reader_private.h"
#include <string.h>

#define MAX_PARSERS 32
#define MAX_POOLS 64
/* expat never returns memory: a parser is not used again after a stanza larger than this, or after so many uses. */
#define USUAL_MAX_STANZA_BYTES (32 * 1024)
#define USUAL_MAX_USES 10000
#define POOL_BYTES 2048                 /* a chat message and what modules do with it */

struct nx_xml_parsers {
	struct nx_xml_parser *free, *documents;
	unsigned free_count, document_count;
	size_t max_stanza_bytes;
	unsigned max_uses;
	unsigned long salt;             /* of the hash tables in expat */
	unsigned pool_count;
	struct nx_pool *pools[MAX_POOLS];
};

struct nx_xml_parsers *nx_xml_parsers_new(void)
{
	struct nx_xml_parsers *parsers = nx_mem_new(sizeof(*parsers));

	nx_xml_parsers_set_wear(parsers, USUAL_MAX_STANZA_BYTES, USUAL_MAX_USES);
	nx_rand_bytes(&parsers->salt, sizeof(parsers->salt));
	return parsers;
}

unsigned long nx_xml_parsers_salt(const struct nx_xml_parsers *parsers)
{
	return parsers->salt;
}

void nx_xml_parsers_set_wear(struct nx_xml_parsers *parsers, size_t max_stanza_bytes, unsigned max_uses)
{
	parsers->max_stanza_bytes = max_stanza_bytes;
	parsers->max_uses = max_uses;
}

unsigned nx_xml_parsers_spare(const struct nx_xml_parsers *parsers)
{
	return parsers->free_count;
}

static void free_all(struct nx_xml_parser *list)
{
	while (list) {
		struct nx_xml_parser *p = list;

		list = p->next;
		nx_xml_parser_free(&p);
	}
}

void nx_xml_parsers_free(struct nx_xml_parsers **parsers_p)
{
	struct nx_xml_parsers *parsers = *parsers_p;

	*parsers_p = NULL;
	if (!parsers)
		return;
	free_all(parsers->free);
	free_all(parsers->documents);
	while (parsers->pool_count > 0)
		nx_pool_free(&parsers->pools[--parsers->pool_count]);
	nx_mem_free(parsers);
}

struct nx_pool *nx_xml_parsers_take_pool(struct nx_xml_parsers *parsers)
{
	if (parsers->pool_count == 0)
		return nx_pool_new("event", POOL_BYTES);
	return parsers->pools[--parsers->pool_count];
}

void nx_xml_parsers_give_pool(struct nx_xml_parsers *parsers, struct nx_pool **pool)
{
	if (*pool && parsers->pool_count < MAX_POOLS) {
		nx_pool_reset(*pool);
		parsers->pools[parsers->pool_count++] = *pool;
		*pool = NULL;
	}
	nx_pool_free(pool);
}

static struct nx_xml_parser *new_primed(struct nx_xml_parsers *parsers)
{
	static const char header[] =
		"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";
	static const struct nx_xml_limits limits = { 1024, 1024, 1, 8 };
	struct nx_xml_parser *p = nx_xml_parser_new(parsers);

	p->limits = &limits;
	nx_xml_parser_feed(p, header, sizeof(header) - 1);
	nx_assert(p->ending == NX_XML_GOES_ON && p->first && p->is_usual);
	nx_xml_parsers_give_pool(parsers, &p->first->pool);
	p->first = NULL;
	p->end = &p->first;
	return p;
}

struct nx_xml_parser *nx_xml_parsers_borrow(struct nx_xml_parsers *parsers)
{
	struct nx_xml_parser *p = parsers->free;

	if (p) {
		parsers->free = p->next;
		parsers->free_count--;
		p->next = NULL;
	} else {
		p = new_primed(parsers);
	}
	p->uses++;
	return p;
}

struct nx_xml_parser *nx_xml_parsers_borrow_document(struct nx_xml_parsers *parsers)
{
	struct nx_xml_parser *p = parsers->documents;

	if (p) {
		parsers->documents = p->next;
		parsers->document_count--;
		p->next = NULL;
		nx_xml_parser_restart(p);
	} else {
		p = nx_xml_parser_new(parsers);
		p->base = 0;
	}
	p->uses++;
	return p;
}

static void keep(struct nx_xml_parser **list, unsigned *count, struct nx_xml_parser *p)
{
	p->limits = NULL;
	p->next = *list;
	*list = p;
	++*count;
}

void nx_xml_parsers_return(struct nx_xml_parsers *parsers, struct nx_xml_parser **parser)
{
	struct nx_xml_parser *p = *parser;
	bool is_fit = p && p->largest_bytes <= parsers->max_stanza_bytes && p->uses < parsers->max_uses &&
		p->ending == NX_XML_GOES_ON && !p->first && !p->holds_secret;

	if (is_fit && p->base == 0 && !p->builder.pool && parsers->document_count < MAX_PARSERS) {
		keep(&parsers->documents, &parsers->document_count, p);
		*parser = NULL;
	} else if (is_fit && p->is_usual && p->depth == 1 && nx_xml_parser_is_idle(p) && parsers->free_count < MAX_PARSERS) {
		keep(&parsers->free, &parsers->free_count, p);
		*parser = NULL;
	}
	nx_xml_parser_free(parser);
}
