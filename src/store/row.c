/* Packed rows: the arguments of a statement and the rows of an answer cross threads in one buffer each,
 * instead of one allocation per value. Layout of a row: its head, its values, then the bytes of texts and blobs,
 * each followed by a NUL; rows follow one another at multiples of eight. */
#include "store/store_private.h"

#include <string.h>

#include "base/assert.h"

#define ROW_ALIGN 8

struct nx_row *nx_row_add(struct nx_buf *buf, unsigned count, size_t bytes)
{
	size_t head = sizeof(struct nx_row) + count * sizeof(struct nx_value);
	size_t size = (head + bytes + ROW_ALIGN - 1) / ROW_ALIGN * ROW_ALIGN;
	struct nx_row *row = (struct nx_row *)(void *)nx_buf_reserve(buf, size);

	memset(row, 0, head);
	row->size = size;
	row->used = head;
	row->count = count;
	buf->len += size;
	return row;
}

void nx_row_put_int(struct nx_row *row, unsigned column, int64_t number)
{
	row->values[column].type = NX_VALUE_INT;
	row->values[column].number = number;
}

void nx_row_put_bytes(struct nx_row *row, unsigned column, enum nx_value_type type, const void *data, size_t len)
{
	struct nx_value *value = &row->values[column];
	char *at = (char *)row + row->used;

	nx_assert(len < row->size - row->used && len < UINT32_MAX);
	value->type = type;
	value->len = (uint32_t)len;
	value->at = row->used;
	if (len)
		memcpy(at, data, len);
	at[len] = '\0';
	row->used += len + 1;
}

static size_t argument_bytes(const char *format, va_list ap)
{
	size_t bytes = 0;

	for (const char *f = format; *f; f++) {
		const char *s;

		switch (*f) {
		case 's':
			s = va_arg(ap, const char *);
			bytes += s ? strlen(s) + 1 : 0;
			break;
		case 't':
		case 'b':
			(void)va_arg(ap, const void *);
			bytes += va_arg(ap, size_t) + 1;
			break;
		case 'i':
			(void)va_arg(ap, int64_t);
			break;
		case 'n':
			break;
		default:
			nx_unreachable();
		}
	}
	return bytes;
}

static void argument_put_bytes(struct nx_row *row, unsigned column, enum nx_value_type type, const void *data,
			       size_t len)
{
	if (data)
		nx_row_put_bytes(row, column, type, data, len);
}

void nx_row_add_arguments(struct nx_buf *buf, const struct nx_statements *statements, unsigned index,
			  const char *format, va_list ap)
{
	va_list again;
	const void *data;

	nx_assert(index < statements->count && strlen(format) == statements->info[index].params);
	va_copy(again, ap);
	struct nx_row *row = nx_row_add(buf, statements->info[index].params, argument_bytes(format, again));
	va_end(again);
	row->statements = statements;
	row->statement = index;
	for (unsigned i = 0; format[i]; i++) {
		switch (format[i]) {
		case 's':
			data = va_arg(ap, const char *);
			argument_put_bytes(row, i, NX_VALUE_TEXT, data, data ? strlen(data) : 0);
			break;
		case 't':
			data = va_arg(ap, const char *);
			argument_put_bytes(row, i, NX_VALUE_TEXT, data, va_arg(ap, size_t));
			break;
		case 'b':
			data = va_arg(ap, const void *);
			argument_put_bytes(row, i, NX_VALUE_BLOB, data, va_arg(ap, size_t));
			break;
		case 'i':
			nx_row_put_int(row, i, va_arg(ap, int64_t));
			break;
		default:        /* 'n': a value is NULL until it is put */
			break;
		}
	}
}

static const struct nx_row *row_at(const struct nx_buf *buf, size_t at)
{
	return at < buf->len ? (const struct nx_row *)(const void *)(buf->data + at) : NULL;
}

const struct nx_row *nx_row_first(const struct nx_buf *buf)
{
	return row_at(buf, 0);
}

const struct nx_row *nx_row_next(const struct nx_buf *buf, const struct nx_row *row)
{
	return row_at(buf, (size_t)((const char *)row - buf->data) + row->size);
}

static const struct nx_value *value_get(const struct nx_row *row, unsigned column)
{
	nx_assert(column < row->count);
	return &row->values[column];
}

static bool value_has_bytes(const struct nx_value *value)
{
	return value->type == NX_VALUE_TEXT || value->type == NX_VALUE_BLOB;
}

const void *nx_row_blob(const struct nx_row *row, unsigned column)
{
	const struct nx_value *value = value_get(row, column);

	return value_has_bytes(value) ? (const char *)row + value->at : NULL;
}

const char *nx_row_text(const struct nx_row *row, unsigned column)
{
	return nx_row_blob(row, column);
}

size_t nx_row_len(const struct nx_row *row, unsigned column)
{
	const struct nx_value *value = value_get(row, column);

	return value_has_bytes(value) ? value->len : 0;
}

int64_t nx_row_int(const struct nx_row *row, unsigned column)
{
	const struct nx_value *value = value_get(row, column);

	return value->type == NX_VALUE_INT ? value->number : 0;
}

bool nx_row_is_null(const struct nx_row *row, unsigned column)
{
	return value_get(row, column)->type == NX_VALUE_NULL;
}
