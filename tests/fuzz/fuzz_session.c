/* Bytes after login (crowd.h): three sessions of two accounts that know each other. */
#include "crowd.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct person people[] = { { .local = "romeo", .resource = "a", .heard = NX_BUF_INIT },
				  { .local = "juliet", .resource = "a", .heard = NX_BUF_INIT },
				  { .local = "romeo", .resource = "b", .heard = NX_BUF_INIT } };
static struct crowd crowd = { .people = people, .count = 3, .speakers = 3 };

enum { FORGET, ADD_ROMEO, ADD_JULIET, BEFRIEND };
static const struct nx_statement rows[] = {
	[FORGET] = { "fuzz.forget", "DELETE FROM users" },      /* everything else with them */
	[ADD_ROMEO] = { "fuzz.romeo", "INSERT INTO users (host, local, created_at) VALUES ('" STAGE_HOST "', 'romeo', 1)" },
	[ADD_JULIET] = { "fuzz.juliet", "INSERT INTO users (host, local, created_at) VALUES ('" STAGE_HOST "', 'juliet', 1)" },
	[BEFRIEND] = { "fuzz.befriend", "INSERT INTO roster (host, local, contact, subscription, version) VALUES "
		       "('" STAGE_HOST "', 'romeo', 'juliet@" STAGE_HOST "', 'both', 1), "
		       "('" STAGE_HOST "', 'juliet', 'romeo@" STAGE_HOST "', 'both', 1)" },
	{ NULL, NULL }
};

static void make_rows(void)
{
	struct nx_job *job = nx_job_new(crowd.stage.server->store);

	for (unsigned i = FORGET; i <= BEFRIEND; i++)
		nx_job_add(job, crowd.rows, i, "");
	nx_job_submit(&job, NULL, NULL, NULL);
	stage_settle(&crowd.stage);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const options[] = { "registration_removal=on", NULL };

	if (size > CROWD_MAX_INPUT)
		return 0;
	if (!crowd.stage.server)
		crowd_start(&crowd, "fuzz_session", options, rows);
	make_rows();
	crowd_come(&crowd);
	crowd_play(&crowd, data, size);
	crowd_leave(&crowd);
	return 0;
}
