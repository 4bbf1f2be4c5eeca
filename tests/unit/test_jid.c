/* Addresses: RFC 7622 section 3 with its examples, nodeprep and resourceprep (RFC 6122), IDNA2008, limits. */
#include "xmpp/jid.h"

#include "base/error.h"
#include "fixture.h"

#include <stdio.h>
#include <string.h>

struct valid_row { const char *in, *out; };

static const struct valid_row valid[] = {
	/* RFC 7622 section 3.5, table 1 */
	{ "juliet@example.com", "juliet@example.com" },
	{ "juliet@example.com/foo", "juliet@example.com/foo" },
	{ "juliet@example.com/foo bar", "juliet@example.com/foo bar" },
	{ "juliet@example.com/foo@bar", "juliet@example.com/foo@bar" },
	{ "foo\\20bar@example.com", "foo\\20bar@example.com" },
	{ "fussball@example.com", "fussball@example.com" },
	{ "fu\u00dfball@example.com", "fussball@example.com" },         /* RFC 3454 table B.2 */
	{ "\u03c0@example.com", "\u03c0@example.com" },
	{ "\u03a3@example.com/foo", "\u03c3@example.com/foo" },
	{ "\u03c3@example.com/foo", "\u03c3@example.com/foo" },
	{ "\u03c2@example.com/foo", "\u03c3@example.com/foo" },
	{ "king@example.com/\u265a", "king@example.com/\u265a" },
	{ "example.com", "example.com" },
	{ "example.com/foobar", "example.com/foobar" },
	{ "a.example.com/b@example.net", "a.example.com/b@example.net" },
	/* folding and normalisation */
	{ "Romeo@EXAMPLE.Org/Orchard", "romeo@example.org/Orchard" },
	{ "\u00c4RZTIN@example.org", "\u00e4rztin@example.org" },
	{ "a\u0308rztin@example.org", "\u00e4rztin@example.org" },
	{ "romeo@example.org/A\u030angstro\u0308m", "romeo@example.org/\u00c5ngstr\u00f6m" },
	{ "\uff32omeo@example.org", "romeo@example.org" },              /* full width */
	{ "henry\u2163@example.com", "henryiv@example.com" },           /* mapped before it could be refused */
	{ "ro\u00admeo@example.org", "romeo@example.org" },             /* soft hyphen: mapped to nothing, B.1 */
	{ "\u0438\u0432\u0430\u043d@example.org/\u0434\u043e\u043c", "\u0438\u0432\u0430\u043d@example.org/\u0434\u043e\u043c" },
	{ "\u05d0\u05d1\u05d2@example.org", "\u05d0\u05d1\u05d2@example.org" },
	{ "l\u00b7l@example.org", "l\u00b7l@example.org" },
	{ "romeo@example.org/\U0001f600", "romeo@example.org/\U0001f600" },
	{ "!#$%()*+,-.;=?[\\]^_`{|}~@a", "!#$%()*+,-.;=?[\\]^_`{|}~@a" },
	{ "a@b/c\u00a0d", "a@b/c d" },                                   /* NFKC, then C.1.2 */
	{ "a@b/ ", "a@b/ " },
	{ "a@b//", "a@b//" },
	{ "a@b/@", "a@b/@" },
	/* domains */
	{ "localhost", "localhost" },
	{ "pc-12.local", "pc-12.local" },
	{ "_xmpp.my_host.local", "_xmpp.my_host.local" },
	{ "a@example.org.", "a@example.org" },                          /* section 3.2 */
	{ "a@example.org./r", "a@example.org/r" },
	{ "192.0.2.1", "192.0.2.1" },
	{ "a@[::1]/r", "a@[::1]/r" },
	{ "[2001:DB8:0:0:0:0:0:1]", "[2001:db8::1]" },                  /* RFC 5952 */
	{ "[::ffff:192.0.2.1]", "[::ffff:192.0.2.1]" },
	{ "B\u00dcCHER.example", "b\u00fccher.example" },
	{ "xn--bcher-kva.example", "b\u00fccher.example" },             /* section 3.2.1 */
	{ "a@XN--BCHER-KVA.example", "a@b\u00fccher.example" },
	{ "fa\u00df.de", "fa\u00df.de" },                               /* IDNA2008, nontransitional */
	{ "b\u00fc\u3002de", "b\u00fc.de" },                            /* ideographic full stop */
	{ "\u05d0\u05d1.com", "\u05d0\u05d1.com" },
	{ "r3---sn-x.example", "r3---sn-x.example" },
	/* XEP-0106: escapes are letters like others; section 4.3: so is what is none */
	{ "D\\27Artagnan@musketeers.lit", "d\\27artagnan@musketeers.lit" }, { "C\\3A\\NET@example.com", "c\\3a\\net@example.com" },
	{ "\\2plus\\2is\\4@example.com", "\\2plus\\2is\\4@example.com" }, { "\\5c20a\\5c20@b", "\\5c20a\\5c20@b" },
	{ "a\\20b@c/\\20d\\20", "a\\20b@c/\\20d\\20" },
};

static const char *const invalid[] = {
	/* RFC 7622 section 3.5, table 2; 18 (leading space in a resource) is allowed by resourceprep and on the network */
	"\"juliet\"@example.com", "foo bar@example.com", "@example.com/", "\u265a@example.com", "juliet@", "/foobar",
	/* structure */
	"", "@", "/", "@/", "@example.com", "example.com/", "juliet@/foo", "a@b@c", "a@b@c/d", "juliet@example.com/",
	".", "a@.", "a..b", ".a", "a@.b",
	/* section 3.3.1 and RFC 3454 tables C */
	"a&b@c", "a'b@c", "a:b@c", "a<b@c", "a>b@c", "a\tb@c", "ab\x7f@c", "a@b/c\nd", "a@b/\x7f", "\x01@c",
	"a\u00a0b@c", "a\u2028b@c", "a@b/\xc2\x85", "a@b/\ue000", "a\ue000@b", "a@b/\ufffd", "a@b/\ufdd0",
	"a@b/\u202e", "a\uff20b@c", "a\uff0fb@c", "\u3000@c",
	/* XEP-0106 section 4.1 rule 6 */
	"\\20a@b", "a\\20@b", "\\20@b", "a\u00fc\\20@b",
	/* only what is mapped to nothing */
	"\u00ad@c", "a@b/\u200b",
	/* bidirectional, RFC 3454 section 6 */
	"\u05d0a@example.org", "a\u05d0@example.org", "\u05d01@example.org", "a@b/\u05d0a", "\u05d0a.com",
	/* unassigned in the Unicode of today, and symbols and capitals that came after Unicode 3.2 */
	"a\u0378@b", "a@b/\u0378", "a\U0001f600@b", "a\u1e9e@b", "a\u0640@b", "\u01c5\u2603@b",
	/* not UTF-8 */
	"a\xff@b", "a@b/\xc3", "a@b/\xed\xa0\x80", "\xc0\xaf@b", "b\xfc.de", "a@b\xc3",
	/* domains */
	"a b", "a!b", "-a.b", "a-.b", "a.-b", "a@b:5222", "b\u00fc..de", "\u2603.net", "\U0001f600.net", "\u2100.de",
	"xn--.com", "xn--a.com", "xn--eeevvv-vv6c", "xn--e28h.de", "b\u00fc!.de", "b\u00fc.a b", "b\u00fc-.de", "\u0378.de", "a\u200db.de",
	"[", "[]", "[::1", "[::1]x", "[::g]", "[1.2.3.4]", "[fe80::1%eth0]", "::1", "[\u00fc]",
};

/* XEP-0106 sections 3.3, 4.3 and 5.1. */
static const struct { const char *local, *shown; } escaped[] = {
	{ "space\\20cadet", "space cadet" }, { "call\\20me\\20\\22ishmael\\22", "call me \"ishmael\"" }, { "at\\26t\\20guy", "at&t guy" },
	{ "d\\27artagnan", "d'artagnan" }, { "\\2f.fanboy", "/.fanboy" }, { "\\3a\\3afoo\\3a\\3a", "::foo::" },
	{ "\\3cfoo\\3e", "<foo>" }, { "user\\40host", "user@host" }, { "c\\3a\\net", "c:\\net" }, { "c\\3a\\\\net", "c:\\\\net" },
	{ "c\\3a\\5c5commas", "c:\\5commas" }, { "\\2plus\\2is\\4", "\\2plus\\2is\\4" }, { "foo\\bar", "foo\\bar" },
	{ "foob\\41r", "foob\\41r" }, { "a\\2", "a\\2" }, { "a\\", "a\\" }, { "", "" },
};

static void test_escapes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(escaped) / sizeof(escaped[0]); i++)
		assert_string_equal(nx_jid_unescape_local(pool, escaped[i].local), escaped[i].shown);
}

static void check_lengths(const struct nx_jid *jid)
{
	const char *resource = nx_jid_resource(jid);

	assert_int_equal(strlen(jid->full), jid->full_len);
	assert_true(nx_jid_domain_len(jid) > 0);
	if (nx_jid_has_local(jid))
		assert_int_equal(jid->full[jid->local_len], '@');
	if (resource)
		assert_int_equal(jid->full[jid->bare_len], '/');
	assert_int_equal(resource ? strlen(resource) : 0, nx_jid_resource_len(jid));
}

static void test_valid(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(valid) / sizeof(valid[0]); i++) {
		struct nx_error err = { 0 };
		struct nx_jid jid = { 0 }, again = { 0 };

		if (nx_jid_parse(pool, valid[i].in, &jid, &err) < 0)
			fail_msg("<%s>: %s", valid[i].in, err.text);
		if (strcmp(jid.full, valid[i].out) != 0)
			fail_msg("<%s> became <%s>, not <%s>", valid[i].in, jid.full, valid[i].out);
		check_lengths(&jid);
		assert_int_equal(nx_jid_parse(pool, jid.full, &again, &err), 0);
		assert_true(nx_jid_eq(&jid, &again));
	}
}

static void test_invalid(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(invalid) / sizeof(invalid[0]); i++) {
		struct nx_error err = { 0 };
		struct nx_jid jid = { "untouched", 1, 2, 3 };

		if (nx_jid_parse(pool, invalid[i], &jid, &err) == 0)
			fail_msg("<%s> was taken as <%s>", invalid[i], jid.full);
		assert_int_equal(err.kind, NX_E_JID_MALFORMED);
		assert_true(err.text[0] != '\0');
		assert_string_equal(jid.full, "untouched");
		assert_int_equal(nx_jid_parse(pool, invalid[i], &jid, NULL), -1);
	}
}

/* c, n times */
static char *repeat(const char *c, size_t n)
{
	size_t len = strlen(c);
	char *text = nx_pool_alloc(pool, n * len + 1);

	for (size_t i = 0; i < n; i++)
		memcpy(text + i * len, c, len);
	return text;
}

static int parse_parts(const char *local, const char *domain, const char *resource, struct nx_jid *jid_r)
{
	return nx_jid_parse(pool, nx_pool_printf(pool, "%s%s%s%s%s", local ? local : "", local ? "@" : "", domain, resource ? "/" : "",
						 resource ? resource : ""), jid_r, NULL);
}

static void test_limits_3_1(void **state)
{
	struct nx_jid jid;
	const char *longest = nx_pool_printf(pool, "%s.%s.%s.%s", repeat("a", 63), repeat("b", 63), repeat("c", 63),
					     repeat("d", 61));

	(void)state;
	assert_int_equal(parse_parts(repeat("a", 1023), longest, repeat("r", 1023), &jid), 0);
	assert_int_equal(jid.local_len, 1023);
	assert_int_equal(nx_jid_domain_len(&jid), 253);
	assert_int_equal(nx_jid_resource_len(&jid), 1023);
	check_lengths(&jid);
	assert_int_equal(parse_parts(repeat("a", 1024), "b", NULL, &jid), -1);
	assert_int_equal(parse_parts("a", "b", repeat("r", 1024), &jid), -1);
	assert_int_equal(parse_parts("a", nx_pool_printf(pool, "%se", longest), NULL, &jid), -1);
	assert_int_equal(parse_parts("a", repeat("d", 64), NULL, &jid), -1);
	assert_int_equal(parse_parts("a", repeat("d.", 600), NULL, &jid), -1);
	/* bytes count, not characters */
	assert_int_equal(parse_parts(repeat("\u00fc", 511), "b", repeat("\u00fc", 511), &jid), 0);
	assert_int_equal(parse_parts(repeat("\u00fc", 512), "b", NULL, &jid), -1);
	assert_int_equal(parse_parts(NULL, "b", repeat("\u00fc", 512), &jid), -1);
	/* after preparation: the soft hyphens are gone, the ligature has grown to 33 bytes */
	assert_int_equal(parse_parts(repeat("a\u00ad", 1000), "b", NULL, &jid), 0);
	assert_int_equal(jid.local_len, 1000);
	assert_int_equal(parse_parts(NULL, "b", repeat("\ufdfa", 100), &jid), -1);
	/* far beyond, in every part */
	assert_int_equal(parse_parts(repeat("a", 100000), "b", NULL, &jid), -1);
	assert_int_equal(parse_parts(NULL, repeat("\u00fc", 50000), NULL, &jid), -1);
	assert_int_equal(parse_parts(NULL, "b", repeat("\u00fc", 50000), &jid), -1);
}

/* The fast path and stringprep say the same of every ASCII character: a letter beyond ASCII behind it forces the other road. */
static void test_fast_path_is_stringprep(void **state)
{
	(void)state;
	for (int c = 1; c < 128; c++) {
		char fast[] = { 'a', (char)c, 'b', '\0' }, slow[] = { 'a', (char)c, 'b', '\xc3', '\xa4', '\0' };
		char *f = nx_jid_prep_local(pool, fast, NULL), *s = nx_jid_prep_local(pool, slow, NULL);

		assert_int_equal(!f, !s);
		if (f)
			assert_memory_equal(f, s, 3);
		f = nx_jid_prep_resource(pool, fast, NULL);
		s = nx_jid_prep_resource(pool, slow, NULL);
		assert_int_equal(!f, !s);
		if (f)
			assert_memory_equal(f, s, 3);
		f = nx_jid_prep_domain(pool, fast, NULL);
		s = nx_jid_prep_domain(pool, slow, NULL);
		assert_int_equal(!f, !s);
		if (f)
			assert_memory_equal(f, s, 3);
	}
}

static size_t put_utf8(char *dst, unsigned c)
{
	if (c < 0x80) {
		dst[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		dst[0] = (char)(0xc0 | c >> 6);
		dst[1] = (char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		dst[0] = (char)(0xe0 | c >> 12);
		dst[1] = (char)(0x80 | (c >> 6 & 63));
		dst[2] = (char)(0x80 | (c & 63));
		return 3;
	}
	dst[0] = (char)(0xf0 | c >> 18);
	dst[1] = (char)(0x80 | (c >> 12 & 63));
	dst[2] = (char)(0x80 | (c >> 6 & 63));
	dst[3] = (char)(0x80 | (c & 63));
	return 4;
}

typedef char *prep_fn(struct nx_pool *, const char *, struct nx_error *);

/* Whatever a part becomes stays as it is: over all of Unicode, or two servers disagree about who is who. */
static void check_idempotent(prep_fn *prep)
{
	char text[8];

	for (unsigned c = 1; c < 0x110000; c++) {
		char *once, *twice;

		if (c >= 0xd800 && c < 0xe000)
			continue;
		text[put_utf8(text, c)] = '\0';
		once = prep(pool, text, NULL);
		if (!once)
			continue;
		twice = prep(pool, once, NULL);
		if (!twice || strcmp(once, twice) != 0)
			fail_msg("U+%04X: <%s> becomes <%s>", c, once, twice ? twice : "refused");
		if (c % 1024 == 0)
			nx_pool_reset(pool);
	}
}

static void test_local_is_idempotent(void **state)
{
	(void)state;
	check_idempotent(nx_jid_prep_local);
}

static void test_domain_is_idempotent(void **state)
{
	(void)state;
	check_idempotent(nx_jid_prep_domain);
}

static void test_resource_is_idempotent(void **state)
{
	(void)state;
	check_idempotent(nx_jid_prep_resource);
}

static void test_join_3_1(void **state)
{
	struct nx_jid a, b;

	(void)state;
	assert_int_equal(parse_parts("Romeo", "Example.org", "Orchard", &a), 0);
	b = nx_jid_join(pool, "romeo", "example.org", "Orchard");
	assert_true(nx_jid_eq(&a, &b));
	assert_int_equal(a.local_len, 5);
	assert_int_equal(a.bare_len, 17);
	assert_int_equal(a.full_len, 25);
	b = nx_jid_join(pool, NULL, "example.org", NULL);
	assert_string_equal(b.full, "example.org");
	assert_false(nx_jid_has_local(&b) || nx_jid_has_resource(&b));
	assert_null(nx_jid_resource(&b));
	assert_int_equal(parse_parts("a@b", "c", NULL, &a), -1);
	assert_int_equal(parse_parts("", "c", NULL, &a), -1);
	assert_int_equal(parse_parts("a", "", NULL, &a), -1);
	assert_int_equal(parse_parts("a", "c", "", &a), -1);
}

static void test_parts(void **state)
{
	struct nx_jid jid, bare, copy, other, unset = { 0 };

	(void)state;
	assert_int_equal(nx_jid_parse(pool, "romeo@example.org/orchard", &jid, NULL), 0);
	assert_string_equal(nx_jid_bare_str(pool, &jid), "romeo@example.org");
	assert_string_equal(nx_jid_local_str(pool, &jid), "romeo");
	assert_string_equal(nx_jid_domain_str(pool, &jid), "example.org");
	assert_string_equal(nx_jid_resource(&jid), "orchard");
	bare = nx_jid_bare(pool, &jid);
	assert_string_equal(bare.full, "romeo@example.org");
	assert_true(nx_jid_eq_bare(&bare, &jid));
	assert_false(nx_jid_eq(&bare, &jid));
	assert_false(nx_jid_has_resource(&bare));
	copy = nx_jid_dup(pool, &jid);
	assert_true(nx_jid_eq(&copy, &jid) && copy.full != jid.full);
	assert_int_equal(nx_jid_parse(pool, "romeo@example.org/balcony", &other, NULL), 0);
	assert_false(nx_jid_eq(&other, &jid));
	assert_true(nx_jid_eq_bare(&other, &jid));
	assert_int_equal(nx_jid_parse(pool, "tybalt@example.or/orchard", &other, NULL), 0);
	assert_false(nx_jid_eq_bare(&other, &jid));
	copy = nx_jid_dup(pool, &unset);
	assert_false(nx_jid_is_set(&copy));
}

/* RFC 5890 section 2.3.2.1: what DNS and certificates hold. */
static void test_domain_to_ascii(void **state)
{
	static const struct { const char *domain, *ascii; } cases[] = {
		{ "example.org", "example.org" },
		{ "büro.example", "xn--bro-hoa.example" },
		{ "例え.テスト", "xn--r8jz45g.xn--zckzah" },
		{ "192.0.2.1", "192.0.2.1" },
		{ "[2001:db8::1]", "[2001:db8::1]" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(nx_jid_domain_to_ascii(pool, cases[i].domain), cases[i].ascii);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_valid),
		CASE(test_invalid),
		CASE(test_limits_3_1),
		CASE(test_fast_path_is_stringprep),
		CASE(test_local_is_idempotent),
		CASE(test_domain_is_idempotent),
		CASE(test_resource_is_idempotent),
		CASE(test_join_3_1),
		CASE(test_parts),
		CASE(test_domain_to_ascii),
		CASE(test_escapes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
