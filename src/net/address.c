/* Addresses as limits see them (address.h). */
#include "net/address.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"

#define NETWORK_BYTES 8

void nx_address_network(char out[NX_NETWORK_SIZE], const char *address)
{
	struct in6_addr bytes;
	char text[INET6_ADDRSTRLEN];

	if (inet_pton(AF_INET6, address, &bytes) != 1 || IN6_IS_ADDR_V4MAPPED(&bytes)) {
		nx_str_copy(out, NX_NETWORK_SIZE, address);
		return;
	}
	memset(bytes.s6_addr + NETWORK_BYTES, 0, sizeof(bytes.s6_addr) - NETWORK_BYTES);
	inet_ntop(AF_INET6, &bytes, text, sizeof(text));
	snprintf(out, NX_NETWORK_SIZE, "%s/64", text);
}

/* Both families in the form of IPv6, so that "192.0.2.1" and "::ffff:192.0.2.1" are the same. False: not an address. */
static bool parse(const char *text, size_t len, struct in6_addr *bytes_r, bool *is_v4_r)
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	char copy[INET6_ADDRSTRLEN];

	if (len >= sizeof(copy))
		return false;
	memcpy(copy, text, len);
	copy[len] = '\0';
	*is_v4_r = strchr(copy, ':') == NULL;
	if (!*is_v4_r)
		return inet_pton(AF_INET6, copy, bytes_r) == 1;
	memcpy(bytes_r->s6_addr, mapped, sizeof(mapped));
	return inet_pton(AF_INET, copy, bytes_r->s6_addr + sizeof(mapped)) == 1;
}

bool nx_address_is_valid(const char *address)
{
	struct in6_addr bytes;
	bool is_v4;

	return parse(address, strlen(address), &bytes, &is_v4);
}

/* bits_r: how many of them count. */
static bool parse_network(const char *text, struct in6_addr *bytes_r, int64_t *bits_r)
{
	const char *slash = strchr(text, '/');
	bool is_v4;

	*bits_r = 128;
	if (!parse(text, slash ? (size_t)(slash - text) : strlen(text), bytes_r, &is_v4))
		return false;
	if (!slash)
		return true;
	if (nx_str_to_i64(slash + 1, 0, is_v4 ? 32 : 128, bits_r) < 0)
		return false;
	*bits_r += is_v4 ? 96 : 0;
	return true;
}

bool nx_address_is_in(const char *address, const char *network)
{
	struct in6_addr host, net;
	bool is_v4;
	int64_t bits;

	if (!parse(address, strlen(address), &host, &is_v4) || !parse_network(network, &net, &bits))
		return false;
	size_t whole = (size_t)bits / 8;
	unsigned rest = (unsigned)bits % 8;

	if (memcmp(host.s6_addr, net.s6_addr, whole) != 0)
		return false;
	return rest == 0 || (host.s6_addr[whole] ^ net.s6_addr[whole]) >> (8 - rest) == 0;
}

bool nx_address_is_in_any(const char *address, const char *const *networks)
{
	while (*networks && !nx_address_is_in(address, *networks))
		networks++;
	return *networks != NULL;
}

int nx_address_check_option(const char *text, struct nx_error *why)
{
	struct in6_addr bytes;
	int64_t bits;

	return parse_network(text, &bytes, &bits) ? 0 : nx_fail(why, NX_E_CONFIG, "not an address; write 192.0.2.1 or 10.0.0.0/8");
}
