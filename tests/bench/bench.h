/* One run: the options, the loop, the clients, the server's processes and the report that is being written. A scenario is a
 * function from scenario.h that logs in a fleet, takes marks around what it measures, and reports. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include "base/buf.h"
#include "client.h"
#include "flow.h"
#include "loop.h"
#include "options.h"
#include "proc.h"

struct bench {
	const struct bench_options *options;
	struct loop loop;
	struct client_shared shared;
	struct proc_set server;
	struct client *clients;
	unsigned client_count;
	unsigned failures;              /* of logins and of connections that should have stayed */
	const char *first_failure;
	struct nx_buf json, line;       /* the report */
};

/* A moment: what had been used until then. */
struct mark {
	int64_t ns;
	double server_cpu_secs, own_cpu_secs;
};

/* Makes room for count clients, client i with account i modulo users, all with these events and this ctx. */
void fleet_init(struct bench *bench, unsigned count, const struct client_events *events, void *ctx);
/* Logs them in, so many at once; with presence when asked (RFC 6121 section 4.2: the roster first). 0, or -1 when some did not come
 * in. Until it returns, stanzas go nowhere. */
int fleet_login(struct bench *bench, bool with_presence);
/* Logs in client after client that is closed: those from first on, count of them. */
int fleet_login_some(struct bench *bench, unsigned first, unsigned count, bool with_presence);
void fleet_close(struct bench *bench);
void fleet_close_some(struct bench *bench, unsigned first, unsigned count);
/* For the failed event of a scenario. */
void bench_count_failure(struct bench *bench, const char *reason);

struct mark bench_mark(const struct bench *bench);
/* The report: JSON members. People get those that have a unit in the line. */
void report_begin(struct bench *bench);
void report_int(struct bench *bench, const char *name, int64_t value);
void report_number(struct bench *bench, const char *name, double value);
/* done things between two marks: per wall second, per CPU second of the server, and what the generator used itself. */
void report_rates(struct bench *bench, const char *prefix, uint64_t done, const struct mark *from, const struct mark *to);
void report_latency(struct bench *bench, const struct hist *hist);
void report_flows(struct bench *bench, const struct flow *flows, uint32_t count);
void report_end(struct bench *bench);

#endif
