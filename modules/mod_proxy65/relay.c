/* mod_proxy65: connections and what flows between them (proxy65.h). Back-pressure: who sends faster than the other reads is not
 * read from while more than a window waits for the other; the same when it is faster than proxy65_rate. So a stream takes two
 * windows of memory, whatever comes. */
#include "mod_proxy65/proxy65.h"

#include <string.h>
#include <unistd.h>

#include "base/blob.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"
#include "net/conn.h"
#include "net/crowd.h"
#include "net/loop.h"

#define WINDOW_BYTES 65536
#define GREETING_MS 10000       /* to say which stream one wants */
#define PATIENCE_MS 60000       /* for the other to come and the stream to be activated */
#define LINGER_MS 60000         /* for what is left when the other side is gone */

static struct nx_timers *timers(const struct nx_module *mod)
{
	return nx_loop_timers(mod->server->loop);
}

static int64_t option(const struct nx_module *mod, const char *name)
{
	return nx_conf_int(mod->server->conf, NULL, name);
}

static struct party *other_of(const struct party *party)
{
	const struct stream *stream = party->stream;

	return stream ? stream->parties[stream->parties[0] == party] : NULL;
}

/* It needs its place for certain now, or will not need it any more. */
static void stop_waiting(struct party *party)
{
	struct proxy65 *own = party->mod->data;

	if (party->is_waiting)
		nx_crowd_leave(own->waiting_from, nx_conn_peer_address(party->conn));
	party->is_waiting = false;
}

/* ---- streams ---- */

struct stream *relay_find(const struct proxy65 *own, const char *hash)
{
	return nx_map_find(own->waiting, hash, strlen(hash));
}

bool relay_is_complete(const struct stream *stream)
{
	return stream->parties[0] && stream->parties[1];
}

unsigned relay_count_of(const struct proxy65 *own, const char *bare)
{
	const struct stream *stream;
	unsigned count = 0;

	NX_LIST_EACH(&own->active, struct stream, link, stream)
		count += nx_str_eq(stream->owner, bare);
	return count;
}

static void stream_free(struct stream *stream)
{
	struct proxy65 *own = stream->mod->data;

	nx_timer_cancel(&stream->idle);
	if (stream->is_active) {
		nx_list_remove(&stream->link);
		own->active_count--;
		nx_log(stream->mod, NX_INFO, "stream ended account=%s bytes=%llu secs=%lld", stream->owner,
		       (unsigned long long)stream->bytes,
		       (long long)(nx_clock_ms(stream->mod->server->clock) - stream->active_at_ms) / 1000);
	} else {
		nx_map_remove(own->waiting, stream->hash, SOCKS_HASH_LEN);
	}
	nx_mem_free(stream->owner);
	nx_mem_free(stream);
}

static void lose_patience(void *arg)
{
	struct party *party = arg;

	nx_conn_abort(party->conn, "the stream was not activated in time");
}

/* Section 10.1: one requester, one target, and nobody else. */
static bool join(struct party *party)
{
	struct proxy65 *own = party->mod->data;
	struct stream *stream = relay_find(own, party->socks.hash);

	if (stream && relay_is_complete(stream))
		return false;
	if (!stream) {
		stream = nx_mem_new(sizeof(*stream));
		stream->mod = party->mod;
		memcpy(stream->hash, party->socks.hash, sizeof(stream->hash));
		nx_map_set(own->waiting, stream->hash, SOCKS_HASH_LEN, stream);
	}
	stream->parties[stream->parties[0] != NULL] = party;
	party->stream = stream;
	nx_timer_set(timers(party->mod), &party->patience, PATIENCE_MS, lose_patience, party);
	return true;
}

static void leave(struct party *party)
{
	struct stream *stream = party->stream;
	struct party *other = other_of(party);

	if (!stream)
		return;
	stream->parties[stream->parties[1] == party] = NULL;
	if (!other)
		stream_free(stream);
	else if (stream->is_active)
		nx_conn_close(other->conn, "the other side has ended", LINGER_MS);
}

static void look_whether_idle(void *arg)
{
	struct stream *stream = arg;
	int64_t limit_ms = nx_conf_period_ms(stream->mod->server->conf, NULL, "proxy65_idle");
	int64_t left_ms = stream->last_ms + limit_ms - nx_clock_ms(stream->mod->server->clock);

	if (left_ms > 0) {
		nx_timer_set(timers(stream->mod), &stream->idle, left_ms, look_whether_idle, stream);
		return;
	}
	for (size_t i = 0; i < 2; i++) {
		if (stream->parties[i])
			nx_conn_abort(stream->parties[i]->conn, "nothing was sent for too long (proxy65_idle)");
	}
}

void relay_activate(struct stream *stream, const char *owner)
{
	struct proxy65 *own = stream->mod->data;

	nx_map_remove(own->waiting, stream->hash, SOCKS_HASH_LEN);
	stream->is_active = true;
	stream->owner = nx_mem_strdup(owner);
	stream->active_at_ms = stream->last_ms = nx_clock_ms(stream->mod->server->clock);
	nx_list_append(&own->active, &stream->link);
	own->active_count++;
	own->streams++;
	for (size_t i = 0; i < 2; i++) {
		nx_timer_cancel(&stream->parties[i]->patience);
		stop_waiting(stream->parties[i]);
	}
	look_whether_idle(stream);
	nx_log(stream->mod, NX_INFO, "stream activated account=%s addresses=%s,%s", owner, nx_conn_peer_address(stream->parties[0]->conn),
	       nx_conn_peer_address(stream->parties[1]->conn));
}

/* ---- how fast ---- */

static void refill(struct party *party)
{
	double rate = (double)option(party->mod, "proxy65_rate");
	int64_t now_ms = nx_clock_ms(party->mod->server->clock);

	party->tokens += (double)(now_ms - party->tokens_at_ms) * rate / 1000;
	party->tokens_at_ms = now_ms;
	if (party->tokens > rate)
		party->tokens = rate;
}

static void has_room_again(void *arg)
{
	struct party *party = arg;

	nx_conn_resume(party->conn, NX_PAUSE_RATE);
}

static void take_tokens(struct party *party, size_t bytes)
{
	double rate = (double)option(party->mod, "proxy65_rate");

	refill(party);
	party->tokens -= (double)bytes;
	if (party->tokens >= 0)
		return;
	nx_conn_pause(party->conn, NX_PAUSE_RATE);
	nx_timer_set(timers(party->mod), &party->room, (int64_t)(-party->tokens * 1000 / rate) + 1, has_room_again, party);
}

/* ---- bytes ---- */

static void forward(struct party *party, const char *data, size_t len)
{
	struct party *other = other_of(party);
	struct proxy65 *own = party->mod->data;
	struct nx_blob *blob;

	if (!other)
		return;
	blob = nx_blob_new(data, len);
	nx_conn_send_blob(other->conn, blob);
	nx_blob_unref(&blob);
	party->stream->bytes += len;
	party->stream->last_ms = nx_clock_ms(party->mod->server->clock);
	own->bytes += len;
	if (nx_conn_queued_bytes(other->conn) >= WINDOW_BYTES)
		nx_conn_pause(party->conn, NX_PAUSE_OUTPUT_FULL);
	take_tokens(party, len);
}

static void shake_hands(struct party *party, const char *data, size_t len)
{
	struct proxy65 *own = party->mod->data;
	struct nx_buf answer = NX_BUF_INIT;
	bool may_stay = true;

	socks_feed(&party->socks, data, len, &answer);
	if (party->socks.step == SOCKS_ASKED) {
		may_stay = join(party);
		socks_answer(&party->socks, may_stay ? SOCKS_GRANTED : SOCKS_NOT_ALLOWED, &answer);
	}
	if (answer.len > 0)
		nx_conn_send(party->conn, answer.data, answer.len);
	nx_buf_done(&answer);
	if (may_stay && party->socks.step != SOCKS_REFUSED)
		return;
	own->refusals++;
	nx_conn_close(party->conn, "no stream of ours was asked for", PATIENCE_MS);
}

/* Section 10.1: what comes before the stream is active is ignored. */
static void party_data(void *ctx, const char *data, size_t len)
{
	struct party *party = ctx;

	if (!party->stream)
		shake_hands(party, data, len);
	else if (party->stream->is_active)
		forward(party, data, len);
}

static void party_drained(void *ctx)
{
	struct party *other = other_of(ctx);

	if (other)
		nx_conn_resume(other->conn, NX_PAUSE_OUTPUT_FULL);
}

/* ---- coming and going ---- */

static void party_free(struct party *party)
{
	struct proxy65 *own = party->mod->data;

	nx_timer_cancel(&party->patience);
	nx_timer_cancel(&party->room);
	nx_list_remove(&party->link);
	own->party_count--;
	nx_crowd_leave(own->from, nx_conn_peer_address(party->conn));
	stop_waiting(party);
	leave(party);
	nx_mem_free(party);
}

static void party_closed(void *ctx, const char *reason)
{
	struct party *party = ctx;

	nx_log(party->mod, NX_DEBUG, "connection ended address=%s reason=\"%s\"", nx_conn_peer_address(party->conn), reason);
	party_free(party);
}

static const struct nx_conn_events party_events = { .data = party_data, .drained = party_drained, .closed = party_closed };

/* Nobody needs an account to connect. So when all places are taken, one that waits gives way to somebody from an address from which clearly fewer
 * wait; of these the one that has waited longest. Who is part of an active stream never does. */
static bool make_place(const struct nx_module *mod, const char *address)
{
	const struct proxy65 *own = mod->data;
	unsigned few = nx_crowd_count(own->waiting_from, address) + 2;
	struct party *party;

	NX_LIST_EACH(&own->parties, struct party, link, party) {
		if (party->is_waiting && nx_crowd_count(own->waiting_from, nx_conn_peer_address(party->conn)) > few) {
			stop_waiting(party);
			nx_conn_abort(party->conn, "all places are taken, and the stream was not activated yet");
			return true;
		}
	}
	return false;
}

static bool has_place(const struct nx_module *mod, const char *address)
{
	const struct proxy65 *own = mod->data;

	if (nx_crowd_count(own->from, address) >= option(mod, "proxy65_per_address"))
		return false;
	return own->party_count < option(mod, "proxy65_connections") || make_place(mod, address);
}

void relay_accept(struct nx_module *mod, int fd, const char *address)
{
	struct proxy65 *own = mod->data;
	struct party *party;

	if (!has_place(mod, address)) {
		own->refusals++;
		close(fd);
		return;
	}
	party = nx_mem_new(sizeof(*party));
	party->mod = mod;
	party->tokens = (double)option(mod, "proxy65_rate");
	party->tokens_at_ms = nx_clock_ms(mod->server->clock);
	party->conn = nx_conn_socket_new(mod->server->loop, fd, NULL, false, &mod->log);
	nx_list_append(&own->parties, &party->link);
	own->party_count++;
	party->is_waiting = true;
	nx_crowd_enter(own->from, nx_conn_peer_address(party->conn));
	nx_crowd_enter(own->waiting_from, nx_conn_peer_address(party->conn));
	nx_conn_set_events(party->conn, &party_events, party);
	nx_timer_set(timers(mod), &party->patience, GREETING_MS, lose_patience, party);
}

void relay_cut(struct nx_module *mod)
{
	struct proxy65 *own = mod->data;
	struct party *party;

	NX_LIST_EACH(&own->parties, struct party, link, party)
		nx_conn_abort(party->conn, "the server stops");
}

void relay_forget(struct nx_module *mod)
{
	struct proxy65 *own = mod->data;
	struct party *party;

	relay_cut(mod);
	while ((party = NX_LIST_FIRST(&own->parties, struct party, link)))
		party_free(party);
}
