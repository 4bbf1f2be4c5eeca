/* The options of the core: one row each (STYLE.md section 10). Modules have their own rows beside their code. */
#include "core/server.h"

#include "conf/conf.h"
#include "core/account.h"
#include "xmpp/scram.h"

#define KIB 1024
#define MIB (1024 * 1024)

const struct nx_option nx_core_options[] = {
	/* what is served, and where */
	{ .name = "hosts", .kind = NX_OPT_KIND_LIST, .default_text = "localhost", .needs_restart = true,
	  .help = "Domains of the accounts, as in user@DOMAIN; the first is the default" },
	{ .name = "admins", .kind = NX_OPT_KIND_LIST, .check = nx_account_check_option,
	  .help = "Addresses of administrators, besides those marked in the database" },
	{ .name = "state_dir", .kind = NX_OPT_KIND_STRING, .default_text = NX_STATE_DIR, .needs_restart = true,
	  .help = "Everything that is kept: database, certificates, logs, the control socket" },
	{ .name = "database_url", .kind = NX_OPT_KIND_STRING, .env_alias = "DATABASE_URL", .needs_restart = true, .is_secret = true,
	  .help = "sqlite:PATH; not set: nexa.db in the state directory" },
	{ .name = "modules", .kind = NX_OPT_KIND_LIST, .needs_restart = true,
	  .default_text =
		"roster"
		",subscription"
		",presence"
		",message"
		",offline"
		",blocking"
		",sid"
		",register"
		",iq"
		",ping"
		",disco"
		",session"
		",accounts"
		",quiet"
		",guest"
		",sessions"
		",status"
		",caps"
		",contact"
		",version"
		",time"
		",last"
		",vcard"
		",private"
		",groups"
		",search"
		",home"
		",web"
		",health"
		",metrics"
		",mam"
		",muc"
		",muc_activity"
		",muc_admin"
		",muc_avatar"
		",muc_hats"
		",muc_hold"
		",muc_limits"
		",muc_mentions"
		",muc_moderation"
		",muc_quiet"
		",muc_search"
		",muc_slow_mode"
		",muc_tokens"
		",muc_unread"
		",muc_vcard"
		",muc_versions"
		",extdisco"
		",upload"
		",upload_scan"
		",proxy65"
		",websocket"
		",bosh"
		",host_meta",
	  .help = "Modules to load" },
	{ .name = "listen_address", .kind = NX_OPT_KIND_STRING, .default_text = "::", .env_alias = "SERVER_HOST", .needs_restart = true,
	  .help = "Address to listen on; :: is every IPv6 and IPv4 address" },
	{ .name = "c2s_port", .kind = NX_OPT_KIND_INT, .default_int = 5222, .max = 65535, .needs_restart = true,
	  .help = "Port for clients that begin with STARTTLS; 0: none" },
	{ .name = "c2s_tls_port", .kind = NX_OPT_KIND_INT, .default_int = 5223, .max = 65535, .needs_restart = true,
	  .help = "Port for clients that begin with TLS at once (XEP-0368); 0: none" },

	/* TLS */
	{ .name = "tls_cert", .kind = NX_OPT_KIND_STRING, .is_per_host = true,
	  .help = "Certificate and chain (PEM); not set: one is made under the server's own authority, STATE/tls/ca.pem" },
	{ .name = "tls_key", .kind = NX_OPT_KIND_STRING, .is_per_host = true, .help = "Its private key (PEM)" },
	{ .name = "client_ca", .kind = NX_OPT_KIND_STRING, .is_per_host = true,
	  .help = "Authorities (PEM) whose certificates let their owners log in without a password (EXTERNAL); not set: none" },
	{ .name = "allow_plaintext", .kind = NX_OPT_KIND_BOOL, .default_int = false, .max = 1, .is_per_host = true,
	  .help = "Let clients log in without TLS; for tests and for a proxy that does TLS" },

	/* login */
	{ .name = "sasl_mechanisms", .kind = NX_OPT_KIND_LIST, .is_per_host = true,
	  .default_text = "EXTERNAL,SCRAM-SHA-256-PLUS,SCRAM-SHA-1-PLUS,SCRAM-SHA-256,SCRAM-SHA-1,PLAIN,ANONYMOUS",
	  .help = "Ways to log in; several clients need SCRAM-SHA-1 or PLAIN; EXTERNAL is for clients with a certificate (client_ca), ANONYMOUS for guests" },
	NX_OPT_INT("scram_iterations", 10000, NX_SCRAM_MIN_ITERATIONS, 1000000,
		   "PBKDF2 rounds for passwords set from now on (RFC 7677); older ones follow when their owner logs in with PLAIN"),
	NX_OPT_INT("login_tries", 5, 1, 100, "Failed logins after which a connection is closed"),
	NX_OPT_INT("login_failures_per_address", 30, 1, 100000, "Wrong passwords from one address before it has to wait"),
	NX_OPT_INT("login_failures_per_account", 10, 1, 100000, "Wrong passwords for one account from one address before that has to wait"),
	NX_OPT_INT("login_failures_per_account_total", 100, 1, 100000,
		   "Wrong passwords for one account from everywhere before addresses that its owner has not used have to wait"),
	NX_OPT_PERIOD("login_penalty", 15, 1, 3600, "Time after which one wrong password is forgotten"),
	{ .name = "guests", .kind = NX_OPT_KIND_BOOL, .max = 1, .is_per_host = true,
	  .help = "Let people in without an account, as guests with a random name; nothing is kept of them" },
	NX_OPT_INT("guests_max", 100, 1, 100000, "Guests at once, in all"),
	NX_OPT_INT("guests_per_address", 5, 1, 100000, "Guests at once from one address"),
	{ .name = "registration", .kind = NX_OPT_KIND_CHOICE, .default_text = "closed", .choices = "open|invite|closed",
	  .is_per_host = true,
	  .help = "Who may make accounts from a client: everybody, who has an invitation (nexactl invite create), or nobody" },
	{ .name = "secret_key", .kind = NX_OPT_KIND_STRING, .env_alias = "SECRET_KEY", .is_secret = true, .needs_restart = true,
	  .help = "Secret for tokens and for hiding which accounts exist; not set: made once, STATE/secret" },
	{ .name = "resource_conflict", .kind = NX_OPT_KIND_CHOICE, .default_text = "replace", .choices = "replace|refuse|rename",
	  .is_per_host = true, .help = "When a client binds a resource that is connected already (RFC 6120 section 7.7.2.2)" },

	/* limits */
	NX_OPT_BOOL("limits", true, "Rate limits and connection limits; off only for load tests"),
	NX_OPT_INT("max_connections", 10000, 1, 1000000, "Clients connected at once"),
	{ .name = "accepts_per_turn", .kind = NX_OPT_KIND_INT, .default_int = 32, .min = 1, .max = 10000, .needs_restart = true,
	  .help = "Connections taken in before everybody else has a turn" },
	NX_OPT_INT("unauthenticated_per_address", 20, 1, 100000, "Connections of one address that are not logged in yet"),
	NX_OPT_INT("bind_tries", 10, 1, 100, "Refused resources after which a connection is closed (RFC 6120 section 7.7.3)"),
	NX_OPT_PERIOD("login_timeout", 30, 1, 3600, "Time to log in after connecting"),
	{ .name = "max_resources", .kind = NX_OPT_KIND_INT, .default_int = 20, .min = 1, .max = 10000, .is_per_host = true,
	  .help = "Connections of one account at once" },
	NX_OPT_SIZE("stanza_max", 256 * KIB, 10000, 64 * MIB, "Largest stanza; larger ones end the stream"),
	NX_OPT_SIZE("stanza_max_before_login", 10000, 4096, 1 * MIB, "The same before login"),
	NX_OPT_SIZE("start_tag_max", 16 * KIB, 1024, 1 * MIB, "Largest start tag with its attributes"),
	NX_OPT_INT("stanza_depth_max", 32, 8, 1000, "Elements inside one another"),
	NX_OPT_INT("stanza_attrs_max", 64, 16, 1000, "Attributes of one element"),
	NX_OPT_SIZE("parser_max_stanza", 32 * KIB, 1 * KIB, 64 * MIB, "Stanza after which a parser is not used again: it never returns memory"),
	NX_OPT_INT("parser_max_uses", 10000, 1, 1000000, "How often a parser is used"),
	NX_OPT_INT("rate_stanzas", 100, 1, 1000000, "Stanzas per second of one session; faster ones are read more slowly"),
	NX_OPT_INT("rate_stanzas_burst", 500, 1, 1000000, "How many stanzas may come at once"),
	NX_OPT_SIZE("rate_bytes", 512 * KIB, 1 * KIB, 1024 * MIB, "Bytes per second of one session"),
	NX_OPT_SIZE("rate_bytes_burst", 2 * MIB, 16 * KIB, 1024 * MIB, "How many bytes may come at once"),
	NX_OPT_SIZE("output_drop", 256 * KIB, 16 * KIB, 1024 * MIB, "Bytes waiting for a client above which it gets no presence and chat states"),
	NX_OPT_SIZE("output_max", 1 * MIB, 64 * KIB, 1024 * MIB, "Bytes that may wait for a client that does not read"),
	NX_OPT_PERIOD("output_stall", 60, 5, 3600, "Time after which such a client is closed"),
	NX_OPT_PERIOD("silent_after", 120, 10, 86400, "Silence after which the server makes sure that a client is still there"),
	{ .name = "store_max_jobs", .kind = NX_OPT_KIND_INT, .default_int = 20000, .min = 100, .max = 10000000, .needs_restart = true,
	  .help = "Jobs waiting for the database above which clients are not read" },
	{ .name = "store_max", .kind = NX_OPT_KIND_SIZE, .default_int = 32 * MIB, .min = 1 * MIB, .max = 1024LL * 1024 * MIB,
	  .needs_restart = true, .help = "Bytes waiting for the database, or behind it, above which clients are not read" },
	NX_OPT_INT("account_cache", 1000, 0, 1000000, "Accounts kept in memory that nobody uses at the moment; as many credentials of recent logins"),
	NX_OPT_SIZE("account_cache_max", 32 * MIB, 0, 1024LL * 1024 * MIB, "Bytes that these accounts may take together"),

	/* the process */
	{ .name = "workers", .kind = NX_OPT_KIND_INT, .default_int = 2, .min = 1, .max = 16, .needs_restart = true,
	  .help = "Threads for password hashes" },
	{ .name = "store_readers", .kind = NX_OPT_KIND_INT, .default_int = 1, .min = 1, .max = 4, .needs_restart = true,
	  .help = "Threads that read from the database" },
	{ .name = "store_cache", .kind = NX_OPT_KIND_SIZE, .default_int = 2 * MIB, .min = 64 * KIB, .max = 64LL * 1024 * MIB, .needs_restart = true,
	  .help = "Memory for pages of the database, once for what writes to it and once for each reader" },
	NX_OPT_PERIOD("stop_timeout", 10, 1, 600, "Time for clients and the database to finish when the server stops"),
	{ .name = "log_level", .kind = NX_OPT_KIND_CHOICE, .default_text = "info", .choices = "error|warning|info|debug",
	  .env_alias = "LOG_LEVEL", .help = "How much is written to the logs" },
	{ .name = "debug", .kind = NX_OPT_KIND_BOOL, .max = 1, .env_alias = "DEBUG", .help = "The same as log_level = debug" },
	{ .name = "log_dir", .kind = NX_OPT_KIND_STRING, .needs_restart = true,
	  .help = "Directory of the logs; not set: STATE/log; \"stderr\": the standard error stream" },
	{ .name = "log_keep", .kind = NX_OPT_KIND_PERIOD, .default_int = 30 * 86400, .min = 86400, .max = 3650LL * 86400,
	  .needs_restart = true, .help = "Rotated logs older than this are removed" },
	{ .name = "log_max", .kind = NX_OPT_KIND_SIZE, .default_int = 100 * MIB, .min = 64 * KIB, .max = 1024LL * 1024 * MIB,
	  .needs_restart = true, .help = "A log larger than this is rotated within a minute" },
	NX_OPT_END
};
