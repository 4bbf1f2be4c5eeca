/* Counts by network (net/crowd.h). */
#include "net/crowd.h"

#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "net/address.h"

struct nx_crowd { struct nx_map *groups; };

struct group {
	unsigned count;
	char network[NX_NETWORK_SIZE];
};

struct nx_crowd *nx_crowd_new(void)
{
	struct nx_crowd *crowd = nx_mem_new(sizeof(*crowd));

	crowd->groups = nx_map_new();
	return crowd;
}

void nx_crowd_free(struct nx_crowd **crowd)
{
	struct nx_map_iter it = {0};
	struct group *group;

	if (!*crowd)
		return;
	while ((group = nx_map_next((*crowd)->groups, &it)))
		nx_mem_free(group);
	nx_map_free(&(*crowd)->groups);
	nx_mem_free(*crowd);
	*crowd = NULL;
}

static struct group *find(const struct nx_crowd *crowd, const char *address)
{
	char network[NX_NETWORK_SIZE];

	nx_address_network(network, address);
	return nx_map_find(crowd->groups, network, strlen(network));
}

void nx_crowd_enter(struct nx_crowd *crowd, const char *address)
{
	struct group *group = find(crowd, address);

	if (!group) {
		group = nx_mem_new(sizeof(*group));
		nx_address_network(group->network, address);
		nx_map_set(crowd->groups, group->network, strlen(group->network), group);
	}
	group->count++;
}

void nx_crowd_leave(struct nx_crowd *crowd, const char *address)
{
	struct group *group = find(crowd, address);

	if (!group || --group->count > 0)
		return;
	nx_map_remove(crowd->groups, group->network, strlen(group->network));
	nx_mem_free(group);
}

unsigned nx_crowd_count(const struct nx_crowd *crowd, const char *address)
{
	const struct group *group = find(crowd, address);

	return group ? group->count : 0;
}
