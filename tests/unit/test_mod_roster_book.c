/* The sorted array of mod_roster: in whatever order contacts come and go, each is found and the walk is sorted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "mod_roster/book.h"

#define CONTACTS 200

static const char *const no_groups[] = { NULL };

static struct nx_jid contact_of(struct nx_pool *pool, unsigned n)
{
	return nx_jid_join(pool, nx_pool_printf(pool, "c%u", n), "example.org", NULL);
}

struct fixture {
	struct nx_account account;
	struct book *book;
};

/* The test plays the core: one account has one slot. */
void *nx_slot_get(const struct nx_slots *slots, const struct nx_module *mod)
{
	(void)mod;
	return slots->data;
}

void nx_slot_set(struct nx_slots *slots, const struct nx_module *mod, void *data)
{
	(void)mod;
	slots->data = data;
}

static int setup(void **state)
{
	struct nx_pool *pool = nx_pool_new("account", 0);
	struct fixture *f = NX_NEW(pool, struct fixture);

	f->account.pool = f->account.slots.pool = pool;
	f->book = book_of(NULL, &f->account);
	assert_ptr_equal(book_of(NULL, &f->account), f->book);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	struct nx_pool *pool = f->account.pool;

	nx_pool_free(&pool);
	return 0;
}

static void assert_sorted(const struct book *book)
{
	for (size_t i = 1; i < book->count; i++)
		assert_true(strcmp(book->entries[i - 1]->item.jid.full, book->entries[i]->item.jid.full) < 0);
}

static void finds_what_was_put(void **state)
{
	struct fixture *f = *state;
	struct nx_pool *pool = f->account.pool;

	/* 67 and 200 share no divisor: every contact comes once, in a scattered order. */
	for (unsigned i = 0; i < CONTACTS; i++) {
		struct nx_jid contact = contact_of(pool, i * 67 % CONTACTS);

		assert_null(book_find(f->book, &contact));
		book_put(f->book, &contact, contact.full, no_groups);
		assert_sorted(f->book);
	}
	assert_int_equal(f->book->count, CONTACTS);
	for (unsigned i = 0; i < CONTACTS; i++) {
		struct nx_jid contact = contact_of(pool, i);
		struct book_entry *entry = book_find(f->book, &contact);

		assert_non_null(entry);
		assert_string_equal(entry->item.name, contact.full);
		book_remove(f->book, entry);
		assert_null(book_find(f->book, &contact));
		assert_sorted(f->book);
	}
	assert_int_equal(f->book->count, 0);
	assert_int_equal(f->account.weight_bytes, 0);
}

static void new_name_keeps_the_state(void **state)
{
	static const char *const groups[] = { "Friends", "School", NULL };
	struct fixture *f = *state;
	struct nx_jid contact = contact_of(f->account.pool, 1);
	struct nx_roster_state subscribed = { NX_SUB_TO, false, true, "<presence/>" };
	struct book_entry *entry = book_put(f->book, &contact, "One", no_groups);

	assert_true(entry->item.is_hidden);
	entry->item.is_hidden = false;
	entry->version = 7;
	book_set_state(f->book, entry, &subscribed);
	entry = book_put(f->book, &contact, NULL, groups);
	assert_int_equal(f->book->count, 1);
	assert_null(entry->item.name);
	assert_string_equal(entry->item.groups[1], "School");
	assert_null(entry->item.groups[2]);
	assert_int_equal(entry->item.subscription, NX_SUB_TO);
	assert_true(entry->item.is_approved);
	assert_false(entry->item.is_hidden);
	assert_int_equal(entry->version, 7);
	assert_string_equal(entry->item.pending_in, "<presence/>");
}

static void state_may_carry_its_own_request(void **state)
{
	struct fixture *f = *state;
	struct nx_jid contact = contact_of(f->account.pool, 1);
	struct nx_roster_state asked = { NX_SUB_NONE, false, false, "<presence type='subscribe'/>" };
	struct book_entry *entry = book_put(f->book, &contact, NULL, no_groups);

	book_set_state(f->book, entry, &asked);
	asked.pending_in = entry->item.pending_in;
	asked.is_asking = true;
	book_set_state(f->book, entry, &asked);
	assert_string_equal(entry->item.pending_in, "<presence type='subscribe'/>");
	asked.pending_in = NULL;
	size_t with_request_bytes = f->account.weight_bytes;

	book_set_state(f->book, entry, &asked);
	assert_null(entry->item.pending_in);
	assert_int_equal(f->account.weight_bytes, with_request_bytes - sizeof("<presence type='subscribe'/>"));
}

/* An address that begins like another, a full JID, a bare domain. */
static void compares_whole_bare_addresses(void **state)
{
	struct fixture *f = *state;
	struct nx_pool *pool = f->account.pool;
	struct nx_jid shorter = nx_jid_join(pool, "a", "example.or", NULL), longer = nx_jid_join(pool, "a", "example.org", NULL);
	struct nx_jid full = nx_jid_join(pool, "a", "example.org", "phone"), domain = nx_jid_join(pool, NULL, "example.org", NULL);

	book_put(f->book, &full, "full", no_groups);
	assert_null(book_find(f->book, &shorter));
	assert_null(book_find(f->book, &domain));
	assert_non_null(book_find(f->book, &longer));
	book_put(f->book, &domain, NULL, no_groups);
	book_put(f->book, &shorter, NULL, no_groups);
	assert_string_equal(book_find(f->book, &full)->item.jid.full, "a@example.org");
	assert_int_equal(book_count(f->book, true), 3);
	assert_int_equal(book_count(f->book, false), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(finds_what_was_put, setup, teardown),
		cmocka_unit_test_setup_teardown(new_name_keeps_the_state, setup, teardown),
		cmocka_unit_test_setup_teardown(state_may_carry_its_own_request, setup, teardown),
		cmocka_unit_test_setup_teardown(compares_whole_bare_addresses, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
