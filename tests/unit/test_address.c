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

static void a_network_holds_its_addresses(void **state)
{
	static const struct { const char *address, *network; bool is_in; } table[] = {
		{ "10.1.2.3", "10.0.0.0/8", true },
		{ "11.1.2.3", "10.0.0.0/8", false },
		{ "192.0.2.129", "192.0.2.128/25", true },
		{ "192.0.2.127", "192.0.2.128/25", false },
		{ "192.0.2.1", "192.0.2.1", true },
		{ "192.0.2.2", "192.0.2.1", false },
		{ "192.0.2.2", "0.0.0.0/0", true },
		{ "::ffff:192.0.2.1", "192.0.2.0/24", true },
		{ "2001:db8::1", "2001:db8::/32", true },
		{ "2001:db9::1", "2001:db8::/32", false },
		{ "2001:db8::1", "0.0.0.0/0", false },
		{ "2001:db8::1", "2001:db8::1/128", true },
		{ "192.0.2.1", "192.0.2.0/33", false },
		{ "192.0.2.1", "192.0.2.0/", false },
		{ "192.0.2.1", "192.0.2.0/-1", false },
		{ "192.0.2.1", "localhost", false },
		{ "memory", "0.0.0.0/0", false },
		{ "", "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		assert_int_equal(nx_address_is_in(table[i].address, table[i].network), table[i].is_in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_ipv6_host_is_its_network),
		cmocka_unit_test(a_network_holds_its_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
