/* The database of the server under test, changed behind its back (database.h). */
#include "database.h"

#include <sqlite3.h>
#include <string.h>

#include "base/pool.h"
#include "base/str.h"
#include "stage.h"
#include "story.h"

static void change(struct stage *stage, const char *sql)
{
	char *why = NULL;
	sqlite3 *db;

	stage_settle(stage);
	if (sqlite3_open(nx_pool_printf(stage->pool, "%s/nexa.db", stage->dir), &db) != SQLITE_OK ||
	    sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		stage_fail(stage, "the database refuses: %s", why ? why : sqlite3_errmsg(db));
	if (sqlite3_changes(db) == 0)
		stage_fail(stage, "this changes nothing: %s", sql);
	sqlite3_close(db);
}

/* Somebody else has the one lock for writing: the server's writer waits, for at most 10 s. */
static void get_stuck(struct stage *stage)
{
	stage_settle(stage);
	if (stage->lock || sqlite3_open(nx_pool_printf(stage->pool, "%s/nexa.db", stage->dir), &stage->lock) != SQLITE_OK ||
	    sqlite3_exec(stage->lock, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
		stage_fail(stage, "cannot keep the server from writing");
}

static void move_again(struct stage *stage)
{
	stage_settle(stage);
	sqlite3_close(stage->lock);
	stage->lock = NULL;
}

void database_change(struct stage *stage, char *args)
{
	if (nx_str_eq(args, "stuck"))
		get_stuck(stage);
	else if (nx_str_eq(args, "moves"))
		move_again(stage);
	else
		change(stage, args);
}

/* "none out", "to in", "unknown in": the names of RFC 6121 Appendix A. unknown: there is no item, only a request. */
void database_roster(struct stage *stage, char *args)
{
	const char *owner = story_word(&args), *contact = story_word(&args), *subscription = story_word(&args), *word;
	bool is_out = false, is_in = false, is_approved = false;

	while (*(word = story_word(&args))) {
		if (nx_str_eq(word, "out"))
			is_out = true;
		else if (nx_str_eq(word, "in"))
			is_in = true;
		else if (nx_str_eq(word, "approved"))
			is_approved = true;
		else
			stage_fail(stage, "write: roster OWNER CONTACT none|to|from|both|unknown [out] [in] [approved]");
	}
	const char *request = nx_pool_printf(stage->pool, "'<presence xmlns=\"jabber:client\" type=\"subscribe\" from=\"%s@" STAGE_HOST
		"\" to=\"%s@" STAGE_HOST "\"/>'", contact, owner);

	change(stage, nx_pool_printf(stage->pool, "INSERT INTO roster (host, local, contact, subscription, ask, approved, groups, "
		"pending_in, version) VALUES ('" STAGE_HOST "', '%s', '%s@" STAGE_HOST "', %s, %d, %d, '', %s, 1)",
		owner, contact, nx_str_eq(subscription, "unknown") ? "NULL" : nx_pool_printf(stage->pool, "'%s'", subscription),
		is_out, is_approved, is_in ? request : "NULL"));
}
