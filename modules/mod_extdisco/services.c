/* mod_extdisco: services and their secrets, as the options tell them. The addresses of services are those of RFC 7064 and 7065
 * ("turn:turn.school.example:3478?transport=udp"), with any type. */
#include "mod_extdisco/extdisco.h"

#include <string.h>

#include "base/error.h"

static int check_service(const char *text, struct nx_error *why);
static int check_secret(const char *text, struct nx_error *why);
static int check_login(const char *text, struct nx_error *why);

const struct nx_option extdisco_options[] = {
	{ .name = "external_services", .kind = NX_OPT_KIND_LIST, .is_per_host = true, .check = check_service,
	  .help = "STUN and TURN servers and others that clients should know: stun:HOST, turn:HOST:PORT?transport=udp, turns:HOST" },
	{ .name = "external_secrets", .kind = NX_OPT_KIND_LIST, .is_per_host = true, .is_secret = true, .check = check_secret,
	  .help = "Secrets shared with TURN servers (coturn's static-auth-secret): one for all, or \"HOST SECRET\"" },
	{ .name = "external_logins", .kind = NX_OPT_KIND_LIST, .is_per_host = true, .is_secret = true, .check = check_login,
	  .help = "Services where everybody has the same name and password: \"HOST NAME PASSWORD\"" },
	{ .name = "external_life", .kind = NX_OPT_KIND_PERIOD, .default_int = 86400, .min = 60, .max = 30 * 86400, .is_per_host = true,
	  .help = "How long credentials for TURN servers are good that are made from a secret" },
	{ .name = "external_guests", .kind = NX_OPT_KIND_BOOL, .max = 1, .is_per_host = true,
	  .help = "Guests may use services that need credentials too" },
	NX_OPT_END
};

/* ---- one address ---- */

/* RFC 7064 and 7065 sections 3.2: what is not said. */
static const struct { const char *type, *port, *transport; } usual[] = {
	{ "stun", "3478", "udp" }, { "stuns", "5349", "tcp" }, { "turn", "3478", "udp" }, { "turns", "5349", "tcp" },
	{ NULL, NULL, "tcp" }
};

static bool is_of(const char *text, const char *more)
{
	if (!*text)
		return false;
	for (; *text; text++) {
		bool is_alnum = (*text >= 'a' && *text <= 'z') || (*text >= '0' && *text <= '9') || (*text >= 'A' && *text <= 'Z');

		if (!is_alnum && !strchr(more, *text))
			return false;
	}
	return true;
}

/* "HOST", "HOST:PORT", "[2001:db8::1]:PORT"; text is changed. */
static bool parse_place(char *text, struct service *service)
{
	char *end = *text == '[' ? strchr(text, ']') : NULL;
	char *colon = strchr(end ? end : text, ':');
	int64_t port;

	if (*text == '[' && (!end || (end[1] && end[1] != ':')))
		return false;
	if (colon) {
		*colon = '\0';
		service->port = colon + 1;
		if (nx_str_to_i64(colon + 1, 1, 65535, &port) < 0)
			return false;
	}
	if (end)
		*end = '\0';
	service->host = end ? text + 1 : text;
	return is_of(service->host, end ? ":." : "-.");
}

static bool parse_service(struct nx_pool *pool, const char *text, struct service *service)
{
	static const char transport_word[] = "transport=";
	char *copy = nx_pool_strdup(pool, text), *colon = strchr(copy, ':'), *query;
	size_t i = 0;

	*service = (struct service){ .type = copy };
	if (!colon)
		return false;
	*colon = '\0';
	query = strchr(colon + 1, '?');
	if (query)
		*query++ = '\0';
	if (!is_of(copy, "-.") || !parse_place(colon + 1, service))
		return false;
	while (usual[i].type && !nx_str_eq(usual[i].type, service->type))
		i++;
	if (!service->port)
		service->port = usual[i].port;
	service->transport = usual[i].transport;
	if (!query)
		return true;
	if (!nx_str_has_prefix(query, transport_word))
		return false;
	service->transport = query + strlen(transport_word);
	return is_of(service->transport, "-");
}

static int check_service(const char *text, struct nx_error *why)
{
	struct nx_pool *pool = nx_pool_new("check", 256);
	struct service service;
	bool is_good = parse_service(pool, text, &service);

	nx_pool_free(&pool);
	return is_good ? 0 : nx_fail(why, NX_E_CONFIG, "not the address of a service; write turn:turn.school.example:3478?transport=udp");
}

/* ---- secrets ---- */

static size_t count_words(const char *text)
{
	struct nx_pool *pool = nx_pool_new("check", 256);
	char **words = nx_str_split(pool, text, ' ');
	size_t count = 0;

	while (words[count])
		count++;
	nx_pool_free(&pool);
	return count;
}

static int check_secret(const char *text, struct nx_error *why)
{
	size_t words = count_words(text);

	return words == 1 || words == 2 ? 0 : nx_fail(why, NX_E_CONFIG, "neither a secret nor a host and its secret");
}

static int check_login(const char *text, struct nx_error *why)
{
	return count_words(text) == 3 ? 0 : nx_fail(why, NX_E_CONFIG, "not a host, a name and a password, with blanks between them");
}

/* A secret for the host goes before the one for all. Only TURN servers know how to use it. */
static void find_secret(const struct nx_conf *conf, const char *host, struct nx_pool *pool, struct service *service)
{
	const char *const *entries = nx_conf_list(conf, host, "external_secrets");
	bool is_own = false;

	if (!nx_str_eq(service->type, "turn") && !nx_str_eq(service->type, "turns"))
		return;
	for (; *entries; entries++) {
		char **words = nx_str_split(pool, *entries, ' ');

		if (words[1] && nx_str_eq(words[0], service->host)) {
			service->secret = words[1];
			is_own = true;
		} else if (!words[1] && !is_own) {
			service->secret = words[0];
		}
	}
}

static void find_login(const struct nx_conf *conf, const char *host, struct nx_pool *pool, struct service *service)
{
	const char *const *entries = nx_conf_list(conf, host, "external_logins");

	for (; *entries; entries++) {
		char **words = nx_str_split(pool, *entries, ' ');

		if (!nx_str_eq(words[0], service->host) || nx_str_has_prefix(service->type, "stun"))
			continue;
		service->username = words[1];
		service->password = words[2];
	}
}

/* ---- the list ---- */

struct services *services_read(const struct nx_module *mod, const struct nx_host *host)
{
	struct nx_pool *pool = nx_pool_new("services", 1024);
	struct services *services = NX_NEW(pool, struct services);
	const struct nx_conf *conf = mod->server->conf;
	const char *const *entries = nx_conf_list(conf, host->name, "external_services");
	size_t count = 0;

	while (entries[count])
		count++;
	services->pool = pool;
	services->list = NX_NEW_ARRAY(pool, struct service, count + 1);
	for (; *entries; entries++) {
		struct service *service = &services->list[services->count];

		/* What stands twice is told once. */
		if (!parse_service(pool, *entries, service) || services_find_same(services, service))
			continue;
		find_login(conf, host->name, pool, service);
		if (!service->username)
			find_secret(conf, host->name, pool, service);
		services->count++;
	}
	return services;
}

void services_free(struct services **services)
{
	struct nx_pool *pool = *services ? (*services)->pool : NULL;

	*services = NULL;
	if (!pool)
		return;
	nx_pool_wipe(pool);
	nx_pool_free(&pool);
}

const struct service *services_find_same(const struct services *services, const struct service *service)
{
	for (size_t i = 0; i < services->count; i++) {
		const struct service *one = &services->list[i];

		if (nx_str_eq(one->type, service->type) && nx_str_eq(one->host, service->host) && nx_str_eq(one->port, service->port) &&
		    nx_str_eq(one->transport, service->transport))
			return one;
	}
	return NULL;
}

bool service_has_credentials(const struct service *service)
{
	return service->secret || service->username;
}

bool service_same_credentials(const struct service *a, const struct service *b)
{
	return nx_str_eq(a->secret, b->secret) && nx_str_eq(a->username, b->username) && nx_str_eq(a->password, b->password);
}
