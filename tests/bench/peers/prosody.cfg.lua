-- Prosody for the bench: what Debian's configuration enables of what nexad has too, generational garbage collection, internal
-- storage, no rate limits. @DIR@, @HASH@ and the ports are filled in by run. When nexad gets a feature, add it here.
run_as_root = true
data_path = "@DIR@/data"
pidfile = "@DIR@/prosody.pid"
plugin_paths = { "@PEERS@/prosody-modules" }
use_libevent = false
network_backend = "epoll"
network_settings = { tcp_backlog = 511 }
gc = { mode = "generational" }
log = { info = "@DIR@/prosody.log" }
modules_enabled = { "roster", "saslauth", "tls", "disco", "ping", "blocklist", "private", "vcard", "time", "version", "uptime",
	"lastactivity", "posix", "websocket", "bench_accounts" }
modules_disabled = { "s2s" }
interfaces = { "127.0.0.1" }
c2s_ports = { @PORT@ }
c2s_direct_tls_ports = { @TLS_PORT@ }
c2s_require_encryption = false
http_ports = { @HTTP_PORT@ }
http_interfaces = { "127.0.0.1" }
https_ports = { @HTTPS_PORT@ }
https_interfaces = { "127.0.0.1" }
https_certificate = "@PEM@"
http_host = "localhost"
http_paths = { websocket = "/xmpp-websocket" }
allow_unencrypted_plain_auth = true
authentication = "internal_hashed"
password_hash = "@HASH@"
storage = "internal"
certificates = "@DIR@"
ssl = { certificate = "@CERT@", key = "@KEY@" }
bench_accounts = { @ACCOUNTS@ }
bench_password = "@PASSWORD@"
VirtualHost "localhost"
-- Rooms keep what is said only when their configuration says so. The limit of items would make it rewrite its files.
Component "conference.localhost" "muc"
	modules_enabled = { "muc_mam" }
	muc_log_by_default = false
	muc_log_expires_after = "never"
	storage_archive_item_limit = 100000000
