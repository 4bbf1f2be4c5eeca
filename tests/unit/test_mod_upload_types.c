/* What files are, and what browsers may do with them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "mod_upload/spool.h"
#include "mod_upload/types.h"

#define EIGHT_NULS "\0\0\0\0\0\0\0\0"
#define BYTES(text) text, sizeof(text) - 1
static const struct { const char *bytes; size_t len; const char *type; } files[] = {
	{ BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0"), "image/png" },
	{ BYTES("\xff\xd8\xff\xe0 JFIF"), "image/jpeg" },
	{ BYTES("GIF89a"), "image/gif" },
	{ BYTES("%PDF-1.4\n"), "application/pdf" },
	{ BYTES("<!DOCTYPE html><html><script>alert(1)</script></html>"), "text/html; charset=us-ascii" },
	{ BYTES("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "image/svg+xml" },
	{ BYTES("just words\n"), "text/plain; charset=us-ascii" },
	{ BYTES("\xd0\xbf\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82\n"), "text/plain; charset=utf-8" },
	{ BYTES("\x01\x02\x03\xf1\xf2"), "application/octet-stream" },
	{ BYTES("MZ\x90\0" EIGHT_NULS EIGHT_NULS EIGHT_NULS EIGHT_NULS EIGHT_NULS EIGHT_NULS EIGHT_NULS "\x40\0\0\0PE\0\0"), "application/vnd.microsoft.portable-executable" },
	/* An instruction of DOS: no program, but encrypted files begin with it. */
	{ BYTES("\xb8\0\0\xcd\x21" "aaaaaaaaaaaaaaaaaaaa\x01\x02\xff\xfe\xf0"), "application/octet-stream" },
};

static void from_their_bytes(void **state)
{
	struct nx_error err;
	struct upload_types *types = upload_types_new(&err);

	(void)state;
	assert_non_null(types);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		FILE *file = tmpfile();
		char type[UPLOAD_TYPE_MAX];

		fwrite(files[i].bytes, 1, files[i].len, file);
		fflush(file);
		upload_type_look(types, fileno(file), type, sizeof(type));
		assert_string_equal(type, files[i].type);
		fclose(file);
	}
	upload_types_free(&types);
	assert_null(types);
}

static void a_file_that_cannot_be_read(void **state)
{
	struct nx_error err;
	struct upload_types *types = upload_types_new(&err);
	char type[UPLOAD_TYPE_MAX];

	(void)state;
	upload_type_look(types, -1, type, sizeof(type));
	assert_string_equal(type, "application/octet-stream");
	upload_types_free(&types);
}

static void syntax(void **state)
{
	static const char *const good[] = { "image/png", "text/plain; charset=utf-8", "text/plain;charset=\"utf-8\"", "application/vnd.a+b" };
	static const char *const bad[] = { "", "image", "image/", "/png", "image/png/x", "a b/c", "image/png\r\nX: y", "text/plain; \x7f", "t\xc3\xa8xt/plain" };
	char large[200];

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(upload_type_is_valid(good[i]));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(upload_type_is_valid(bad[i]));
	memset(large, 'a', sizeof(large) - 1);
	large[1] = '/';
	large[sizeof(large) - 1] = '\0';
	assert_false(upload_type_is_valid(large));
}

static void patterns(void **state)
{
	static const char *const some[] = { "image/*", "application/pdf", NULL }, *const all[] = { "*", NULL }, *const none[] = { NULL };

	(void)state;
	assert_true(upload_type_is_among("image/png", some));
	assert_true(upload_type_is_among("Image/PNG", some));
	assert_true(upload_type_is_among("application/PDF; x=y", some));
	assert_false(upload_type_is_among("application/pdfx", some));
	assert_false(upload_type_is_among("imagex/png", some));
	assert_true(upload_type_is_among("x/y", all));
	assert_false(upload_type_is_among("x/y", none));
	assert_true(upload_type_is_same("text/plain; charset=utf-8", "TEXT/plain"));
	assert_false(upload_type_is_same("text/plain", "text/html"));
}

static void what_is_taken_as_what(void **state)
{
	static const char *const strict[] = { "image/*", NULL }, *const usual[] = { "image/*", "application/octet-stream", NULL };

	(void)state;
	assert_string_equal(upload_type_settle("image/png", strict), "image/png");
	assert_null(upload_type_settle("text/html", strict));
	assert_null(upload_type_settle("application/octet-stream", strict));
	assert_string_equal(upload_type_settle("image/png", usual), "image/png");
	assert_string_equal(upload_type_settle("application/zlib", usual), "application/octet-stream");
	assert_null(upload_type_settle("application/x-dosexec", usual));
	assert_null(upload_type_settle("Application/X-Executable; x=y", usual));
}

/* What may hold scripts is saved, not shown. */
static void what_is_shown(void **state)
{
	(void)state;
	assert_true(upload_type_is_shown("image/png"));
	assert_true(upload_type_is_shown("video/webm"));
	assert_false(upload_type_is_shown("image/svg+xml; charset=us-ascii"));
	assert_false(upload_type_is_shown("text/html"));
	assert_false(upload_type_is_shown("application/pdf"));
	assert_false(upload_type_is_shown("application/octet-stream"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_their_bytes),
		cmocka_unit_test(a_file_that_cannot_be_read),
		cmocka_unit_test(syntax),
		cmocka_unit_test(patterns),
		cmocka_unit_test(what_is_taken_as_what),
		cmocka_unit_test(what_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
