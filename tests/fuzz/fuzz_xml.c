/* xml/reader, writer and parse. The first byte seeds the cuts in which the reader is fed the rest; events
 * hold and reset it now and then. Whatever comes out is written, parsed again and must be the same tree. */
#include "base/assert.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/str.h"
#include "xml/reader.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct run {
	struct nx_xml_parsers *parsers;
	struct nx_xml_reader *reader;
	uint32_t dice;
};

static uint32_t roll(struct run *run, uint32_t sides)
{
	run->dice = run->dice * 1664525 + 1013904223;
	return (run->dice >> 16) % sides;
}

static bool is_same_attrs(const struct nx_xml_attr *a, const struct nx_xml_attr *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (!nx_str_eq(a->ns, b->ns) || strcmp(a->name, b->name) != 0 || strcmp(a->value, b->value) != 0)
			return false;
	return !a && !b;
}

static bool is_same(const struct nx_xml *a, const struct nx_xml *b)
{
	if (!a->name != !b->name)
		return false;
	if (!a->name)
		return a->text_len == b->text_len && memcmp(a->text, b->text, a->text_len) == 0;
	if (strcmp(a->name, b->name) != 0 || strcmp(a->ns, b->ns) != 0 || !is_same_attrs(a->attrs, b->attrs))
		return false;
	a = a->first;
	b = b->first;
	for (; a && b; a = a->next, b = b->next)
		if (!is_same(a, b))
			return false;
	return !a && !b;
}

/* is_wrapped: the element stands in another one. */
static void check_bytes(const struct nx_xml *el, const struct nx_buf *bytes, bool is_wrapped)
{
	struct nx_pool *pool = nx_pool_new("fuzz", 0);
	struct nx_error err = { 0 };
	struct nx_xml *again = nx_xml_parse(pool, bytes->data, bytes->len, &err);

	nx_assert(again != NULL);
	if (is_wrapped)
		again = again->first;
	nx_assert(again && is_same(el, again));
	nx_assert(is_same(el, nx_xml_dup(pool, el)));
	nx_pool_free(&pool);
}

/* Once alone, once where it would stand in a stream, once in two halves. */
static void check_round_trip(const struct nx_xml *el)
{
	static const struct nx_xml_context alone = { .default_ns = "" },
					   in_stream = { .default_ns = "jabber:client", .stream_prefix = "stream" };
	static const char wrap[] = "<wrap xmlns='jabber:client' xmlns:stream='" NX_NS_STREAMS "'>";
	struct nx_buf bytes = NX_BUF_INIT;

	nx_xml_write(&bytes, el, &alone);
	check_bytes(el, &bytes, false);
	nx_buf_clear(&bytes);
	nx_buf_puts(&bytes, wrap);
	nx_xml_write(&bytes, el, &in_stream);
	nx_buf_puts(&bytes, "</wrap>");
	check_bytes(el, &bytes, true);
	if (!nx_xml_attr(el, "to")) {
		nx_buf_clear(&bytes);
		nx_buf_puts(&bytes, wrap);
		nx_xml_write_head(&bytes, el, &in_stream);
		nx_xml_write_tail(&bytes, el);
		nx_buf_puts(&bytes, "</wrap>");
		check_bytes(el, &bytes, true);
	}
	nx_buf_done(&bytes);
}

static void on_open(void *ctx, const struct nx_xml *root, const char *default_ns, const char *stream_prefix)
{
	(void)ctx;
	(void)default_ns;
	(void)stream_prefix;
	check_round_trip(root);
}

static void on_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct run *run = ctx;
	uint32_t what = roll(run, 16);

	check_round_trip(el);
	nx_xml_parsers_give_pool(run->parsers, &pool);
	if (what < 2)
		nx_xml_reader_hold(run->reader);
	if (what == 1 || what == 2)
		nx_xml_reader_reset(run->reader, roll(run, 2) == 0);
}

static void on_close(void *ctx)
{
	if (roll(ctx, 2) == 0)
		nx_xml_reader_reset(((struct run *)ctx)->reader, false);
}

static void on_failed(void *ctx, const struct nx_error *err)
{
	(void)ctx;
	nx_assert(err->kind != NX_E_NONE && err->text[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct nx_xml_events events = { on_open, on_element, on_close, on_failed };
	static const struct nx_xml_limits limits = { 4096, 1024, 16, 16 };
	struct run run = { .parsers = nx_xml_parsers_new() };

	if (size > 0) {
		run.dice = *data++;
		size--;
	}
	run.reader = nx_xml_reader_new(run.parsers, &limits, &events, &run);
	while (size > 0) {
		size_t n = roll(&run, 2) ? 1 + roll(&run, 8) : 1 + roll(&run, 4000);

		n = n < size ? n : size;
		nx_xml_reader_feed(run.reader, (const char *)data, n);
		data += n;
		size -= n;
		if (roll(&run, 4) == 0)
			nx_xml_reader_continue(run.reader);
		if (roll(&run, 64) == 0)
			nx_xml_reader_reset(run.reader, roll(&run, 2) == 0);
		nx_assert(nx_xml_reader_size_bytes(run.reader) > 0);
	}
	nx_xml_reader_continue(run.reader);
	nx_xml_reader_free(&run.reader);
	nx_xml_parsers_free(&run.parsers);
	return 0;
}
