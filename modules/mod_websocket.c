/* mod_websocket: XMPP over WebSocket (RFC 7395) at /ws, and at /xmpp-websocket, where other servers have it.
 *
 * Frames, the handshake and pings are those of net/web.h, <open/> and <close/> those of xmpp/stream.h; here a WebSocket becomes a session
 * like any other. Without TLS, and without a proxy in front that has it, nobody can log in (option allow_plaintext). */
#include "core/module.h"

static void websocket_connected(struct nx_module *mod, struct nx_conn *conn)
{
	nx_c2s_take(mod->server->c2s, conn);
}

static const struct nx_http_route websocket_routes[] = {
	{ .path = "/ws", .connected = websocket_connected },
	{ .path = "/xmpp-websocket", .connected = websocket_connected },
	{ 0 }
};

NX_MODULE(websocket) = {
	NX_MODULE_HEAD(websocket),
	.summary = "Clients that connect over WebSocket (RFC 7395)",
	.http = websocket_routes,
};
