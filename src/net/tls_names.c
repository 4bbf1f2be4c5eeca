/* The names and addresses under which clients on this network may reach this machine: what the certificate that
 * the server makes for itself has to cover (tls.h). */
#include "net/tls.h"

#include "base/pool.h"
#include "net/conn_private.h"

#include <ctype.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <string.h>
#include <unistd.h>

#define MAX_ADDRESSES 32
#define LOCALHOST "localhost"

/* The name of this machine, the one that it has in the local network, and the one that it has for itself: whoever tries the server out sits
 * before it. */
static char **machine_host_names(struct nx_pool *pool)
{
	char **names = NX_NEW_ARRAY(pool, char *, 4);
	char host[256] = "";
	unsigned count = 0;

	if (gethostname(host, sizeof(host) - 1) == 0) {
		for (char *c = host; *c; c++)
			*c = (char)tolower((unsigned char)*c);
	}
	if (host[0] && strcmp(host, LOCALHOST) != 0) {
		names[count++] = nx_pool_strdup(pool, host);
		/* RFC 6762 section 3: multicast DNS announces the first label under .local. */
		host[strcspn(host, ".")] = '\0';
		const char *local = nx_pool_printf(pool, "%s.local", host);

		if (strcmp(host, LOCALHOST) != 0 && strcmp(names[0], local) != 0)
			names[count++] = nx_pool_strdup(pool, local);
	}
	names[count] = nx_pool_strdup(pool, LOCALHOST);
	return names;
}

static bool is_useful(const struct sockaddr *addr)
{
	if (!addr)
		return false;
	if (addr->sa_family == AF_INET) {
		uint32_t ip = ntohl(((const struct sockaddr_in *)(const void *)addr)->sin_addr.s_addr);

		return ip >> 16 != 0xA9FE;      /* 169.254.0.0/16, RFC 3927 */
	}
	if (addr->sa_family == AF_INET6)
		return !IN6_IS_ADDR_LINKLOCAL(&((const struct sockaddr_in6 *)(const void *)addr)->sin6_addr);
	return false;
}

static bool has_text(char **list, const char *text)
{
	for (; *list; list++) {
		if (strcmp(*list, text) == 0)
			return true;
	}
	return false;
}

static char **machine_addresses(struct nx_pool *pool)
{
	char **addresses = NX_NEW_ARRAY(pool, char *, MAX_ADDRESSES + 1);
	struct ifaddrs *all = NULL;
	unsigned count = 0;

	if (getifaddrs(&all) != 0)
		return addresses;
	for (const struct ifaddrs *i = all; i && count < MAX_ADDRESSES; i = i->ifa_next) {
		struct sockaddr_storage addr = { 0 };
		char text[NX_SOCKADDR_TEXT];

		if (!is_useful(i->ifa_addr))
			continue;
		memcpy(&addr, i->ifa_addr, i->ifa_addr->sa_family == AF_INET ? sizeof(struct sockaddr_in)
									     : sizeof(struct sockaddr_in6));
		nx_sockaddr_text(&addr, text);
		if (!has_text(addresses, text))
			addresses[count++] = nx_pool_strdup(pool, text);
	}
	freeifaddrs(all);
	return addresses;
}

void nx_tls_machine_names(struct nx_pool *pool, char ***names_r, char ***addresses_r)
{
	*names_r = machine_host_names(pool);
	*addresses_r = machine_addresses(pool);
}
