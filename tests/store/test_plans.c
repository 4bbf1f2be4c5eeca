/* How SQLite finds the rows of every statement of every module (EXPLAIN QUERY PLAN, on the real schema): along an index, whose cost does
 * not grow with the table. Of archives and lists of rooms it is told exactly which way. Whoever writes a statement that reads a
 * whole table or sorts what it found says here why it may. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <glob.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "core/module.h"

/* Statements that may, and why. */
static const struct { const char *name, *why; } allowed[] = {
	{ "blocking.report_list", "an administrator reads all of it" },
	{ "blocking.report_list_all", "an administrator reads all of it" },
	{ "groups.list", "an administrator reads all of it" },
	{ "groups.members", "the members of one group are shown in order" },
	{ "mam.count", "reads a slice of bounded length" },
	{ "mam.latest", "reads a slice of bounded length" },
	{ "mam.next_removal", "the first of the few archives that are going" },
	{ "muc_admin.list", "an administrator asks for all rooms" },
	{ "muc.list_retention", "once an hour; an index for it would cost more" },
	{ "muc.load_requests", "the few requests that wait in one room" },
	{ "muc_tokens.list", "the few links into one room are shown in order" },
	{ "offline.next_slice", "reads a slice of bounded length" },
	{ "register.invite_list", "an administrator reads all of it" },
	{ "register.invite_list_all", "an administrator reads all of it" },
	{ "register.invite_purge", "once in a while, and they are few because of it" },
	{ "search.slice", "reads a slice of bounded length" },
	{ "upload.list", "an administrator reads all of it" },
	{ "upload.doubt_unused", "reads a sixteenth, and only when the start found something there" },
	{ "upload.users", "an administrator reads all of it" },
	{ NULL, NULL }
};

/* Along which columns the pages of an archive of millions are found. */
static const struct { const char *name, *how; } paths[] = {
	{ "mam.find", "(owner=? AND id=?)" },
	{ "mam.one", "(owner=? AND id=?)" },
	{ "mam.by_ids", "(owner=? AND id=?)" },
	{ "mam.forwards", "(owner=? AND id>? AND id<?)" },
	{ "mam.backwards", "(owner=? AND id>? AND id<?)" },
	{ "mam.forwards_with", "(owner=? AND peer=? AND id>? AND id<?)" },
	{ "mam.backwards_with", "(owner=? AND peer=? AND id>? AND id<?)" },
	{ "mam.count", "(owner=? AND id>? AND id<?)" },
	{ "mam.ends", "(owner=? AND id>?)" },
	{ "mam.latest", "(owner=? AND id>?)" },
	{ "muc.list_public", "(host=? AND local>?)" },
	{ NULL, NULL }
};

static bool is_allowed(const char *name)
{
	for (size_t i = 0; allowed[i].name; i++) {
		if (nx_str_eq(allowed[i].name, name))
			return true;
	}
	return false;
}

static void run_file(sqlite3 *db, const char *path)
{
	FILE *file = fopen(path, "re");
	static char text[256 * 1024];
	char *message = NULL;

	assert_non_null(file);
	size_t len = fread(text, 1, sizeof(text) - 1, file);
	assert_true(feof(file));
	fclose(file);
	text[len] = '\0';
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", path, message);
}

static sqlite3 *open_schema(void)
{
	char pattern[512];
	sqlite3 *db;
	glob_t files;

	snprintf(pattern, sizeof(pattern), "%s/*.sql", getenv("NEXA_SCHEMA_DIR"));
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(glob(pattern, 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		run_file(db, files.gl_pathv[i]);
	globfree(&files);
	return db;
}

/* "SCAN t" reads all of t, with an index too; what has a constant or a list of VALUES for a table does not count. A TEMP B-TREE
 * is a sort. */
static bool is_costly(const char *step)
{
	return (strncmp(step, "SCAN ", 5) == 0 && !strstr(step, "CONSTANT ROW") && strncmp(step, "SCAN (", 6) != 0) ||
	       strstr(step, "TEMP B-TREE");
}

static const char *path_of(const char *name)
{
	for (size_t i = 0; paths[i].name; i++) {
		if (nx_str_eq(paths[i].name, name))
			return paths[i].how;
	}
	return NULL;
}

/* 1 when something is wrong with it. */
static unsigned check_statement(sqlite3 *db, const struct nx_statement *statement)
{
	char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", statement->sql);
	const char *path = path_of(statement->name);
	bool is_on_path = !path, is_dear = false;
	sqlite3_stmt *stmt;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s: %s", statement->name, sqlite3_errmsg(db));
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(stmt, 3);

		is_on_path = is_on_path || strstr(step, path);
		if (!is_costly(step) || is_allowed(statement->name))
			continue;
		print_message("# %s: %s\n", statement->name, step);
		is_dear = true;
	}
	if (!is_on_path)
		print_message("# %s: not along %s\n", statement->name, path);
	sqlite3_finalize(stmt);
	sqlite3_free(sql);
	return is_dear || !is_on_path;
}

/* …/mod_muc.so → its table; NULL: it has none. */
static const struct nx_statement *statements_of(const char *path)
{
	char symbol[128] = "nx_module_";
	void *object = dlopen(path, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	size_t len;

	if (!object)
		fail_msg("%s", dlerror());
	nx_str_copy(symbol + strlen(symbol), sizeof(symbol) - strlen(symbol), strrchr(path, '/') + strlen("/mod_"));
	len = strlen(symbol);
	symbol[len - strlen(".so")] = '\0';
	const struct nx_module_def *def = dlsym(object, symbol);
	dlclose(object);
	assert_non_null(def);
	return def->statements;
}

static void statements_of_modules_walk_along_indexes(void **state)
{
	sqlite3 *db = open_schema();
	unsigned count = 0, wrong = 0;
	char pattern[512];
	glob_t modules;

	(void)state;
	snprintf(pattern, sizeof(pattern), "%s/mod_*.so", getenv("NEXA_MODULE_PATH"));
	assert_int_equal(glob(pattern, 0, NULL, &modules), 0);
	for (size_t i = 0; i < modules.gl_pathc; i++) {
		for (const struct nx_statement *st = statements_of(modules.gl_pathv[i]); st && st->name; st++, count++)
			wrong += check_statement(db, st);
	}
	globfree(&modules);
	sqlite3_close(db);
	assert_true(count > 0);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(statements_of_modules_walk_along_indexes) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
