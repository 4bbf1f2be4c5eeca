/* Streams from the receiving side (RFC 6120 section 4): every conversation is fed whole, byte by byte and cut in two at each
 * place, and has to fire the same events. */
#include "xmpp/stream.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/pool.h"
#include "xml/tree.h"
#include "xmpp/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

#define HEADER "<?xml version='1.0'?><stream:stream from='juliet@im.example.com' to='im.example.com' version='1.0' " \
	"xml:lang='en' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
#define OPENED "open im.example.com juliet@im.example.com en 1.0;"

static const struct nx_xml_limits limits = { 8192, 4096, 32, 64 };
static const struct nx_xml_limits tight_limits = { 300, 250, 3, 4 };

/* A peer that writes down what fired, and does from inside an event what the element's name says. */
struct peer {
	struct nx_buf log;
	struct nx_xml_parsers *parsers;
	struct nx_stream *stream;
};

static void on_opened(void *ctx, const struct nx_stream_header *h)
{
	struct peer *peer = ctx;

	nx_buf_printf(&peer->log, "open %s %s %s %u.%u;", h->to ? h->to : "-", h->from ? h->from : "-",
		      h->lang ? h->lang : "-", h->major, h->minor);
}

static void on_element(void *ctx, struct nx_pool *pool, struct nx_xml *el)
{
	struct peer *peer = ctx;

	nx_buf_printf(&peer->log, "{%s}%s;", el->ns, el->name);
	if (nx_xml_is(el, NULL, "restart"))
		nx_stream_restart(peer->stream, false);
	else if (nx_xml_is(el, NULL, "starttls"))
		nx_stream_restart(peer->stream, true);
	else if (nx_xml_is(el, NULL, "hold"))
		nx_stream_hold(peer->stream);
	nx_xml_parsers_give_pool(peer->parsers, &pool);
}

static void on_closed(void *ctx)
{
	nx_buf_puts(&((struct peer *)ctx)->log, "closed;");
}

static void on_failed(void *ctx, const struct nx_error *err)
{
	assert_true(err->text[0] != '\0');
	nx_buf_printf(&((struct peer *)ctx)->log, "failed %s;", nx_error_stream_condition(err->kind));
}

static const struct nx_stream_events events = { on_opened, on_element, on_closed, on_failed };

static void peer_init(struct peer *peer)
{
	nx_buf_init(&peer->log);
	peer->parsers = nx_xml_parsers_new();
	peer->stream = nx_stream_new(peer->parsers, &limits, &events, peer);
}

static void peer_done(struct peer *peer)
{
	nx_stream_free(&peer->stream);
	assert_null(peer->stream);
	nx_stream_free(&peer->stream);
	nx_xml_parsers_free(&peer->parsers);
	nx_buf_done(&peer->log);
}

/* Feeds an exact copy, so that a read behind the end is seen. */
static void feed(struct peer *peer, const char *data, size_t len)
{
	struct nx_pool *pool = nx_pool_new("piece", 0);

	nx_stream_feed(peer->stream, nx_pool_memdup(pool, data, len ? len : 1), len);
	nx_pool_free(&pool);
}

static void check_log(struct peer *peer, const char *input, const char *expected, const char *how)
{
	if (strcmp(nx_buf_str(&peer->log), expected) != 0)
		fail_msg("%s (%s)\n  fired    %s\n  expected %s", input, how, nx_buf_str(&peer->log), expected);
	peer_done(peer);
}

static void check_talk(const char *input, const char *expected)
{
	size_t len = strlen(input);
	struct peer peer;
	char how[32];

	peer_init(&peer);
	feed(&peer, input, len);
	check_log(&peer, input, expected, "whole");
	peer_init(&peer);
	for (size_t i = 0; i < len; i++)
		feed(&peer, input + i, 1);
	check_log(&peer, input, expected, "byte by byte");
	for (size_t cut = 1; cut < len; cut++) {
		peer_init(&peer);
		feed(&peer, input, cut);
		feed(&peer, input + cut, len - cut);
		snprintf(how, sizeof(how), "cut at %zu", cut);
		check_log(&peer, input, expected, how);
	}
}

struct talk { const char *clause, *input, *expected; };

static const struct talk talks[] = {
	{ "4.2", HEADER, OPENED },
	{ "4.2", HEADER "<message><body>hi</body></message><iq/>", OPENED "{jabber:client}message;{jabber:client}iq;" },
	{ "4.4", HEADER "</stream:stream>", OPENED "closed;" },
	{ "4.4 nothing counts after it", HEADER "</stream:stream><iq/>", OPENED "closed;" },
	{ "4.6.1 white space", HEADER " \n <iq/>\n\t", OPENED "{jabber:client}iq;" },
	{ "4.7 nothing is required by the grammar",
	  "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>", "open - - - 0.0;" },
	{ "4.7.5 leading zeros, higher minor",
	  "<stream:stream version='01.013' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "open - - - 1.13;" },
	{ "4.7.5 before 1.0",
	  "<stream:stream version='0.9' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "open - - - 0.9;" },
	{ "4.8.2 prefix-free", "<stream to='a' version='1.0' xmlns='http://etherx.jabber.org/streams'>"
	  "<message xmlns='jabber:client'/><features/></stream>",
	  "open a - - 1.0;{jabber:client}message;{http://etherx.jabber.org/streams}features;closed;" },
	{ "4.8.2 no content namespace declared",
	  "<stream:stream version='1.0' xmlns:stream='http://etherx.jabber.org/streams'><iq xmlns='jabber:client'/><iq/>",
	  "open - - - 1.0;{jabber:client}iq;{}iq;" },
	{ "5.4.2 other namespaces", HEADER "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>AA==</auth>",
	  OPENED "{urn:ietf:params:xml:ns:xmpp-sasl}auth;" },
	{ "4.3.3 restart", HEADER "<restart/>" HEADER "<iq/>", OPENED "{jabber:client}restart;" OPENED "{jabber:client}iq;" },
	{ "4.3.3 restart without a header", HEADER "<restart/><iq/>",
	  OPENED "{jabber:client}restart;failed invalid-namespace;" },
	{ "4.9.1.1 nothing follows an error", HEADER "<iq/><a></b><iq/>" HEADER,
	  OPENED "{jabber:client}iq;failed not-well-formed;" },
};

static void test_talks(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(talks); i++)
		check_talk(talks[i].input, talks[i].expected);
}

#define ROOT(attrs) "<stream:stream version='1.0' " attrs "><iq/>"

static const struct talk errors[] = {
	/* the examples of section 4.9.3, and their neighbours */
	{ "4.9.3.2", "<foobar:stream version='1.0' xmlns='jabber:client' xmlns:foobar='http://etherx.jabber.org/streams'>",
	  "failed bad-namespace-prefix;" },
	{ "4.9.3.2 no prefix", "<stream version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "failed bad-namespace-prefix;" },
	{ "4.9.3.10", ROOT("xmlns='jabber:client' xmlns:stream='http://wrong.namespace.example.org/'"),
	  "failed invalid-namespace;" },
	{ "4.8.1 no stream namespace", "<stream version='1.0' xmlns='jabber:client'>", "failed invalid-namespace;" },
	{ "4.8.1 none at all", "<stream>", "failed invalid-namespace;" },
	{ "4.9.3.10 content", ROOT("xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams'"),
	  "failed invalid-namespace;" },
	{ "4.9.3.10 content", ROOT("xmlns='jabber:clien' xmlns:stream='http://etherx.jabber.org/streams'"),
	  "failed invalid-namespace;" },
	{ "4.8.2 content is not the stream",
	  ROOT("xmlns='http://etherx.jabber.org/streams' xmlns:stream='http://etherx.jabber.org/streams'"),
	  "failed invalid-namespace;" },
	{ "4.9.3.1", "<stream:steam version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "failed bad-format;" },
	{ "4.9.3.25", "<stream:stream version='11.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "failed unsupported-version;" },
	{ "4.9.3.25", "<stream:stream version='2.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "failed unsupported-version;" },
	{ "4.7.5 a number", "<stream:stream version='1' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "failed unsupported-version;" },
	{ "4.7.5 a number", "<stream:stream version='1.x' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "failed unsupported-version;" },
	{ "4.7.5 a number", "<stream:stream version='-1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "failed unsupported-version;" },
	{ "4.7.5 a number", "<stream:stream version='00000000001.0' xmlns='jabber:client' "
	  "xmlns:stream='http://etherx.jabber.org/streams'>", "failed unsupported-version;" },
	{ "4.7.5 a number", "<stream:stream version='' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
	  "failed unsupported-version;" },
	{ "4.9.3.13", "<stream:stream", "" },
	{ "4.9.3.13 another protocol", "GET / HTTP/1.1\r\n", "failed not-well-formed;" },
	{ "4.9.3.13", "<stream:stream <", "failed not-well-formed;" },
	{ "4.9.3.13", HEADER "<message><body>No closing tag!</message>", OPENED "failed not-well-formed;" },
	{ "4.9.3.13", HEADER "<a b='1' b='2'/>", OPENED "failed not-well-formed;" },
	{ "4.9.3.13 undeclared prefix", HEADER "<x:iq/>", OPENED "failed not-well-formed;" },
	{ "4.9.3.18", HEADER "<message><!-- comment --></message>", OPENED "failed restricted-xml;" },
	{ "4.9.3.18", "<!DOCTYPE a [<!ENTITY b 'c'>]>" HEADER, "failed restricted-xml;" },
	{ "4.9.3.18", HEADER "<?pi x?>", OPENED "failed restricted-xml;" },
	{ "4.9.3.22", "<?xml version='1.0' encoding='iso-8859-1'?>" HEADER, "failed unsupported-encoding;" },
};

static void test_errors_4_9_3(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(errors); i++)
		check_talk(errors[i].input, errors[i].expected);
}

/* RFC 6120 section 5.4.3.3: what came in the clear behind <starttls/> is forgotten, the new header is not. */
static void test_starttls_drops_the_rest(void **state)
{
	const char *first = HEADER "<starttls/><iq/>" HEADER "<message/>";
	struct peer peer;

	(void)state;
	peer_init(&peer);
	feed(&peer, first, strlen(first));
	feed(&peer, HEADER "<presence/>", strlen(HEADER "<presence/>"));
	check_log(&peer, first, OPENED "{jabber:client}starttls;" OPENED "{jabber:client}presence;", "whole");
}

static void test_hold_and_continue(void **state)
{
	const char *input = HEADER "<iq/><hold/><iq/><hold/><message/></stream:stream>";

	(void)state;
	for (size_t cut = 0; cut < strlen(input); cut++) {
		struct peer peer;

		peer_init(&peer);
		feed(&peer, input, cut);
		feed(&peer, input + cut, strlen(input) - cut);
		assert_string_equal(nx_buf_str(&peer.log), OPENED "{jabber:client}iq;{jabber:client}hold;");
		nx_stream_continue(peer.stream);
		assert_string_equal(nx_buf_str(&peer.log),
				    OPENED "{jabber:client}iq;{jabber:client}hold;{jabber:client}iq;{jabber:client}hold;");
		nx_stream_continue(peer.stream);
		check_log(&peer, input, OPENED "{jabber:client}iq;{jabber:client}hold;{jabber:client}iq;"
			  "{jabber:client}hold;{jabber:client}message;closed;", "held");
	}
}

static void test_limits_4_9_3_14(void **state)
{
	const char *deep = "<a><b><c><d/></c></b></a>", *more = "<iq/>";
	struct peer peer;

	(void)state;
	peer_init(&peer);
	feed(&peer, HEADER, strlen(HEADER));
	feed(&peer, deep, strlen(deep));
	nx_stream_set_limits(peer.stream, &tight_limits);
	feed(&peer, deep, strlen(deep));
	feed(&peer, more, strlen(more));
	check_log(&peer, deep, OPENED "{jabber:client}a;failed policy-violation;", "tightened");
}

/* What we write is a stream that we would accept, and says what RFC 6120 sections 4.7 and 4.9.2 want. */
static void test_writing(void **state)
{
	struct nx_error err;
	struct nx_buf buf = NX_BUF_INIT;
	struct peer peer;

	(void)state;
	peer_init(&peer);
	nx_stream_write_open(peer.stream, &buf, "im.example.com", "o'hara@im.example.com", "id<1", "1.0", "en");
	assert_string_equal(nx_buf_str(&buf), "<?xml version='1.0'?><stream:stream from='im.example.com' "
			    "to='o&apos;hara@im.example.com' id='id&lt;1' version='1.0' xml:lang='en' "
			    "xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>");
	nx_fail(&err, NX_E_HOST_UNKNOWN, "no host <a>");
	nx_stream_write_error(peer.stream, &buf, &err);
	nx_stream_write_close(peer.stream, &buf);
	check_talk(nx_buf_str(&buf), "open o'hara@im.example.com im.example.com en 1.0;"
		   "closed;");
	nx_buf_clear(&buf);
	nx_stream_write_open(peer.stream, &buf, "a", NULL, NULL, NULL, NULL);
	assert_string_equal(nx_buf_str(&buf), "<?xml version='1.0'?><stream:stream from='a' "
			    "xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>");
	nx_buf_clear(&buf);
	nx_stream_write_error(peer.stream, &buf, &err);
	assert_string_equal(nx_buf_str(&buf), "<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
			    "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>no host &lt;a&gt;</text>"
			    "</stream:error>");
	nx_buf_clear(&buf);
	err = (struct nx_error){ NX_E_SYSTEM_SHUTDOWN, "" };
	nx_stream_write_error(peer.stream, &buf, &err);
	assert_string_equal(nx_buf_str(&buf), "<stream:error>"
			    "<system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
	nx_buf_clear(&buf);
	nx_stream_write_close(peer.stream, &buf);
	assert_string_equal(nx_buf_str(&buf), "</stream:stream>");
	nx_buf_done(&buf);
	peer_done(&peer);
}

/* RFC 7395 section 3: messages are separated by '|' here. */
#define OPEN "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='h' version='1.0'/>"
#define CLOSE "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>"
#define OPENED_FRAMED "open h - - 1.0;"

static const struct { const char *messages, *expected; } framed_rows[] = {
	{ OPEN "|" CLOSE, OPENED_FRAMED "closed;" },
	{ CLOSE, "closed;" },                           /* 3.6: also before it was opened */
	{ OPEN "|<message xmlns='jabber:client'><body>x</body></message>|" CLOSE, OPENED_FRAMED "{jabber:client}message;closed;" },
	{ "<?xml version='1.0'?>" OPEN "|<a xmlns='n'/>", OPENED_FRAMED "{n}a;" },     /* 3.3.3: not recommended, but allowed */
	{ OPEN "|<a xmlns='n'/> \r\n|<b xmlns='n'/>", OPENED_FRAMED "{n}a;{n}b;" },
	{ OPEN "|<message/>", OPENED_FRAMED "{}message;" },    /* nothing is inherited */
	{ OPEN "|<stream:features/>", OPENED_FRAMED "failed not-well-formed;" },
	{ OPEN "|<restart xmlns='n'/>|" OPEN "|<a xmlns='n'/>", OPENED_FRAMED "{n}restart;" OPENED_FRAMED "{n}a;" },
	{ OPEN "|<hold xmlns='n'/>|<a xmlns='n'/>", OPENED_FRAMED "{n}hold;{n}a;" },
	{ OPEN "|" OPEN, OPENED_FRAMED "failed bad-format;" },
	{ "<open xmlns='jabber:client' to='h' version='1.0'/>", "failed invalid-namespace;" },  /* 3.3.2 */
	{ "<a xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>", "failed bad-format;" },
	{ "<message xmlns='jabber:client'/>", "failed invalid-namespace;" },
	{ "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='h' version='2.0'/>", "failed unsupported-version;" },
	{ "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='h'/>", "open h - - 0.0;" },
	{ OPEN "|<a xmlns='n'/><b xmlns='n'/>", OPENED_FRAMED "{n}a;failed not-well-formed;" },
	{ OPEN "|<a xmlns='n'>|</a>", OPENED_FRAMED "failed not-well-formed;" },
	{ OPEN "|", OPENED_FRAMED "failed not-well-formed;" },
	{ OPEN "| ", OPENED_FRAMED "failed not-well-formed;" },        /* 3.8: no white space keepalives */
	{ OPEN "| <a xmlns='n'/>", OPENED_FRAMED "failed not-well-formed;" },
	{ OPEN "|text", OPENED_FRAMED "failed not-well-formed;" },
	{ OPEN "|<a xmlns='n'/>text", OPENED_FRAMED "{n}a;failed not-well-formed;" },
	{ OPEN "|<!-- x --><a xmlns='n'/>", OPENED_FRAMED "failed restricted-xml;" },
	{ OPEN "|<!DOCTYPE a><a/>", OPENED_FRAMED "failed restricted-xml;" },
	{ "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='h' version='1.0'>",
	  "failed not-well-formed;" },
	{ OPEN "|<a xmlns='n'/>|" CLOSE "|<b xmlns='n'/>", OPENED_FRAMED "{n}a;closed;" },
};

static void play_framed(struct nx_buf *log_r, const char *messages, size_t step)
{
	struct peer peer;

	peer_init(&peer);
	nx_stream_free(&peer.stream);
	peer.stream = nx_stream_new_framed(peer.parsers, &limits, &events, &peer);
	for (const char *end; ; messages = end + 1) {
		end = messages + strcspn(messages, "|");
		for (const char *p = messages; p < end; p += step)
			feed(&peer, p, (size_t)(end - p) < step ? (size_t)(end - p) : step);
		nx_stream_end_message(peer.stream);
		nx_stream_continue(peer.stream);        /* before the next one: who holds pauses the connection */
		if (!*end)
			break;
	}
	nx_buf_puts(log_r, nx_buf_str(&peer.log));
	peer_done(&peer);
}

static void test_framed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(framed_rows) / sizeof(framed_rows[0]); i++) {
		for (size_t step = 1; step < 4096; step = step * 7 + 1) {
			struct nx_buf log = NX_BUF_INIT;

			play_framed(&log, framed_rows[i].messages, step);
			assert_string_equal(nx_buf_str(&log), framed_rows[i].expected);
			nx_buf_done(&log);
		}
	}
}

/* RFC 7395 sections 3.3.3, 3.5, 3.6: each of them is a document. */
static void test_writing_framed(void **state)
{
	struct nx_buf buf = NX_BUF_INIT;
	struct nx_error err;
	struct peer peer;

	(void)state;
	peer_init(&peer);
	nx_stream_free(&peer.stream);
	peer.stream = nx_stream_new_framed(peer.parsers, &limits, &events, &peer);
	nx_stream_write_open(peer.stream, &buf, "h", NULL, "id", "1.0", "en");
	assert_string_equal(nx_buf_str(&buf), "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' from='h' id='id' version='1.0' "
			    "xml:lang='en'/>");
	nx_buf_clear(&buf);
	nx_fail(&err, NX_E_HOST_UNKNOWN, "%s", "");
	nx_stream_write_error(peer.stream, &buf, &err);
	assert_string_equal(nx_buf_str(&buf), "<stream:error xmlns:stream='http://etherx.jabber.org/streams'>"
			    "<host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
	nx_buf_clear(&buf);
	nx_stream_write_close(peer.stream, &buf);
	assert_string_equal(nx_buf_str(&buf), CLOSE);
	nx_buf_done(&buf);
	peer_done(&peer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_talks),
		cmocka_unit_test(test_errors_4_9_3),
		cmocka_unit_test(test_starttls_drops_the_rest),
		cmocka_unit_test(test_hold_and_continue),
		cmocka_unit_test(test_limits_4_9_3_14),
		cmocka_unit_test(test_writing),
		cmocka_unit_test(test_framed),
		cmocka_unit_test(test_writing_framed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
