/* Addresses as limits see them. */
#ifndef NX_NET_ADDRESS_H
#define NX_NET_ADDRESS_H

#define NX_NETWORK_SIZE 64

/* Whose address this is: an IPv6 host has a whole /64 to call from, so "2001:db8:1:2:3:4:5:6" becomes "2001:db8:1:2::/64";
 * everything else ("192.0.2.1", "memory") stays as it is, cut to the size. */
void nx_address_network(char out[NX_NETWORK_SIZE], const char *address);

#endif
