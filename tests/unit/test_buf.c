/* base/buf and base/blob: contents, the NUL behind them, consuming; counting references. */
#include "base/buf.h"
#include "base/blob.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void contents_are_followed_by_nul(void **state)
{
	struct nx_buf buf = NX_BUF_INIT;

	(void)state;
	assert_string_equal(nx_buf_str(&buf), "");
	nx_buf_puts(&buf, "ab");
	nx_buf_putc(&buf, 'c');
	nx_buf_add(&buf, "de!", 2);
	nx_buf_printf(&buf, "%d", 42);
	assert_string_equal(buf.data, "abcde42");
	assert_int_equal(buf.len, 7);
	memcpy(nx_buf_reserve(&buf, 500), "xyz", 3);
	buf.len += 3;
	assert_true(buf.cap >= 508);
	assert_string_equal(nx_buf_str(&buf), "abcde42xyz");
	nx_buf_consume(&buf, 5);
	assert_string_equal(buf.data, "42xyz");
	nx_buf_clear(&buf);
	assert_string_equal(buf.data, "");
	assert_true(buf.cap >= 508);
	nx_buf_done(&buf);
	assert_null(buf.data);
}

static void growing(void **state)
{
	struct nx_buf buf = NX_BUF_INIT;

	(void)state;
	for (int i = 0; i < 2000; i++)
		nx_buf_printf(&buf, "%0*d,", i % 300 + 1, i);
	assert_int_equal(strlen(buf.data), buf.len);
	for (int i = 0; i < 1000; i++)
		nx_buf_consume(&buf, (size_t)(strchr(buf.data, ',') - buf.data) + 1);
	assert_true(strtoul(buf.data, NULL, 10) == 1000);
	nx_buf_consume(&buf, buf.len);
	assert_string_equal(nx_buf_str(&buf), "");
	nx_buf_done(&buf);
}

static void blobs_live_as_long_as_their_last_reference(void **state)
{
	struct nx_blob *a = nx_blob_new("hello", 5), *b = nx_blob_ref(a), *none = NULL;

	(void)state;
	nx_blob_unref(&a);
	assert_null(a);
	assert_int_equal(b->len, 5);
	assert_memory_equal(b->data, "hello", 5);
	nx_blob_unref(&b);
	nx_blob_unref(&none);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contents_are_followed_by_nul), cmocka_unit_test(growing),
		cmocka_unit_test(blobs_live_as_long_as_their_last_reference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
