/* Rooms in numbers, for monitoring (base/metrics.h). */
#include "mod_muc/muc.h"

#include "base/map.h"

void muc_tell_metrics(struct nx_module *mod, struct nx_metrics *out)
{
	const struct muc *muc = mod->data;
	unsigned active = 0, occupants = 0, clients = 0;
	const struct nx_room *room;
	struct nx_map_iter it = {0};

	while ((room = nx_map_next(muc->rooms, &it))) {
		active += room->occupant_count > 0;
		occupants += room->occupant_count;
		clients += nx_map_count(room->by_client);
	}
	nx_metrics_gauge(out, "nexa_rooms_in_memory", NULL, "Rooms that are in use or were lately", (double)nx_map_count(muc->rooms));
	nx_metrics_gauge(out, "nexa_rooms_active", NULL, "Rooms with somebody in them", active);
	nx_metrics_gauge(out, "nexa_room_occupants", NULL, "Those in rooms, each once for each room", occupants);
	nx_metrics_gauge(out, "nexa_room_clients", NULL, "The same by clients: several may share a nickname", clients);
	nx_metrics_gauge(out, "nexa_room_history_bytes", NULL, "What was said last in rooms, in memory for who enters",
			 (double)muc->past_bytes);
}
