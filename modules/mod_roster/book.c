/* The sorted array of a roster's items (book.h). */
#include "mod_roster/book.h"

#include <string.h>

#include "base/mem.h"

static void set_request(struct book *book, struct nx_roster_item *item, const char *request)
{
	if (item->pending_in)
		*book->weight_bytes -= strlen(item->pending_in) + 1;
	nx_mem_free((void *)(uintptr_t)item->pending_in);
	item->pending_in = request ? nx_mem_strdup(request) : NULL;
	if (request)
		*book->weight_bytes += strlen(request) + 1;
}

static void entry_free(struct book *book, struct book_entry *entry)
{
	set_request(book, &entry->item, NULL);
	*book->weight_bytes -= entry->size_bytes;
	nx_mem_free(entry);
}

static void book_free(void *arg)
{
	struct book *book = arg;

	for (size_t i = 0; i < book->count; i++)
		entry_free(book, book->entries[i]);
	nx_mem_free(book->entries);
}

struct book *book_of(const struct nx_module *mod, struct nx_account *account)
{
	struct book *book = nx_slot_get(&account->slots, mod);

	if (book)
		return book;
	book = NX_NEW(account->pool, struct book);
	book->weight_bytes = &account->weight_bytes;
	nx_pool_on_free(account->pool, book_free, book);
	nx_slot_set(&account->slots, mod, book);
	return book;
}

/* ---- finding ---- */

static int compare(const struct nx_jid *contact, const struct book_entry *entry)
{
	const struct nx_jid *jid = &entry->item.jid;
	size_t common = contact->bare_len < jid->bare_len ? contact->bare_len : jid->bare_len;
	int order = memcmp(contact->full, jid->full, common);

	return order ? order : (int)contact->bare_len - (int)jid->bare_len;
}

/* Where the contact is or would have to be. */
static size_t position(const struct book *book, const struct nx_jid *contact)
{
	size_t low = 0, high = book->count;

	/* Rows come sorted when a roster is loaded: at the end is the usual case. */
	if (high > 0 && compare(contact, book->entries[high - 1]) > 0)
		return high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(contact, book->entries[middle]) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_at(const struct book *book, size_t pos, const struct nx_jid *contact)
{
	return pos < book->count && compare(contact, book->entries[pos]) == 0;
}

struct book_entry *book_find(const struct book *book, const struct nx_jid *contact)
{
	size_t pos = position(book, contact);

	return is_at(book, pos, contact) ? book->entries[pos] : NULL;
}

size_t book_count(const struct book *book, bool is_hidden)
{
	size_t count = 0;

	for (size_t i = 0; i < book->count; i++)
		count += book->entries[i]->item.is_hidden == is_hidden;
	return count;
}

/* ---- making ---- */

/* Copies len bytes and a NUL to *at and moves on. */
static const char *put_text(char **at, const char *text, size_t len)
{
	char *copy = *at;

	memcpy(copy, text, len);
	copy[len] = '\0';
	*at += len + 1;
	return copy;
}

/* Struct, array of groups, then the strings, in one piece. */
static struct book_entry *entry_new(struct book *book, const struct nx_jid *contact, const char *name,
				    const char *const *groups)
{
	size_t group_count = 0, text_bytes = contact->bare_len + 1u + (name ? strlen(name) + 1 : 0);

	for (; groups[group_count]; group_count++)
		text_bytes += strlen(groups[group_count]) + 1;

	size_t array_bytes = (group_count + 1) * sizeof(char *);
	size_t size_bytes = sizeof(struct book_entry) + array_bytes + text_bytes;
	struct book_entry *entry = nx_mem_new(size_bytes);
	const char **array = (const char **)(entry + 1);
	char *text = (char *)(array + group_count + 1);

	entry->size_bytes = size_bytes;
	*book->weight_bytes += size_bytes;
	entry->item.jid = *contact;
	entry->item.jid.full = put_text(&text, contact->full, contact->bare_len);
	entry->item.jid.full_len = contact->bare_len;
	entry->item.name = name ? put_text(&text, name, strlen(name)) : NULL;
	for (size_t i = 0; i < group_count; i++)
		array[i] = put_text(&text, groups[i], strlen(groups[i]));
	entry->item.groups = array;
	entry->item.is_hidden = true;
	return entry;
}

/* Moves what is not name and groups over, and lets the former one go. */
static void replace_entry(struct book *book, struct book_entry **slot, struct book_entry *entry)
{
	struct book_entry *former = *slot;

	entry->version = former->version;
	entry->item.subscription = former->item.subscription;
	entry->item.is_asking = former->item.is_asking;
	entry->item.is_approved = former->item.is_approved;
	entry->item.is_hidden = former->item.is_hidden;
	entry->item.pending_in = former->item.pending_in;
	former->item.pending_in = NULL;
	entry_free(book, former);
	*slot = entry;
}

struct book_entry *book_put(struct book *book, const struct nx_jid *contact, const char *name,
			    const char *const *groups)
{
	struct book_entry *entry = entry_new(book, contact, name, groups);
	size_t pos = position(book, contact);

	if (is_at(book, pos, contact)) {
		replace_entry(book, &book->entries[pos], entry);
		return entry;
	}
	if (book->count == book->capacity) {
		book->capacity = book->capacity ? book->capacity * 2 : 8;
		book->entries = nx_mem_resize(book->entries, book->capacity * sizeof(*book->entries));
	}
	memmove(book->entries + pos + 1, book->entries + pos, (book->count - pos) * sizeof(*book->entries));
	book->entries[pos] = entry;
	book->count++;
	return entry;
}

void book_remove(struct book *book, struct book_entry *entry)
{
	size_t pos = position(book, &entry->item.jid);

	book->count--;
	memmove(book->entries + pos, book->entries + pos + 1, (book->count - pos) * sizeof(*book->entries));
	entry_free(book, entry);
}

void book_set_state(struct book *book, struct book_entry *entry, const struct nx_roster_state *state)
{
	struct nx_roster_item *item = &entry->item;

	item->subscription = state->subscription;
	item->is_asking = state->is_asking;
	item->is_approved = state->is_approved;
	if (item->pending_in != state->pending_in)
		set_request(book, item, state->pending_in);
}
