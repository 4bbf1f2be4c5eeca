/* Addresses as limits see them (net/address.h). */
#include "net/address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void an_ipv6_host_is_its_network(void **state)
{
	static const struct { const char *address, *network; } table[] = {
		{ "192.0.2.1", "192.0.2.1" },
		{ "memory", "memory" },
		{ "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64" },
		{ "2001:db8:1:2::", "2001:db8:1:2::/64" },
		{ "::1", "::/64" },
		{ "::ffff:192.0.2.1", "::ffff:192.0.2.1" },
		{ "2001:db8:1:2:3:4:5:6%eth0", "2001:db8:1:2:3:4:5:6%eth0" },
	};
	char network[NX_NETWORK_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		nx_address_network(network, table[i].address);
		assert_string_equal(network, table[i].network);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(an_ipv6_host_is_its_network) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
