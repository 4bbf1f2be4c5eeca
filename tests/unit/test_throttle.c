/* core/throttle: what many guesses do to the table must not do anything to the owner of an account. The rest is told by
 * tests/e2e/test_throttle.py. */
#include "core/throttle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/error.h"
#include "core/server.h"

#define OWNER "192.0.2.1"
#define ACCOUNT "juliet@example.org"

struct stage {
	struct nx_clock clock;
	struct nx_server *server;
	struct nx_throttle *throttle;
};

static int set_up(void **state)
{
	static struct stage stage;
	static const char *const overrides[] = { "login_failures_per_account_total=4", NULL };
	struct nx_server_options options = { .clock = &stage.clock, .overrides = overrides };
	struct nx_error err;

	stage = (struct stage){ .clock = { .is_fake = true } };
	stage.server = nx_server_new_for_tables(&options, &err);
	if (!stage.server)
		fail_msg("%s", err.text);
	stage.server->has_limits = true;
	stage.throttle = nx_throttle_new(stage.server);
	*state = &stage;
	return 0;
}

static int tear_down(void **state)
{
	struct stage *stage = *state;

	nx_throttle_free(&stage->throttle);
	nx_server_free(&stage->server);
	return 0;
}

static void fail_from(struct stage *stage, unsigned number, const char *account)
{
	char address[64];

	snprintf(address, sizeof(address), "2001:db8:%x:%x::1", number >> 16, number & 0xffff);
	nx_throttle_note_failure(stage->throttle, address, account);
}

static void owner_stays_known_whatever_is_guessed(void **state)
{
	struct stage *stage = *state;
	char account[64];

	nx_throttle_note_success(stage->throttle, OWNER, ACCOUNT);
	for (unsigned i = 0; i < 60000; i++) {
		snprintf(account, sizeof(account), "guess%u@example.org", i);
		fail_from(stage, i, account);
	}
	for (unsigned i = 0; i < 10; i++)
		fail_from(stage, 70000 + i, ACCOUNT);
	assert_true(nx_throttle_wait_secs(stage->throttle, "192.0.2.99", ACCOUNT) > 0);
	assert_int_equal(nx_throttle_wait_secs(stage->throttle, OWNER, ACCOUNT), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(owner_stays_known_whatever_is_guessed, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
