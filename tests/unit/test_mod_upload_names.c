/* Names of uploaded files: in slots, paths and headers (XEP-0363 section 4, RFC 3986, RFC 6266). */
#include <string.h>

#include "fixture.h"
#include "mod_upload/names.h"

#define ID "abcdefghijklmnopqrstuvwxyz"

static const struct { const char *given, *kept; } names[] = {
	{ "tr\xc3\xa8s cool.jpg", "tr\xc3\xa8s cool.jpg" },
	{ "archive.tar.gz", "archive.tar.gz" },
	{ "C++ (1) & more; it's $5.txt", "C++ (1) & more; it's $5.txt" },
	{ "/etc/passwd", "passwd" },
	{ "..\\..\\boot.ini", "boot.ini" },
	{ "../../x", "x" },
	{ "a/", "a_" },
	{ "..", "_." },
	{ ".htaccess", "_htaccess" },
	{ "what?.txt", "what_.txt" },
	{ "100%.txt", "100_.txt" },
	{ "a#b:c*d\"e<f>g|h", "a_b_c_d_e_f_g_h" },
	{ "line\nend\r\x7f\x1b[31m", "line_end___[31m" },
	{ "photo\xe2\x80\xaegpj.exe", "photo_gpj.exe" },
	{ "\xe2\x81\xa6x\xe2\x81\xa9.txt", "_x_.txt" },
	{ "\xd0\xbf\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82.pdf", "\xd0\xbf\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82.pdf" },
	{ "", "file" },
};

static void what_is_kept(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_string_equal(upload_name_clean(pool, names[i].given), names[i].kept);
}

/* Whatever a slot is given for has a path that is taken again. */
static void kept_names_are_paths(void **state)
{
	(void)state;
	const char *id, *name;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		assert_true(upload_path_parse(pool, upload_path(pool, ID, names[i].kept), &id, &name));
		assert_string_equal(id, ID);
		assert_string_equal(name, names[i].kept);
	}
}

static void long_names_keep_their_ending(void **state)
{
	(void)state;
	char given[1200] = "";

	for (int i = 0; i < 300; i++)
		strncat(given, "\xc3\xa8", sizeof(given) - strlen(given) - 1);
	strncat(given, "x.jpeg", sizeof(given) - strlen(given) - 1);
	const char *kept = upload_name_clean(pool, given);

	assert_true(strlen(kept) <= UPLOAD_NAME_MAX && strlen(kept) > UPLOAD_NAME_MAX - 4);
	assert_string_equal(kept + strlen(kept) - 7, "\xc3\xa8.jpeg");
	/* an ending that is none does not push out the name */
	given[0] = '.';
	memset(given + 1, 'y', 400);
	given[401] = '\0';
	kept = upload_name_clean(pool, given);
	assert_int_equal(strlen(kept), UPLOAD_NAME_MAX);
	assert_int_equal(kept[0], '_');
}

static void paths(void **state)
{
	(void)state;
	static const char *const refused[] = {
		"", "/", "/upload", "/upload/", "/upload/" ID, "/upload/" ID "/", "/upload/" ID "/a/b", "/upload/" ID "x/a", "/upload/ABCDEFGHIJKLMNOPQRSTUVWXYZ/a",
		"/upload/abcdefghijklmnopqrstuvwxy/a", "/upload/../" ID "/a", "/upload/" ID "//a", "/other/" ID "/a", "/upload/" ID "/\xff",
	};
	const char *id, *name;

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		assert_false(upload_path_parse(pool, refused[i], &id, &name));
	assert_string_equal(upload_path_escaped(pool, ID, "tr\xc3\xa8s cool.jpg"), "/upload/" ID "/tr%C3%A8s%20cool.jpg");
}

static void dispositions(void **state)
{
	(void)state;
	assert_string_equal(upload_disposition(pool, "a b\".html", false), "attachment; filename*=UTF-8''a%20b%22.html");
	assert_string_equal(upload_disposition(pool, "x.png", true), "inline; filename*=UTF-8''x.png");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_is_kept),
		CASE(kept_names_are_paths),
		CASE(long_names_keep_their_ending),
		CASE(paths),
		CASE(dispositions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
