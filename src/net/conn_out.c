/* Output queues: copied bytes in 1 KiB chunks from a free list, shared blobs by reference.
 *
 * A queue is a chain of pieces. Copied bytes go to the end of the queue's open chunk; when a blob comes in between,
 * the next copy begins a new piece in the same chunk, so a thousand small start tags do not cost a thousand chunks.
 * Chunks are small because a message to everybody takes one per connection until the end of the turn. */
#include "net/conn_private.h"

#include "base/blob.h"
#include "base/mem.h"

#include <string.h>

#define MAX_SPARE_CHUNKS 1024u          /* 1 MiB */
#define MAX_SPARE_PIECES 4096u
#define SMALL_BLOB_BYTES 256u           /* up to here a copy is cheaper than a piece and an iovec */

static struct nx_chunk *chunk_get(struct nx_net *net)
{
	struct nx_chunk *chunk = net->free_chunks;

	if (chunk) {
		net->free_chunks = chunk->next_free;
		net->free_chunk_count--;
	} else {
		/* nx_mem_new() would zero it for nothing. */
		chunk = nx_mem_resize(NULL, sizeof(*chunk));
	}
	chunk->refs = 1;
	chunk->used = 0;
	return chunk;
}

static void chunk_unref(struct nx_net *net, struct nx_chunk *chunk)
{
	if (!chunk || --chunk->refs > 0)
		return;
	if (net->free_chunk_count >= MAX_SPARE_CHUNKS) {
		nx_mem_free(chunk);
		return;
	}
	chunk->next_free = net->free_chunks;
	net->free_chunks = chunk;
	net->free_chunk_count++;
}

static struct nx_piece *piece_append(struct nx_net *net, struct nx_out *out)
{
	struct nx_piece *piece = net->free_pieces;

	if (piece) {
		net->free_pieces = piece->next;
		net->free_piece_count--;
	} else {
		piece = nx_mem_new(sizeof(*piece));
	}
	*piece = (struct nx_piece){ 0 };
	if (out->last)
		out->last->next = piece;
	else
		out->first = piece;
	out->last = piece;
	return piece;
}

static void piece_drop_first(struct nx_net *net, struct nx_out *out)
{
	struct nx_piece *piece = out->first;

	out->first = piece->next;
	if (!out->first)
		out->last = NULL;
	chunk_unref(net, piece->chunk);
	nx_blob_unref(&piece->blob);
	if (net->free_piece_count >= MAX_SPARE_PIECES) {
		nx_mem_free(piece);
		return;
	}
	piece->next = net->free_pieces;
	net->free_pieces = piece;
	net->free_piece_count++;
}

void nx_out_add(struct nx_net *net, struct nx_out *out, const void *data, size_t len)
{
	const char *src = data;

	while (len > 0) {
		if (!out->open || out->open->used == NX_CHUNK_BYTES) {
			chunk_unref(net, out->open);
			out->open = chunk_get(net);
		}
		struct nx_chunk *chunk = out->open;
		char *dst = chunk->data + chunk->used;
		size_t room = NX_CHUNK_BYTES - chunk->used;
		size_t n = len < room ? len : room;
		struct nx_piece *piece = out->last;

		if (!piece || piece->chunk != chunk || piece->ends_message) {
			piece = piece_append(net, out);
			piece->chunk = chunk;
			piece->data = dst;
			chunk->refs++;
		}
		memcpy(dst, src, n);
		chunk->used += (uint32_t)n;
		piece->len += n;
		out->bytes += n;
		src += n;
		len -= n;
	}
}

void nx_out_add_blob(struct nx_net *net, struct nx_out *out, struct nx_blob *blob)
{
	if (blob->len <= SMALL_BLOB_BYTES) {
		nx_out_add(net, out, blob->data, blob->len);
		return;
	}
	struct nx_piece *piece = piece_append(net, out);

	piece->blob = nx_blob_ref(blob);
	piece->data = blob->data;
	piece->len = blob->len;
	out->bytes += blob->len;
}

int nx_out_iov(const struct nx_out *out, struct iovec iov[NX_MAX_IOV], size_t max_bytes)
{
	int count = 0;

	for (const struct nx_piece *p = out->first; p && count < NX_MAX_IOV && max_bytes > 0; p = p->next) {
		size_t n = p->len < max_bytes ? p->len : max_bytes;

		iov[count].iov_base = (void *)(uintptr_t)p->data;
		iov[count].iov_len = n;
		count++;
		max_bytes -= n;
	}
	return count;
}

const char *nx_out_peek(const struct nx_out *out, char *buf, size_t max_bytes, size_t *len_r)
{
	const struct nx_piece *first = out->first;
	size_t len = 0;

	if (first && (!first->next || first->len >= max_bytes)) {
		*len_r = first->len < max_bytes ? first->len : max_bytes;
		return first->data;
	}
	for (const struct nx_piece *p = first; p && len < max_bytes; p = p->next) {
		size_t room = max_bytes - len;
		size_t n = p->len < room ? p->len : room;

		memcpy(buf + len, p->data, n);
		len += n;
	}
	*len_r = len;
	return buf;
}

const char *nx_out_peek_message(const struct nx_out *out, char *buf, size_t max_bytes, size_t *len_r, bool *is_end_r)
{
	size_t len = 0;

	*is_end_r = false;
	for (const struct nx_piece *p = out->first; p && len <= max_bytes && !*is_end_r; p = p->next) {
		len += p->len;
		*is_end_r = p->ends_message;
	}
	if (len > max_bytes) {
		len = max_bytes;
		*is_end_r = false;
	}
	return nx_out_peek(out, buf, len, len_r);
}

static void close_open_chunk(struct nx_net *net, struct nx_out *out)
{
	chunk_unref(net, out->open);
	out->open = NULL;
}

void nx_out_consume(struct nx_net *net, struct nx_out *out, size_t len)
{
	out->bytes -= len;
	while (len > 0) {
		struct nx_piece *piece = out->first;

		if (len < piece->len) {
			piece->data += len;
			piece->len -= len;
			return;
		}
		len -= piece->len;
		piece_drop_first(net, out);
	}
	if (!out->first)
		close_open_chunk(net, out);
}

void nx_out_move(struct nx_net *net, struct nx_out *from, struct nx_out *to)
{
	if (!from->first)
		return;
	/* The pieces at the end may not grow any more: their chunk's free part belongs to nobody now. */
	close_open_chunk(net, from);
	close_open_chunk(net, to);
	if (to->last)
		to->last->next = from->first;
	else
		to->first = from->first;
	to->last = from->last;
	to->bytes += from->bytes;
	*from = (struct nx_out){ 0 };
}

void nx_out_clear(struct nx_net *net, struct nx_out *out)
{
	while (out->first)
		piece_drop_first(net, out);
	close_open_chunk(net, out);
	out->bytes = 0;
}

void nx_out_free_spares(struct nx_net *net)
{
	for (struct nx_chunk *chunk; (chunk = net->free_chunks); ) {
		net->free_chunks = chunk->next_free;
		nx_mem_free(chunk);
	}
	for (struct nx_piece *piece; (piece = net->free_pieces); ) {
		net->free_pieces = piece->next;
		nx_mem_free(piece);
	}
}
