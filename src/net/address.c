/* Addresses as limits see them (address.h). */
#include "net/address.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

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
