/* The one libwebsockets context (web.h): how it is made, how connections come in, and where its call-backs go.
 *
 * It has no listeners of its own: ours accept (listener.h), so limits and errors are the same as for every other port. It has one virtual
 * host, because it chooses among several by what the client says, and TLS or not is the listener's to say. Its TLS contexts have no
 * certificates: sessions move to ours while they begin (tls_private.h), hence a reload drops nobody. */
#include "net/web.h"

#include "base/error.h"
#include "base/handles.h"
#include "base/mem.h"
#include "base/str.h"
#include "net/crowd.h"
#include "net/loop.h"
#include "net/tls_private.h"
#include "net/web_loop.h"
#include "net/web_private.h"

#include <string.h>

/* libwebsockets reads and writes through this; at its default of 4 KiB some uploads over TLS never end. */
#define SERVICE_BYTES 32768

/* libwebsockets says so twice of a connection that was no HTTP. */
static void forget(struct nx_visitor *visitor, struct lws *wsi)
{
	struct nx_web *web = visitor->web;

	lws_set_opaque_user_data(wsi, NULL);
	nx_exchange_connection_closed(visitor);
	web->visitor_count--;
	web->options.events->left(web->options.ctx, visitor->address);
	nx_mem_free(visitor);
}

static int visitor_event(struct nx_visitor *visitor, struct lws *wsi, enum lws_callback_reasons reason, void *in, size_t len)
{
	switch ((int)reason) {
	case LWS_CALLBACK_HTTP:
		return nx_exchange_begin(visitor, wsi);
	case LWS_CALLBACK_HTTP_BODY:
		return nx_exchange_body(visitor, in, len);
	case LWS_CALLBACK_CLOSED_HTTP:
		nx_exchange_connection_closed(visitor);
		return 0;
	case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE:
		return nx_web_confirm_upgrade(visitor, wsi, in);
	/* CONNECT, methods that it does not know, and what is no HTTP at all, it takes for a protocol of ours. */
	case LWS_CALLBACK_RAW_RX:
		return nx_exchange_begin_strange(visitor, wsi, in, len);
	case LWS_CALLBACK_RAW_CLOSE:
	case LWS_CALLBACK_WSI_DESTROY:
		forget(visitor, wsi);
		return 0;
	}
	return 0;
}

/* Events of the context itself come with a connection that nobody has adopted. */
static int http_event(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t len)
{
	(void)user;
	if (reason == LWS_CALLBACK_OPENSSL_LOAD_EXTRA_SERVER_VERIFY_CERTS) {
		struct nx_web *web = lws_context_user(lws_get_context(wsi));

		return nx_tls_context_stand_behind(web->options.tls, user);
	}
	struct nx_visitor *visitor = lws_get_opaque_user_data(wsi);

	return visitor ? visitor_event(visitor, wsi, reason, in, len) : 0;
}

/* WebSockets: the handshake has been agreed to. */
static int websocket_event(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t len)
{
	struct nx_visitor *visitor = lws_get_opaque_user_data(wsi);

	(void)user;
	(void)in;
	(void)len;
	if (reason == LWS_CALLBACK_ESTABLISHED) {
		const struct nx_web_options *options = &visitor->web->options;

		options->events->connected(options->ctx, visitor->upgrade_data, nx_websocket_new(visitor, wsi));
		return 0;
	}
	if (!visitor || !visitor->websocket)
		/* The connection has gone first; the socket follows. */
		return reason == LWS_CALLBACK_SERVER_WRITEABLE ? -1 : 0;
	switch ((int)reason) {
	case LWS_CALLBACK_SERVER_WRITEABLE:
		return nx_websocket_writable(visitor->websocket);
	case LWS_CALLBACK_CLOSED:
		nx_websocket_closed(visitor->websocket);
		return 0;
	}
	return 0;
}

static int make_context(struct nx_web *web, struct nx_error *err)
{
	void *foreign_loops[] = { nx_web_loop_foreign(web->web_loop) };
	struct lws_context_creation_info info = {
		.port = CONTEXT_PORT_NO_LISTEN_SERVER,
		.options = nx_web_loop_option | LWS_SERVER_OPTION_EXPLICIT_VHOSTS | LWS_SERVER_OPTION_VALIDATE_UTF8 |
			LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT,
		.foreign_loops = foreign_loops,
		.protocols = web->protocols,
		.user = web,
		.server_string = "Nexa",
		.pt_serv_buf_size = SERVICE_BYTES,
		.max_http_header_data = (unsigned short)web->options.header_max_bytes,
		.timeout_secs = web->options.request_timeout_secs,
		.timeout_secs_ah_idle = 1 << 30,        /* it drops exchanges six minutes behind this; ours: nx_visitor_expect_head() */
		.keepalive_timeout = (int)web->options.idle_timeout_secs,
		.retry_and_idle_policy = &web->ping_policy,
		.alpn = "http/1.1",     /* its HTTP/2 stalls on uploads */
		.vhost_name = "nexa",
	};

	/* It explains itself to the process as a whole, not to an object; what matters has an error or a reason of ours. */
	lws_set_log_level(0, NULL);
	web->lws = lws_create_context(&info);
	if (!web->lws)
		return nx_fail(err, NX_E_SYSTEM, "libwebsockets does not start; it needs its part for libuv (Debian's package "
			       "libwebsockets-evlib-uv). Set http_port and https_port to 0 to do without HTTP");
	/* It is nobody's client, and reading the authorities of the system would be half of the start. */
	info.options |= LWS_SERVER_OPTION_CREATE_VHOST_SSL_CTX | LWS_SERVER_OPTION_DISABLE_OS_CA_CERTS |
		LWS_SERVER_OPTION_FALLBACK_TO_APPLY_LISTEN_ACCEPT_CONFIG;
	web->vhost = lws_create_vhost(web->lws, &info);
	return web->vhost ? 0 : nx_tls_fail(err, "libwebsockets cannot use TLS");
}

/* What call-backs and others did to exchanges in this turn. */
static void settle(void *arg)
{
	struct nx_web *web = arg;
	struct nx_visitor *visitor;

	while ((visitor = NX_LIST_FIRST(&web->unsettled, struct nx_visitor, unsettled))) {
		nx_list_remove(&visitor->unsettled);
		nx_exchange_settle(visitor);
	}
}

struct nx_web *nx_web_new(const struct nx_web_options *options, struct nx_error *err)
{
	struct nx_web *web = nx_mem_new(sizeof(*web));

	web->options = *options;
	web->log.parent = options->log;
	web->ping_policy = (lws_retry_bo_t){
		.secs_since_valid_ping = (uint16_t)options->ping_after_secs,
		.secs_since_valid_hangup = (uint16_t)(options->ping_after_secs + options->ping_timeout_secs),
	};
	/* No client can ask for a name with a blank in it. */
	web->protocols[0] = (struct lws_protocols){ .name = "no protocol", .callback = http_event };
	/* rx_buffer_size: at its default a TLS connection costs 38 KiB. */
	web->protocols[1] = (struct lws_protocols){ .name = options->subprotocol, .callback = websocket_event, .rx_buffer_size = 4096 };
	web->write_buf = nx_mem_new(NX_WEBSOCKET_BUF_BYTES);
	web->requests = nx_handles_new();
	web->slow = nx_crowd_new();
	nx_list_init(&web->unsettled);
	nx_loop_add_end_of_turn(options->loop, settle, web);
	web->web_loop = nx_web_loop_new(options->loop, err);
	if (!web->web_loop || make_context(web, err) != 0)
		nx_web_free(&web);
	return web;
}

void nx_web_adopt(struct nx_web *web, int fd, const char *peer, bool has_tls)
{
	struct nx_visitor *visitor = nx_mem_new(sizeof(*visitor));
	lws_adopt_desc_t adoption = {
		.vh = web->vhost,
		.type = LWS_ADOPT_SOCKET | LWS_ADOPT_HTTP | (has_tls ? LWS_ADOPT_ALLOW_SSL : 0),
		.fd = { .sockfd = fd },
		.opaque = visitor,
	};

	visitor->web = web;
	visitor->has_tls = has_tls;
	nx_str_copy(visitor->address, sizeof(visitor->address), peer);
	web->visitor_count++;
	/* When it fails it has closed fd, and said goodbye to the visitor if it had met it. */
	struct lws *wsi = lws_adopt_descriptor_vhost_via_info(&adoption);

	if (wsi) {
		visitor->wsi = wsi;
		/* TLS first, then the head. */
		nx_visitor_expect_head(visitor, (has_tls ? 2 : 1) * 1000 * (int64_t)web->options.request_timeout_secs);
	}
	nx_web_loop_kick(web->web_loop);
}

unsigned nx_web_count(const struct nx_web *web)
{
	return web->visitor_count;
}

void nx_web_free(struct nx_web **web_p)
{
	struct nx_web *web = *web_p;

	*web_p = NULL;
	if (!web)
		return;
	if (web->lws) {
		/* The first call begins, libuv closes its handles, the second ends it. */
		lws_context_destroy(web->lws);
		nx_web_loop_drain(web->web_loop);
		lws_context_destroy(web->lws);
	}
	nx_web_loop_free(&web->web_loop);
	nx_loop_remove_end_of_turn(web->options.loop, settle, web);
	nx_handles_free(&web->requests);
	nx_crowd_free(&web->slow);
	nx_mem_free(web->write_buf);
	nx_mem_free(web);
}
