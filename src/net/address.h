/* Addresses as limits see them. */
#ifndef NX_NET_ADDRESS_H
#define NX_NET_ADDRESS_H

#include <stdbool.h>

struct nx_error;

#define NX_NETWORK_SIZE 64

/* Whose address this is: an IPv6 host has a whole /64 to call from, so "2001:db8:1:2:3:4:5:6" becomes "2001:db8:1:2::/64";
 * everything else ("192.0.2.1", "memory") stays as it is, cut to the size. */
void nx_address_network(char out[NX_NETWORK_SIZE], const char *address);
/* True for "192.0.2.1" and "2001:db8::1". */
bool nx_address_is_valid(const char *address);
/* network: an address, or one with a prefix length ("10.0.0.0/8", "2001:db8::/32"). False when one of the two is malformed. */
bool nx_address_is_in(const char *address, const char *network);
/* The same for one of several; NULL-terminated. */
bool nx_address_is_in_any(const char *address, const char *const *networks);
/* .check of options that name addresses and networks. */
int nx_address_check_option(const char *text, struct nx_error *why);

#endif
