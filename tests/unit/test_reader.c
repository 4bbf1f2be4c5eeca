/* xml/reader: what comes out of a stream, whole, byte by byte and cut short; refusals, limits, reset, hold.
 * Every event becomes one line of a transcript, and transcripts are compared. */
#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "xml/reader.h"
#include "xml/tree.h"
#include "xml/writer.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define HEADER "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='x'>"
#define OPENED "open stream jabber:client stream\n"
#define OTHER "<s xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:x='y'>"

static const struct nx_xml_limits limits = { 512, 256, 4, 8 };

struct peer {
	struct nx_xml_parsers *parsers;
	struct nx_xml_reader *reader;
	struct nx_buf log;
};

static void on_open(void *ctx, const struct nx_xml *root, const char *default_ns, const char *stream_prefix)
{
	struct peer *peer = ctx;

	nx_buf_printf(&peer->log, "open %s %s %s\n", root->name, default_ns ? default_ns : "-",
		      stream_prefix ? stream_prefix : "-");
}

/* Elements called reset, drop and hold do that to the reader. */
static void on_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct peer *peer = ctx;

	nx_xml_write(&peer->log, el, &(struct nx_xml_context){ .default_ns = "jabber:client" });
	nx_buf_putc(&peer->log, '\n');
	if (strcmp(el->name, "reset") == 0)
		nx_xml_reader_reset(peer->reader, false);
	else if (strcmp(el->name, "drop") == 0)
		nx_xml_reader_reset(peer->reader, true);
	else if (strcmp(el->name, "hold") == 0)
		nx_xml_reader_hold(peer->reader);
	else if (strcmp(el->name, "holdreset") == 0) {
		nx_xml_reader_hold(peer->reader);
		nx_xml_reader_reset(peer->reader, false);
	} else if (strcmp(el->name, "holdgo") == 0) {
		nx_xml_reader_hold(peer->reader);
		nx_xml_reader_continue(peer->reader);
	}
	nx_xml_parsers_give_pool(peer->parsers, &pool);
}

static void on_close(void *ctx)
{
	nx_buf_puts(&((struct peer *)ctx)->log, "close\n");
}

static const char *kind_name(enum nx_error_kind kind)
{
	switch ((int)kind) {
	case NX_E_NOT_WELL_FORMED: return "not-well-formed";
	case NX_E_RESTRICTED_XML: return "restricted-xml";
	case NX_E_POLICY_VIOLATION: return "policy-violation";
	case NX_E_UNSUPPORTED_ENCODING: return "unsupported-encoding";
	case NX_E_BAD_FORMAT: return "bad-format";
	}
	return "another";
}

static void on_failed(void *ctx, const struct nx_error *err)
{
	assert_true(err->text[0] != '\0');
	nx_buf_printf(&((struct peer *)ctx)->log, "failed %s\n", kind_name(err->kind));
}

static const struct nx_xml_events events = { on_open, on_element, on_close, on_failed };

static struct peer peer_new(void)
{
	return (struct peer){ .parsers = nx_xml_parsers_new(), .log = NX_BUF_INIT };
}

static void peer_open(struct peer *peer)
{
	peer->reader = nx_xml_reader_new(peer->parsers, &limits, &events, peer);
}

static void peer_done(struct peer *peer)
{
	nx_xml_reader_free(&peer->reader);
	nx_xml_parsers_free(&peer->parsers);
	nx_buf_done(&peer->log);
}

static void feed(struct peer *peer, const char *data)
{
	nx_xml_reader_feed(peer->reader, data, strlen(data));
}

static void expect(struct peer *peer, const char *log)
{
	assert_string_equal(nx_buf_str(&peer->log), log);
	nx_buf_clear(&peer->log);
}

struct story {
	const char *what, *in, *out;
};

static const struct story stories[] = {
	{ "a stanza", HEADER "<message to='a'><body>hi &amp; ho</body></message>",
	  OPENED "<message to='a'><body>hi &amp; ho</body></message>\n" },
	{ "declaration, white space, end", "<?xml version='1.0' encoding='utf-8'?>\n" HEADER " \r\n\t<a/>\r\n\r</stream:stream>",
	  OPENED "<a/>\nclose\n" },
	{ "white space before the declaration", "\n<?xml version='1.0'?>" HEADER, OPENED },
	{ "nothing after the end", HEADER "</stream:stream><a/>junk", OPENED "close\n" },
	{ "empty root", "<x/>", "open x - -\nclose\n" },
	{ "CDATA", HEADER "<m><b><![CDATA[<&]]></b></m>", OPENED "<m><b>&lt;&amp;</b></m>\n" },
	{ "empty CDATA between stanzas", HEADER "<![CDATA[]]> <a/>", OPENED "<a/>\n" },
	{ "text in pieces is one", HEADER "<m>a\nb\r\nc&#x44f;</m>", OPENED "<m>a\nb\nc\xd1\x8f</m>\n" },
	{ "foreign namespaces", HEADER "<a xmlns='u:1'><b xmlns='' xml:lang='ru'/></a><x:c xmlns:x='u:2' x:d='e'/>",
	  OPENED "<a xmlns='u:1'><b xmlns='' xml:lang='ru'/></a>\n<c xmlns='u:2' xmlns:ns0='u:2' ns0:d='e'/>\n" },
	{ "another root", OTHER " <x:a/> <b/></s>",
	  "open s jabber:client stream\n<a xmlns='y'/>\n<b/>\nclose\n" },
	{ "a byte-order mark", "\xef\xbb\xbf" HEADER "<a/>", OPENED "<a/>\n" },
	{ "RFC 6120 4.9.3.13: not well-formed", HEADER "<a/><b></c>", OPENED "<a/>\nfailed not-well-formed\n" },
	{ "4.9.3.13: broken UTF-8", HEADER "<b>\xc3(</b>", OPENED "failed not-well-formed\n" },
	{ "4.9.3.13: forbidden character", HEADER "<b>\x01</b>", OPENED "failed not-well-formed\n" },
	{ "4.9.3.13: attribute twice", HEADER "<b c='1' c='2'/>", OPENED "failed not-well-formed\n" },
	{ "4.9.3.13: late declaration", HEADER "<a/><?xml version='1.0'?>" HEADER, OPENED "<a/>\nfailed not-well-formed\n" },
	{ "4.9.3.13: late declaration inside", HEADER "<a><?xml version='1.0'?>", OPENED "failed not-well-formed\n" },
	{ "COMPAT: header twice", "<?xml version='1.0'?>" HEADER "<?xml version='1.0'?>" HEADER " <a/></stream:stream>",
	  OPENED OPENED "<a/>\nclose\n" },
	{ "COMPAT: header three times", HEADER "<?xml version='1.0'?>" HEADER "<?xml version='1.0'?>" HEADER,
	  OPENED OPENED "failed not-well-formed\n" },
	{ "4.9.3.13: wrong end", HEADER "</stream>", OPENED "failed not-well-formed\n" },
	{ "4.9.3.13: text before the root", "hello <a/>", "failed not-well-formed\n" },
	{ "4.9.3.1: text between stanzas", HEADER "<a/>hello<b/>", OPENED "<a/>\nfailed bad-format\n" },
	{ "4.9.3.1: a character reference between stanzas", HEADER "<a/>&#65;", OPENED "<a/>\nfailed bad-format\n" },
	{ "11.3: unbound prefix", HEADER "<x:a/>", OPENED "failed not-well-formed\n" },
	{ "11.3: unbound attribute prefix", HEADER "<a x:b='c'/>", OPENED "failed not-well-formed\n" },
	{ "11.1: comment", HEADER "<a/><!-- b --><c/>", OPENED "<a/>\nfailed restricted-xml\n" },
	{ "11.1: comment inside", HEADER "<a><!-- b --></a>", OPENED "failed restricted-xml\n" },
	{ "11.1: comment before", "<!-- b -->" HEADER, "failed restricted-xml\n" },
	{ "11.1: instruction", HEADER "<?b c?>", OPENED "failed restricted-xml\n" },
	{ "11.1: document type", "<!DOCTYPE a>" HEADER, "failed restricted-xml\n" },
	{ "11.1: document type with entities", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "failed restricted-xml\n" },
	{ "11.1: entity", HEADER "<a>&nbsp;</a>", OPENED "failed restricted-xml\n" },
	{ "11.1: entity in an attribute", HEADER "<a b='&nbsp;'/>", OPENED "failed restricted-xml\n" },
	{ "11.6: declared encoding", "<?xml version='1.0' encoding='iso-8859-1'?>" HEADER, "failed unsupported-encoding\n" },
	{ "11.6: UTF-16, little end first", "\xff\xfe<", "failed unsupported-encoding\n" },
	{ "11.6: UTF-16, big end first", "\xfe\xff", "failed unsupported-encoding\n" },
	{ "depth allowed", HEADER "<a><b><c><d/></c></b></a>", OPENED "<a><b><c><d/></c></b></a>\n" },
	{ "depth refused", HEADER "<a><b><c><d><e/></d></c></b></a>", OPENED "failed policy-violation\n" },
	{ "attributes allowed", HEADER "<a b='' c='' d='' e='' f='' g='' h='' xmlns='i'/>",
	  OPENED "<a xmlns='i' b='' c='' d='' e='' f='' g='' h=''/>\n" },
	{ "attributes refused", HEADER "<a b='' c='' d='' e='' f='' g='' h='' i='' xmlns='j'/>",
	  OPENED "failed policy-violation\n" },
	{ "reset: a new document follows", HEADER "<reset/>" HEADER "<a/>", OPENED "<reset/>\n" OPENED "<a/>\n" },
	{ "reset: with a declaration", HEADER "<reset></reset>\n<?xml version='1.0'?>" OTHER "<a/>",
	  OPENED "<reset/>\nopen s jabber:client stream\n<a/>\n" },
	{ "reset: the old document's end is an error", HEADER "<reset/></stream:stream>",
	  OPENED "<reset/>\nfailed not-well-formed\n" },
	{ "continue inside the event", HEADER "<holdgo/><a/>", OPENED "<holdgo/>\n<a/>\n" },
};

static void whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
		struct peer peer = peer_new();

		peer_open(&peer);
		feed(&peer, stories[i].in);
		if (strcmp(nx_buf_str(&peer.log), stories[i].out) != 0)
			fail_msg("%s: %s", stories[i].what, nx_buf_str(&peer.log));
		peer_done(&peer);
	}
}

static void byte_by_byte(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
		struct peer peer = peer_new();

		peer_open(&peer);
		for (const char *s = stories[i].in; *s; s++) {
			char one = *s;          /* with nothing before or behind it */

			nx_xml_reader_feed(peer.reader, &one, 1);
		}
		if (strcmp(nx_buf_str(&peer.log), stories[i].out) != 0)
			fail_msg("%s: %s", stories[i].what, nx_buf_str(&peer.log));
		peer_done(&peer);
	}
}

/* What a prefix of the input brings is a prefix of what the input brings; the rest may come later. */
static void cut_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
		for (size_t cut = 0; cut < strlen(stories[i].in); cut++) {
			struct peer peer = peer_new();

			peer_open(&peer);
			nx_xml_reader_feed(peer.reader, stories[i].in, cut);
			if (strncmp(stories[i].out, nx_buf_str(&peer.log), peer.log.len) != 0)
				fail_msg("%s cut at %zu: %s", stories[i].what, cut, nx_buf_str(&peer.log));
			feed(&peer, stories[i].in + cut);
			if (strcmp(nx_buf_str(&peer.log), stories[i].out) != 0)
				fail_msg("%s cut at %zu: %s", stories[i].what, cut, nx_buf_str(&peer.log));
			peer_done(&peer);
		}
	}
}

/* STARTTLS injection: what came behind the element is forgotten, also when it was malformed (RFC 6120 5.4.3.3). */
static void reset_drops_the_rest(void **state)
{
	struct peer peer = peer_new();

	(void)state;
	peer_open(&peer);
	feed(&peer, HEADER "<drop/><a/><<<");
	expect(&peer, OPENED "<drop/>\n");
	feed(&peer, HEADER "<b/>");
	expect(&peer, OPENED "<b/>\n");
	peer_done(&peer);
}

static void reset_after_a_failure(void **state)
{
	struct peer peer = peer_new();

	(void)state;
	peer_open(&peer);
	feed(&peer, HEADER "<a></b>");
	feed(&peer, "<c/>");
	expect(&peer, OPENED "failed not-well-formed\n");
	nx_xml_reader_reset(peer.reader, false);
	feed(&peer, HEADER "<d/>");
	expect(&peer, OPENED "<d/>\n");
	peer_done(&peer);
}

static void hold_keeps_everything_until_continue(void **state)
{
	struct peer peer = peer_new();

	(void)state;
	peer_open(&peer);
	feed(&peer, HEADER "<hold/><a/><b>x");
	expect(&peer, OPENED "<hold/>\n");
	feed(&peer, "y</b>");
	feed(&peer, "<hold/><c/></stream:stream>");
	expect(&peer, "");
	nx_xml_reader_continue(peer.reader);
	expect(&peer, "<a/>\n<b>xy</b>\n<hold/>\n");
	nx_xml_reader_continue(peer.reader);
	expect(&peer, "<c/>\nclose\n");
	nx_xml_reader_continue(peer.reader);
	expect(&peer, "");
	peer_done(&peer);
}

/* SASL that waits for a worker: held, reset when the answer comes, then the new document. */
static void hold_then_reset(void **state)
{
	static const char *const first[] = { HEADER "<hold/>" HEADER "<a/>", HEADER "<holdreset/>" HEADER "<a/>" };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct peer peer = peer_new();

		peer_open(&peer);
		feed(&peer, first[i]);
		expect(&peer, i ? OPENED "<holdreset/>\n" : OPENED "<hold/>\n");
		feed(&peer, "<b/>");
		if (i == 0)
			nx_xml_reader_reset(peer.reader, false);
		nx_xml_reader_continue(peer.reader);
		expect(&peer, OPENED "<a/>\n<b/>\n");
		peer_done(&peer);
	}
}

static void hold_then_reset_and_drop(void **state)
{
	struct peer peer = peer_new();

	(void)state;
	peer_open(&peer);
	feed(&peer, HEADER "<hold/><a/><b");
	nx_xml_reader_reset(peer.reader, true);
	nx_xml_reader_continue(peer.reader);
	expect(&peer, OPENED "<hold/>\n");
	feed(&peer, HEADER "<c/>");
	expect(&peer, OPENED "<c/>\n");
	peer_done(&peer);
}

/* Feeds piece over and over; returns after how many bytes the refusal came. */
static size_t bytes_until_refusal(struct peer *peer, const char *piece)
{
	size_t fed = 0;

	nx_buf_clear(&peer->log);
	while (fed < 100000 && !strstr(nx_buf_str(&peer->log), "failed policy-violation\n")) {
		feed(peer, piece);
		fed += strlen(piece);
	}
	return fed;
}

static void tokens_that_never_end(void **state)
{
	static const struct { const char *begin, *piece; size_t limit; } table[] = {
		{ HEADER "<a b='", "x", 256 }, { HEADER "<a b='", "0123456789", 256 }, { HEADER "<", "a", 256 },
		{ "<", "a", 256 }, { "<a b='", "x", 256 }, { HEADER "<a ", " ", 256 },
		{ HEADER "<a></a", " ", 256 }, { HEADER "<!--", "-x", 256 }, { HEADER "<?x ", "x", 256 },
		{ "<!DOCTYPE a", " ", 256 }, { HEADER "<a>", "text", 512 }, { HEADER "<a>", "<b/>", 512 },
		{ HEADER "<a><![CDATA[", "text", 512 }, { HEADER "<a>", "&amp;", 512 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct peer peer = peer_new();
		size_t fed;

		peer_open(&peer);
		feed(&peer, table[i].begin);
		fed = bytes_until_refusal(&peer, table[i].piece);
		if (fed > table[i].limit + 16 || fed < table[i].limit - 32)
			fail_msg("row %zu: refused after %zu bytes", i, fed);
		peer_done(&peer);
	}
}

/* What expat has done with is no token: however it is cut, it does not count against the limit of a start tag. */
static void white_space_before_the_root_is_no_token(void **state)
{
	static const size_t steps[] = { 1, 7, 300, 1000 };
	char blanks[1000];

	(void)state;
	memset(blanks, ' ', sizeof(blanks));
	memset(blanks + 500, '\r', 300);
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		struct peer peer = peer_new();
		struct nx_buf in = NX_BUF_INIT;

		peer_open(&peer);
		nx_buf_puts(&in, "<?xml version='1.0'?>");
		nx_buf_add(&in, blanks, sizeof(blanks));
		nx_buf_puts(&in, HEADER "<a/>");
		for (size_t at = 0; at < in.len; at += steps[i])
			nx_xml_reader_feed(peer.reader, in.data + at, in.len - at < steps[i] ? in.len - at : steps[i]);
		expect(&peer, OPENED "<a/>\n");
		nx_buf_done(&in);
		peer_done(&peer);
	}
}

/* What is too long in pieces is too long in one. */
static void padded_tokens_are_refused_however_they_are_cut(void **state)
{
	static const size_t steps[] = { 1, 7, 1000 };
	static const struct { const char *begin, *end, *log; char pad; } table[] = {
		{ "<?xml version='1.0'", "?>" HEADER, "failed policy-violation\n", ' ' },
		{ HEADER "<?xml version='1.0'", "?>" HEADER, OPENED "failed policy-violation\n", ' ' },
		{ HEADER "<a>&#", "65;</a>", OPENED "failed policy-violation\n", '0' },
		{ HEADER "<a", "/>", OPENED "failed policy-violation\n", ' ' },
		{ HEADER "<a></a", ">", OPENED "failed policy-violation\n", ' ' },
	};
	char pad[300];

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]) * 3; i++) {
		struct peer peer = peer_new();
		struct nx_buf in = NX_BUF_INIT;
		size_t row = i / 3, step = steps[i % 3];

		peer_open(&peer);
		memset(pad, table[row].pad, sizeof(pad));
		nx_buf_puts(&in, table[row].begin);
		nx_buf_add(&in, pad, sizeof(pad));
		nx_buf_puts(&in, table[row].end);
		for (size_t at = 0; at < in.len; at += step)
			nx_xml_reader_feed(peer.reader, in.data + at, in.len - at < step ? in.len - at : step);
		expect(&peer, table[row].log);
		nx_buf_done(&in);
		peer_done(&peer);
	}
}

/* One byte less than the limit, the limit, one more: the same whole and byte by byte. */
static void stanza_of_exactly_the_limit(void **state)
{
	(void)state;
	for (int len = 511; len <= 513; len++) {
		for (int step = 1; step <= 600; step += 599) {
			struct peer peer = peer_new();
			struct nx_buf in = NX_BUF_INIT;

			nx_buf_printf(&in, "<a>%0*d</a>", len - 7, 0);
			peer_open(&peer);
			feed(&peer, HEADER);
			nx_buf_clear(&peer.log);
			for (size_t pos = 0; pos < in.len; pos += (size_t)step)
				nx_xml_reader_feed(peer.reader, in.data + pos,
						   in.len - pos < (size_t)step ? in.len - pos : (size_t)step);
			if (len <= 512)
				assert_int_equal(peer.log.len, len + 1);
			else
				assert_string_equal(nx_buf_str(&peer.log), "failed policy-violation\n");
			nx_buf_done(&in);
			peer_done(&peer);
		}
	}
}

static void idle_readers_own_no_parser(void **state)
{
	struct peer peer = peer_new();
	size_t idle_bytes;

	(void)state;
	peer_open(&peer);
	idle_bytes = nx_xml_reader_size_bytes(peer.reader);
	assert_in_range(idle_bytes, 1, 250);
	feed(&peer, "\n \n" "<?xml version='1.0'?>" HEADER);
	assert_int_equal(nx_xml_reader_size_bytes(peer.reader), idle_bytes);
	for (int i = 0; i < 3; i++) {
		feed(&peer, " \r\n \r");
		assert_false(nx_xml_reader_is_mid_stanza(peer.reader));
		assert_int_equal(nx_xml_reader_size_bytes(peer.reader), idle_bytes);
		feed(&peer, "<a>");
		assert_true(nx_xml_reader_is_mid_stanza(peer.reader));
		assert_true(nx_xml_reader_size_bytes(peer.reader) > 10000);
		feed(&peer, "</a>\r");
		assert_false(nx_xml_reader_is_mid_stanza(peer.reader));
		assert_int_equal(nx_xml_reader_size_bytes(peer.reader), idle_bytes);
	}
	feed(&peer, "<");
	assert_true(nx_xml_reader_is_mid_stanza(peer.reader));
	peer_done(&peer);
}

static void many_readers_share_parsers(void **state)
{
	struct peer peers[40];

	(void)state;
	peers[0] = peer_new();
	for (int i = 0; i < 40; i++) {
		if (i > 0)
			peers[i] = (struct peer){ .parsers = peers[0].parsers };
		peer_open(&peers[i]);
		feed(&peers[i], i % 5 ? HEADER : OTHER);
		nx_buf_clear(&peers[i].log);
	}
	for (int round = 0; round < 20; round++) {
		for (int i = 0; i < 40; i++)
			feed(&peers[i], "<m xmlns='jabber:client'><b");
		for (int i = 39; i >= 0; i--) {
			feed(&peers[i], "/></m>");
			expect(&peers[i], "<m><b/></m>\n");
		}
		/* a prefix of the one document must not be known in another */
		feed(&peers[5 * (round % 8)], "<x:a/>");
		expect(&peers[5 * (round % 8)], "<a xmlns='y'/>\n");
	}
	feed(&peers[1], "<x:a/>");
	expect(&peers[1], "failed not-well-formed\n");
	for (int i = 39; i > 0; i--) {
		nx_xml_reader_free(&peers[i].reader);
		nx_buf_done(&peers[i].log);
	}
	peer_done(&peers[0]);
}

/* RFC 6120 section 11.6: expat would find UTF-16 by its zero bytes even without a mark. */
static void zero_bytes_are_refused(void **state)
{
	static const struct { const char *in; size_t len; const char *out; } table[] = {
		{ "<\0a\0>\0", 6, "failed unsupported-encoding\n" },
		{ "\0<\0a\0>", 6, "failed unsupported-encoding\n" },
		{ HEADER "<a>\0</a>", sizeof(HEADER "<a>\0</a>") - 1, "failed not-well-formed\n" },
		{ HEADER "\0", sizeof(HEADER "\0") - 1, "failed not-well-formed\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		for (size_t step = 1; step <= table[i].len; step++) {
			struct peer peer = peer_new();

			peer_open(&peer);
			for (size_t at = 0; at < table[i].len; at += step)
				nx_xml_reader_feed(peer.reader, table[i].in + at,
						   step < table[i].len - at ? step : table[i].len - at);
			const char *log = nx_buf_str(&peer.log), *end = log + strlen(log) - strlen(table[i].out);

			assert_true(end >= log);
			assert_string_equal(end, table[i].out);
			peer_done(&peer);
		}
	}
}

/* expat never returns memory, so a parser is given up after a large stanza and after many uses. */
static void parsers_wear_out(void **state)
{
	static const struct nx_xml_limits wide = { 100000, 16384, 32, 64 };
	struct peer peer = peer_new();
	char large[2001];

	(void)state;
	memset(large, 'x', sizeof(large) - 1);
	large[sizeof(large) - 1] = '\0';
	nx_xml_parsers_set_wear(peer.parsers, 2000, 3);
	peer_open(&peer);
	nx_xml_reader_set_limits(peer.reader, &wide);
	feed(&peer, HEADER);
	for (int uses = 1; uses <= 7; uses++) {
		feed(&peer, "<a/>");
		assert_int_equal(nx_xml_parsers_spare(peer.parsers), uses % 3 == 0 ? 0 : 1);
	}
	feed(&peer, "<a>");
	feed(&peer, large);
	feed(&peer, "</a>");
	assert_int_equal(nx_xml_parsers_spare(peer.parsers), 0);
	nx_buf_clear(&peer.log);
	feed(&peer, "<b/>");
	expect(&peer, "<b/>\n");
	peer_done(&peer);
}

static void whole_documents(void **state)
{
	static const struct { const char *in, *out; enum nx_error_kind kind; } table[] = {
		{ "<?xml version='1.0'?>\n<!-- files --><a xmlns='b'>c<d/></a>\n", "<a xmlns='b'>c<d/></a>", NX_E_NONE },
		{ "<a>", NULL, NX_E_NOT_WELL_FORMED }, { "", NULL, NX_E_NOT_WELL_FORMED },
		{ "<a/><b/>", NULL, NX_E_NOT_WELL_FORMED },
		{ "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", NULL, NX_E_RESTRICTED_XML },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct nx_pool *pool = nx_pool_new("test", 0);
		struct nx_error err = { 0 };
		struct nx_xml *root = nx_xml_parse(pool, table[i].in, strlen(table[i].in), &err);

		assert_int_equal(err.kind, table[i].kind);
		assert_true(!root == !table[i].out);
		if (root)
			assert_string_equal(nx_xml_to_string(pool, root), table[i].out);
		nx_pool_free(&pool);
	}
}

static void documents_have_a_depth_limit(void **state)
{
	struct nx_pool *pool = nx_pool_new("test", 0);
	struct nx_buf in = NX_BUF_INIT;
	struct nx_error err;

	(void)state;
	for (int i = 0; i < 100000; i++)
		nx_buf_puts(&in, "<a>");
	assert_null(nx_xml_parse(pool, in.data, in.len, &err));
	assert_int_equal(err.kind, NX_E_RESTRICTED_XML);
	nx_buf_done(&in);
	nx_pool_free(&pool);
}

/* What the server has stored comes back the same, and whatever is wrong with it spoils no parser. */
static void stanzas_of_ones_own(void **state)
{
	static const struct { const char *in; enum nx_error_kind kind; } table[] = {
		{ "<message xmlns='jabber:client' to='a&amp;b'><body xml:lang='en'>x &lt; y</body><x xmlns='urn:x'><y/></x></message>", NX_E_NONE },
		{ "<presence xmlns='jabber:client'/>", NX_E_NONE },
		{ "", NX_E_NOT_WELL_FORMED },
		{ "<message xmlns='jabber:client'><body>cut", NX_E_NOT_WELL_FORMED },
		{ "<message xmlns='jabber:client'/><presence xmlns='jabber:client'/><iq/>", NX_E_NOT_WELL_FORMED },
		{ "<message xmlns='jabber:client'/><presence", NX_E_NOT_WELL_FORMED },
		{ "<message xmlns='jabber:client'></body></message>", NX_E_NOT_WELL_FORMED },
		{ "<message xmlns='jabber:client'/></stream:stream>", NX_E_NOT_WELL_FORMED },
		{ "text", NX_E_BAD_FORMAT },
		{ "<!-- --><message xmlns='jabber:client'/>", NX_E_RESTRICTED_XML },
	};
	struct nx_xml_parsers *parsers = nx_xml_parsers_new();

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		const char *in = table[i].in;
		struct nx_pool *pool = nx_pool_new("test", 0);
		struct nx_error err = { 0 };
		struct nx_xml *el = nx_xml_parse_stanza(parsers, pool, in, strlen(in), &err);

		assert_int_equal(err.kind, table[i].kind);
		assert_true(!el == (err.kind != NX_E_NONE));
		if (el)
			assert_string_equal(nx_xml_to_string(pool, el), in);
		assert_int_equal(nx_xml_parsers_spare(parsers), el ? 1 : 0);
		nx_pool_free(&pool);
	}
	nx_xml_parsers_free(&parsers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole), cmocka_unit_test(byte_by_byte), cmocka_unit_test(cut_anywhere),
		cmocka_unit_test(reset_drops_the_rest), cmocka_unit_test(reset_after_a_failure),
		cmocka_unit_test(hold_keeps_everything_until_continue), cmocka_unit_test(hold_then_reset),
		cmocka_unit_test(hold_then_reset_and_drop), cmocka_unit_test(tokens_that_never_end),
		cmocka_unit_test(white_space_before_the_root_is_no_token),
		cmocka_unit_test(padded_tokens_are_refused_however_they_are_cut), cmocka_unit_test(stanza_of_exactly_the_limit), cmocka_unit_test(idle_readers_own_no_parser),
		cmocka_unit_test(many_readers_share_parsers), cmocka_unit_test(parsers_wear_out),
		cmocka_unit_test(zero_bytes_are_refused),
		cmocka_unit_test(stanzas_of_ones_own), cmocka_unit_test(whole_documents), cmocka_unit_test(documents_have_a_depth_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
