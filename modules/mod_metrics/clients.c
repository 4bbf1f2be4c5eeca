/* mod_metrics: what clients do, as the core has counted it (core/counts.h). */
#include "mod_metrics/metrics.h"

#include <string.h>

#include "base/handles.h"
#include "core/module.h"
#include "net/conn.h"
#include "xmpp/error.h"

/* ---- connections and sessions ---- */

/* Those that are always told, so that a graph has its zeros; others follow as they are met. */
#define MAX_TRANSPORTS 8
static const char *const usual_transports[] = { "tcp", "tls", "ws", "wss", "bosh" };

struct census {
	const char *transports[MAX_TRANSPORTS];
	unsigned connections[MAX_TRANSPORTS];
	unsigned logging_in, connected, available, ending;
};

static void count_transport(struct census *census, const char *transport)
{
	size_t i = 0;

	while (i < MAX_TRANSPORTS - 1 && census->transports[i] && strcmp(census->transports[i], transport) != 0)
		i++;
	census->transports[i] = transport;
	census->connections[i]++;
}

static void count_session(struct census *census, const struct nx_session *sess)
{
	switch (sess->state) {
	case NX_SESSION_NEGOTIATING:
		census->logging_in++;
		break;
	case NX_SESSION_BOUND:
		if (sess->is_available)
			census->available++;
		else
			census->connected++;
		break;
	case NX_SESSION_ENDED:
		census->ending++;
		break;
	}
	count_transport(census, nx_conn_transport(sess->conn));
}

static void take_census(struct census *census, const struct nx_server *server)
{
	const struct nx_session *sess;
	uint32_t pos = 0;

	memcpy(census->transports, usual_transports, sizeof(usual_transports));
	while ((sess = nx_handles_next(server->sessions, &pos)))
		count_session(census, sess);
}

static void tell_connections(const struct nx_server *server, struct nx_metrics *out)
{
	struct census census = {0};

	take_census(&census, server);
	nx_metrics_family(out, NX_METRIC_GAUGE, "nexa_connections", NULL, "Clients that are connected, by what carries them");
	for (size_t i = 0; i < MAX_TRANSPORTS && census.transports[i]; i++)
		nx_metrics_value(out, census.connections[i], "transport", census.transports[i], NULL);
	nx_metrics_family(out, NX_METRIC_GAUGE, "nexa_sessions", NULL, "Clients that are connected, by how far they are");
	nx_metrics_value(out, census.logging_in, "state", "logging_in", NULL);
	nx_metrics_value(out, census.connected, "state", "connected", NULL);
	nx_metrics_value(out, census.available, "state", "available", NULL);
	nx_metrics_value(out, census.ending, "state", "ending", NULL);
	nx_metrics_counter(out, "nexa_connections_opened", NULL, "Clients that have connected", (double)server->counts.connections);
	nx_metrics_gauge(out, "nexa_accounts_in_memory", NULL, "Accounts that are in use or were lately",
			 (double)nx_accounts_count(server->accounts));
}

/* ---- logins ---- */

static void tell_by_mechanism(struct nx_metrics *out, const uint64_t counts[NX_MECHANISMS])
{
	for (unsigned i = 0; i < NX_MECHANISMS; i++)
		nx_metrics_value(out, (double)counts[i], "mechanism", nx_mechanism_name(i), NULL);
}

static void tell_logins(const struct nx_counts *counts, struct nx_metrics *out)
{
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_logins", NULL, "Logins that worked");
	tell_by_mechanism(out, counts->logins);
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_login_failures", NULL, "Logins that were refused, for whatever reason");
	tell_by_mechanism(out, counts->login_failures);
	nx_metrics_counter(out, "nexa_wrong_passwords", NULL, "Logins refused because the name or the password was wrong",
			   (double)counts->wrong_passwords);
	nx_metrics_family(out, NX_METRIC_HISTOGRAM, "nexa_login_duration_seconds", "seconds",
			  "From the first message of a login to its outcome, the client's own time in between included");
	for (unsigned i = 0; i < NX_MECHANISMS; i++)
		nx_metrics_histogram(out, &counts->login_times[i], "mechanism", nx_mechanism_name(i), NULL);
}

/* ---- stanzas ---- */

static void tell_by_kind(struct nx_metrics *out, const uint64_t counts[NX_STANZA_KINDS], const char *direction)
{
	for (enum nx_stanza_kind kind = NX_STANZA_MESSAGE; kind < NX_STANZA_KINDS; kind++)
		nx_metrics_value(out, (double)counts[kind], "kind", nx_stanza_kind_name(kind), "direction", direction, NULL);
}

static void tell_stanzas(const struct nx_counts *counts, struct nx_metrics *out)
{
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_stanzas", NULL, "Stanzas that came from clients (in) and went to them (out)");
	tell_by_kind(out, counts->stanzas_in, "in");
	tell_by_kind(out, counts->stanzas_out, "out");
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_stream_bytes", "bytes", "The same in bytes, without TLS");
	nx_metrics_value(out, (double)counts->bytes_in, "direction", "in", NULL);
	nx_metrics_value(out, (double)counts->bytes_out, "direction", "out", NULL);
	nx_metrics_family(out, NX_METRIC_HISTOGRAM, "nexa_routing_duration_seconds", "seconds",
			  "From the arrival of a stanza until it is delivered or answered, commit included; every 16th is measured");
	for (enum nx_stanza_kind kind = NX_STANZA_MESSAGE; kind < NX_STANZA_KINDS; kind++)
		nx_metrics_histogram(out, &counts->routing_times[kind], "kind", nx_stanza_kind_name(kind), NULL);
}

/* ---- errors ---- */

/* Several kinds may be one condition. */
static void tell_by_condition(struct nx_metrics *out, const uint64_t counts[NX_E_LAST], const char *(*condition_of)(enum nx_error_kind kind))
{
	struct { const char *condition; uint64_t count; } told[NX_E_LAST];
	size_t many = 0;

	for (enum nx_error_kind kind = NX_E_NONE + 1; kind < NX_E_LAST; kind++) {
		const char *condition = condition_of(kind);
		size_t i = 0;

		while (i < many && strcmp(told[i].condition, condition) != 0)
			i++;
		if (i == many) {
			told[many].condition = condition;
			told[many++].count = 0;
		}
		told[i].count += counts[kind];
	}
	for (size_t i = 0; i < many; i++)
		nx_metrics_value(out, (double)told[i].count, "condition", told[i].condition, NULL);
}

static void tell_errors(const struct nx_counts *counts, struct nx_metrics *out)
{
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_stanza_errors", NULL, "Stanzas that were answered with an error");
	tell_by_condition(out, counts->stanza_errors, nx_error_stanza_condition);
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_stream_errors", NULL, "Streams of clients that were ended with an error");
	tell_by_condition(out, counts->stream_errors, nx_error_stream_condition);
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_login_errors", NULL, "Logins that were refused, by what the client was told");
	tell_by_condition(out, counts->login_errors, nx_error_sasl_condition);
}

void metrics_tell_clients(const struct nx_server *server, struct nx_metrics *out)
{
	tell_connections(server, out);
	tell_logins(&server->counts, out);
	tell_stanzas(&server->counts, out);
	tell_errors(&server->counts, out);
}
