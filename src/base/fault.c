/* Failures made by name, see fault.h. The table is the one global variable of the house: the places that
 * ask are deep inside and must not be handed a pointer for tests only. */
#include "base/fault.h"
#include "base/str.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#define MAX_FAULTS 16

struct fault {
	char name[48];
	int64_t countdown;              /* 0: always; else fails when it gets from 1 to SPENT */
};

#define SPENT (-1)

static struct {
	pthread_mutex_t lock;
	atomic_size_t count;
	struct fault faults[MAX_FAULTS];
} table = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void parse_one(struct fault *fault, const char *spec, size_t len)
{
	const char *colon = memchr(spec, ':', len);
	size_t name_len = colon ? (size_t)(colon - spec) : len;
	char number[24] = "";

	if (name_len >= sizeof(fault->name))
		name_len = sizeof(fault->name) - 1;
	*fault = (struct fault){ 0 };
	memcpy(fault->name, spec, name_len);
	if (colon && len - name_len - 1 < sizeof(number)) {
		memcpy(number, colon + 1, len - name_len - 1);
		nx_str_to_i64(number, 1, INT64_MAX, &fault->countdown);
	}
}

void nx_faults_set(const char *spec)
{
	size_t count = 0, len;

	pthread_mutex_lock(&table.lock);
	for (const char *s = spec ? spec : ""; *s && count < MAX_FAULTS; s += len + (s[len] == ',')) {
		len = strcspn(s, ",");
		if (len)
			parse_one(&table.faults[count++], s, len);
	}
	atomic_store_explicit(&table.count, count, memory_order_release);
	pthread_mutex_unlock(&table.lock);
}

static bool is_due(struct fault *fault)
{
	if (fault->countdown <= 0)
		return fault->countdown == 0;
	if (--fault->countdown > 0)
		return false;
	fault->countdown = SPENT;
	return true;
}

bool nx_fault(const char *name)
{
	bool fails = false;

	if (atomic_load_explicit(&table.count, memory_order_relaxed) == 0)
		return false;
	pthread_mutex_lock(&table.lock);
	for (size_t i = 0; i < table.count && !fails; i++)
		if (strcmp(table.faults[i].name, name) == 0)
			fails = is_due(&table.faults[i]);
	pthread_mutex_unlock(&table.lock);
	return fails;
}
