/* mod_proxy65: a proxy for files between clients that do not reach one another (XEP-0065, the mediated connection of section 6).
 * The component says where the proxy is and activates streams; the proxy listens on a port of its own (relay.c). Who has no
 * account here finds and activates nothing; the other side of a stream may be anybody. */
#include "mod_proxy65/proxy65.h"

#include <string.h>

#include <openssl/sha.h>

#include "base/error.h"
#include "base/list.h"
#include "base/map.h"
#include "net/crowd.h"
#include "net/listener.h"

#define NS_BYTESTREAMS "http://jabber.org/protocol/bytestreams"
#define KIB 1024

static const struct nx_option proxy65_options[] = {
	{ .name = "proxy65_port", .kind = NX_OPT_KIND_INT, .default_int = 7777, .max = 65535, .needs_restart = true,
	  .help = "Port of the proxy for files between clients; 0: none" },
	{ .name = "proxy65_domain", .kind = NX_OPT_KIND_STRING, .default_text = "proxy.*", .is_per_host = true, .needs_restart = true,
	  .check = nx_component_check_option, .help = "Domain of that proxy; * stands for the host, \"\" for none" },
	{ .name = "proxy65_host", .kind = NX_OPT_KIND_STRING, .is_per_host = true,
	  .help = "Name or address under which clients reach it; not set: the host's domain" },
	NX_OPT_INT("proxy65_connections", 200, 2, 100000, "Connections to the proxy at once; a file takes two"),
	NX_OPT_INT("proxy65_per_address", 20, 1, 100000, "How many of them may come from one address"),
	NX_OPT_INT("proxy65_per_account", 4, 1, 10000, "Files that an account may send at once"),
	NX_OPT_SIZE("proxy65_rate", 4096 * KIB, 1 * KIB, 1024LL * 1024 * KIB, "Bytes per second of one sender"),
	NX_OPT_PERIOD("proxy65_idle", 300, 1, 86400, "Time after which a stream on which nothing is sent is closed"),
	NX_OPT_END
};

/* ---- who may ---- */

static bool is_own(const struct nx_event *ev)
{
	return ev->sender && !ev->sender->is_guest && ev->sender->host == ev->component->host;
}

static enum nx_verdict refuse_others(struct nx_event *ev)
{
	return nx_event_refuse(ev, NX_E_FORBIDDEN, "This proxy is for those who have an account here");
}

/* ---- where it is (section 4) ---- */

static enum nx_verdict tell_address(struct nx_module *mod, struct nx_event *ev)
{
	struct nx_xml *answer = nx_xml_new(ev->pool, NS_BYTESTREAMS, "query"), *place;
	const struct nx_host *host = ev->component->host;
	const char *address = nx_conf_str(mod->server->conf, host->name, "proxy65_host");

	if (ev->component->mod != mod)
		return NX_PASS;
	if (!is_own(ev))
		return refuse_others(ev);
	place = nx_xml_add(answer, NULL, "streamhost");
	nx_xml_set(place, "jid", ev->component->name);
	nx_xml_set(place, "host", address && *address ? address : nx_jid_domain_to_ascii(ev->pool, host->name));
	nx_xml_set(place, "port", nx_pool_printf(ev->pool, "%lld", (long long)nx_conf_int(mod->server->conf, NULL, "proxy65_port")));
	return nx_event_answer(ev, answer);
}

/* ---- activation (section 6.3.5) ---- */

static void make_hash(struct nx_pool *pool, const char *sid, const char *requester, const char *target, char hash[SOCKS_HASH_LEN + 1])
{
	const char *text = nx_pool_printf(pool, "%s%s%s", sid, requester, target);
	unsigned char digest[SHA_DIGEST_LENGTH];

	SHA1((const unsigned char *)text, strlen(text), digest);
	nx_hex_encode(hash, digest, sizeof(digest));
}

/* Section 6.3.2 rule 3: both may have used their full or their bare JIDs; the target's is as it is told here. */
static struct stream *find_stream(const struct proxy65 *own, struct nx_event *ev, const char *sid, const char *target)
{
	const char *bare = nx_jid_bare_str(ev->pool, &ev->from);
	char hash[SOCKS_HASH_LEN + 1];
	struct stream *stream;

	make_hash(ev->pool, sid, ev->from.full, target, hash);
	stream = relay_find(own, hash);
	if (stream)
		return stream;
	make_hash(ev->pool, sid, bare, target, hash);
	return relay_find(own, hash);
}

/* NULL, and ev->error is set. */
static struct stream *check_activation(struct nx_module *mod, struct nx_event *ev, const char *sid, const char *bare)
{
	const struct nx_xml *activate = nx_xml_child(ev->payload, NS_BYTESTREAMS, "activate");
	struct proxy65 *own = mod->data;
	struct stream *stream;
	struct nx_jid target;
	struct nx_error err;

	if (!sid || !*sid || !activate || nx_jid_parse(ev->pool, nx_xml_content(activate), &target, &err) < 0) {
		nx_event_refuse(ev, NX_E_BAD_REQUEST, "Say which stream: sid, and <activate/> with the address of the target");
		return NULL;
	}
	stream = find_stream(own, ev, sid, target.full);
	if (!stream) {
		nx_event_refuse(ev, NX_E_ITEM_NOT_FOUND, "Nobody has connected to the proxy for that stream");
		return NULL;
	}
	if (!relay_is_complete(stream)) {
		nx_event_refuse(ev, NX_E_NOT_ALLOWED, "Only one of the two has connected to the proxy");
		return NULL;
	}
	if (relay_count_of(own, bare) >= nx_conf_int(mod->server->conf, NULL, "proxy65_per_account")) {
		nx_event_refuse(ev, NX_E_RESOURCE_CONSTRAINT, "You send too many files at once; wait until one of them is through");
		return NULL;
	}
	return stream;
}

static enum nx_verdict activate(struct nx_module *mod, struct nx_event *ev)
{
	const char *bare = nx_jid_bare_str(ev->pool, &ev->from);
	struct stream *stream;

	if (ev->component->mod != mod)
		return NX_PASS;
	if (!is_own(ev))
		return refuse_others(ev);
	stream = check_activation(mod, ev, nx_xml_attr(ev->payload, "sid"), bare);
	if (!stream)
		return NX_REFUSE;
	relay_activate(stream, bare);
	return nx_event_answer(ev, NULL);
}

/* ---- life ---- */

static void accepted(void *ctx, int fd, const char *peer)
{
	relay_accept(ctx, fd, peer);
}

static bool has_port(const struct nx_module *mod)
{
	return nx_conf_int(mod->server->conf, NULL, "proxy65_port") > 0;
}

static int listen_on_port(struct nx_module *mod, struct nx_error *err)
{
	struct proxy65 *own = mod->data;
	struct nx_server *server = mod->server;

	if (!has_port(mod))
		return 0;
	own->listener = nx_listener_new(server->loop, nx_conf_str(server->conf, NULL, "listen_address"),
					(uint16_t)nx_conf_int(server->conf, NULL, "proxy65_port"), "proxy65_port",
					accepted, mod, &mod->log, err);
	return own->listener ? 0 : -1;
}

static void stop_relaying(struct nx_module *mod)
{
	struct proxy65 *own = mod->data;

	nx_listener_free(&own->listener);
	relay_cut(mod);
}

static int proxy65_start(struct nx_module *mod, struct nx_error *err)
{
	struct proxy65 *own = NX_NEW(mod->pool, struct proxy65);

	(void)err;
	nx_list_init(&own->parties);
	nx_list_init(&own->active);
	own->waiting = nx_map_new();
	own->from = nx_crowd_new();
	own->waiting_from = nx_crowd_new();
	mod->data = own;
	return 0;
}

static void proxy65_stop(struct nx_module *mod)
{
	struct proxy65 *own = mod->data;

	nx_listener_free(&own->listener);
	relay_forget(mod);
	nx_map_free(&own->waiting);
	nx_crowd_free(&own->from);
	nx_crowd_free(&own->waiting_from);
}

static void tell_metrics(struct nx_module *mod, struct nx_metrics *out)
{
	const struct proxy65 *own = mod->data;

	nx_metrics_gauge(out, "nexa_proxy_connections", NULL, "Connections to the proxy for files", own->party_count);
	nx_metrics_gauge(out, "nexa_proxy_streams", NULL, "Files that go through it now", own->active_count);
	nx_metrics_counter(out, "nexa_proxy_streams_activated", NULL, "Files that went through it", (double)own->streams);
	nx_metrics_counter(out, "nexa_proxy_relayed_bytes", "bytes", "What it has relayed", (double)own->bytes);
	nx_metrics_counter(out, "nexa_proxy_refusals", NULL, "Connections that it has refused", (double)own->refusals);
}

/* ---- rows ---- */

static const struct nx_iq_rule proxy65_iq[] = {
	{ NX_GET, NS_BYTESTREAMS, "query", NX_TO_COMPONENT, tell_address },
	{ NX_SET, NS_BYTESTREAMS, "query", NX_TO_COMPONENT, activate },
	{ 0 }
};

static const struct nx_hook proxy65_hooks[] = {
	NX_ON(listening, listen_on_port),
	NX_ON(stopping, stop_relaying),
	NX_COLLECT(metrics, tell_metrics),
	NX_HOOKS_END
};

static const struct nx_component_def proxy65_components[] = {
	{ .option = "proxy65_domain", .category = "proxy", .type = "bytestreams", .name = "File transfer proxy",
	  .features = NX_LIST(NS_BYTESTREAMS), .is_wanted = has_port },
	{ .option = NULL }
};

NX_MODULE(proxy65) = {
	NX_MODULE_HEAD(proxy65),
	.summary = "A proxy for files between clients", .xeps = "0065",
	.options = proxy65_options, .iq = proxy65_iq, .hooks = proxy65_hooks, .components = proxy65_components,
	.start = proxy65_start, .stop = proxy65_stop,
};
