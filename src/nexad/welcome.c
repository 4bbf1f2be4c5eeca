/* The welcome (welcome.h). The password of the first administrator is printed, never logged. */
#include "nexad/welcome.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/rand.h"
#include "base/str.h"
#include "conf/conf.h"
#include "core/c2s.h"
#include "core/hooks.h"
#include "core/host.h"
#include "core/server.h"
#include "core/site.h"
#include "core/users.h"
#include "net/tls.h"

#define ADMIN_NAME "admin"
#define PASSWORD_LEN 16

/* How people call nexactl here: script/server says, elsewhere it is installed. */
static const char *nexactl(void)
{
	const char *name = getenv("NEXACTL");

	return name && *name ? name : "nexactl";
}

/* Clients on other machines need an address when no name leads here. */
static void print_machine(void)
{
	struct nx_pool *pool = nx_pool_new("welcome", 1024);
	char **names, **addresses;

	nx_tls_machine_names(pool, &names, &addresses);
	for (; *addresses; addresses++) {
		if (!nx_str_has_prefix(*addresses, "127.") && !nx_str_eq(*addresses, "::1"))
			printf("  This machine     %s\n", *addresses);
	}
	nx_pool_free(&pool);
}

static void print_web(const struct nx_server *server)
{
	const char *host = server->default_host->name;
	uint16_t port = nx_site_port(server->site), tls_port = nx_site_tls_port(server->site);

	if (tls_port)
		printf("  Web address      https://%s:%u/\n", host, tls_port);
	if (port)
		printf("  %s http://%s:%u/\n", tls_port ? "                " : "Web address     ", host, port);
	/* Before anybody has made the name known; the certificate that was made here has it too. */
	if (tls_port && strcmp(host, "localhost") != 0)
		printf("                   https://localhost:%u/ (on this machine)\n", tls_port);
}

static void print_lines_of_modules(struct nx_server *server)
{
	struct nx_buf lines = NX_BUF_INIT;

	NX_FIRE(server, welcome, &lines);
	fputs(nx_buf_str(&lines), stdout);
	nx_buf_done(&lines);
}

static void print_addresses(struct nx_server *server)
{
	const char *host = server->default_host->name;
	uint16_t port = nx_c2s_port(server->c2s), tls_port = nx_c2s_tls_port(server->c2s);

	printf("Nexa is running for %s.\n\n", host);
	if (port)
		printf("  XMPP address     %s port %u (STARTTLS)\n", host, port);
	if (tls_port)
		printf("  XMPP over TLS    %s port %u\n", host, tls_port);
	print_machine();
	print_web(server);
	print_lines_of_modules(server);
	if (!nx_conf_is_set(server->conf, NULL, "tls_cert"))
		printf("  Certificate      made here; clients trust it with %s/tls/ca.pem\n", server->state_dir);
	printf("  Data and logs    %s\n", server->state_dir);
	printf("  Administration   %s --state-dir %s help\n", nexactl(), server->state_dir);
	puts("  To stop          Ctrl-C, or send SIGTERM\n");
	if (strcmp(host, "localhost") == 0)
		puts("Accounts end in @localhost. For a name of your own, start with NEXA_HOSTS=school.example\n");
	fflush(stdout);
}

/* ---- the first administrator ---- */

struct first_admin {
	struct nx_server *server;
	char password[PASSWORD_LEN + 1];
};

static void first_admin_done(void *ctx, const struct nx_error *err)
{
	struct first_admin *admin = ctx;

	if (err) {
		nx_log(admin->server, NX_ERROR, "cannot make the first administrator: %s", err->text);
	} else {
		printf("First administrator\n  address          " ADMIN_NAME "@%s\n  password         %s\n"
		       "  Write it down: it is not shown again. To change it: %s --state-dir %s account passwd "
		       ADMIN_NAME "@%s\n\n", admin->server->default_host->name, admin->password, nexactl(), admin->server->state_dir,
		       admin->server->default_host->name);
		fflush(stdout);
	}
	nx_secret_wipe(admin->password, sizeof(admin->password));
	nx_mem_free(admin);
}

static void make_first_admin(struct nx_server *server)
{
	struct first_admin *admin = nx_mem_new(sizeof(*admin));

	admin->server = server;
	nx_rand_name(admin->password, PASSWORD_LEN);
	nx_users_create(server->default_host, ADMIN_NAME, admin->password, true, first_admin_done, admin);
}

static void counted(void *ctx, int64_t count, const struct nx_error *err)
{
	struct nx_server *server = ctx;

	if (err)
		nx_log(server, NX_ERROR, "cannot count the accounts: %s", err->text);
	else if (count == 0)
		make_first_admin(server);
}

static void print_named_admins(const struct nx_server *server)
{
	const char *const *admins = nx_conf_list(server->conf, NULL, "admins");

	for (; *admins; admins++)
		printf("Administrator %s: if this account does not exist yet, make it with\n"
		       "  %s --state-dir %s account add %s\n\n", *admins, nexactl(), server->state_dir, *admins);
	fflush(stdout);
}

void welcome(struct nx_server *server, bool makes_first_admin)
{
	print_addresses(server);
	if (!makes_first_admin)
		return;
	if (*nx_conf_list(server->conf, NULL, "admins"))
		print_named_admins(server);
	else
		nx_users_count(server, server->default_host, counted, server);
}
