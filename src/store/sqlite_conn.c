/* One SQLite connection of the store: statements are prepared when they are first used and kept; arguments are bound without
 * copying, for the job outlives the step; rows are packed into the job. */
#include "store/sqlite_private.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"

int nx_sqlite_open(struct nx_sqlite_conn *conn, const char *path, int flags, int busy_timeout_ms, struct nx_error *err)
{
	memset(conn, 0, sizeof(*conn));
	conn->path = path;
	if (sqlite3_open_v2(path, &conn->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
		nx_sqlite_fail(err, conn->db, path);
		nx_sqlite_close(conn);
		return -1;
	}
	sqlite3_extended_result_codes(conn->db, 1);
	sqlite3_busy_timeout(conn->db, busy_timeout_ms);
	return 0;
}

void nx_sqlite_close(struct nx_sqlite_conn *conn)
{
	sqlite3_stmt *stmt;

	if (!conn->db)
		return;
	while ((stmt = sqlite3_next_stmt(conn->db, NULL)))
		sqlite3_finalize(stmt);
	for (size_t i = 0; i < conn->tables; i++)
		nx_mem_free(conn->prepared[i]);
	nx_mem_free(conn->prepared);
	conn->prepared = NULL;
	conn->tables = 0;
	sqlite3_close(conn->db);
	conn->db = NULL;
}

int nx_sqlite_exec(struct nx_sqlite_conn *conn, const char *sql, struct nx_error *err)
{
	return sqlite3_exec(conn->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : nx_sqlite_fail(err, conn->db, conn->path);
}

int nx_sqlite_limit_cache(struct nx_sqlite_conn *conn, size_t bytes, struct nx_error *err)
{
	char sql[48];

	snprintf(sql, sizeof(sql), "PRAGMA cache_size=-%zu", bytes / 1024);     /* negative: KiB, not pages */
	return nx_sqlite_exec(conn, sql, err);
}

static sqlite3_stmt **conn_table(struct nx_sqlite_conn *conn, const struct nx_statements *statements)
{
	if (statements->id >= conn->tables) {
		size_t tables = statements->id + 8;

		conn->prepared = nx_mem_resize(conn->prepared, tables * sizeof(*conn->prepared));
		memset(conn->prepared + conn->tables, 0, (tables - conn->tables) * sizeof(*conn->prepared));
		conn->tables = tables;
	}
	sqlite3_stmt ***table = &conn->prepared[statements->id];
	if (!*table)
		*table = nx_mem_array(statements->count, sizeof(**table));
	return *table;
}

static sqlite3_stmt *conn_statement(struct nx_sqlite_conn *conn, const struct nx_row *call)
{
	sqlite3_stmt **stmt = &conn_table(conn, call->statements)[call->statement];

	if (!*stmt)
		sqlite3_prepare_v3(conn->db, call->statements->table[call->statement].sql, -1,
				   SQLITE_PREPARE_PERSISTENT, stmt, NULL);
	return *stmt;
}

static int call_bind(sqlite3_stmt *stmt, const struct nx_row *call)
{
	const uint8_t *position = call->statements->info[call->statement].position;
	int rc = SQLITE_OK;

	for (unsigned i = 0; i < call->count && rc == SQLITE_OK; i++) {
		const struct nx_value *value = &call->values[i];

		switch (value->type) {
		case NX_VALUE_NULL:
			rc = sqlite3_bind_null(stmt, position[i]);
			break;
		case NX_VALUE_INT:
			rc = sqlite3_bind_int64(stmt, position[i], value->number);
			break;
		case NX_VALUE_TEXT:
			rc = sqlite3_bind_text(stmt, position[i], nx_row_text(call, i), (int)value->len, SQLITE_STATIC);
			break;
		case NX_VALUE_BLOB:
			rc = sqlite3_bind_blob(stmt, position[i], nx_row_blob(call, i), (int)value->len, SQLITE_STATIC);
			break;
		}
	}
	return rc;
}

static size_t columns_bytes(sqlite3_stmt *stmt, int count)
{
	size_t bytes = 0;

	for (int i = 0; i < count; i++) {
		int type = sqlite3_column_type(stmt, i);

		if (type != SQLITE_NULL && type != SQLITE_INTEGER)
			bytes += (size_t)sqlite3_column_bytes(stmt, i) + 1;
	}
	return bytes;
}

/* A FLOAT comes as its text: no table of ours has one. */
static void columns_pack(struct nx_buf *rows, sqlite3_stmt *stmt, unsigned statement)
{
	int count = sqlite3_column_count(stmt);
	struct nx_row *row = nx_row_add(rows, (unsigned)count, columns_bytes(stmt, count));

	row->statement = statement;
	for (int i = 0; i < count; i++) {
		size_t len = (size_t)sqlite3_column_bytes(stmt, i);

		switch (sqlite3_column_type(stmt, i)) {
		case SQLITE_NULL:
			break;
		case SQLITE_INTEGER:
			nx_row_put_int(row, (unsigned)i, sqlite3_column_int64(stmt, i));
			break;
		case SQLITE_BLOB:
			nx_row_put_bytes(row, (unsigned)i, NX_VALUE_BLOB, sqlite3_column_blob(stmt, i), len);
			break;
		default:
			nx_row_put_bytes(row, (unsigned)i, NX_VALUE_TEXT, sqlite3_column_text(stmt, i), len);
			break;
		}
	}
}

/* Whether the row that stmt stands on comes too. */
static bool has_space(const struct nx_job *job, sqlite3_stmt *stmt)
{
	if (job->max_row_bytes == 0 || job->rows.len == 0)
		return true;
	return job->rows.len + columns_bytes(stmt, sqlite3_column_count(stmt)) <= job->max_row_bytes;
}

/* All rows into the job: the code with which that ended. */
static int rows_pack(struct nx_job *job, sqlite3_stmt *stmt, unsigned statement)
{
	int rc;

	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		if (!job->wants_rows)
			continue;
		if (!has_space(job, stmt)) {
			job->is_cut = true;
			return SQLITE_DONE;
		}
		columns_pack(&job->rows, stmt, statement);
	}
	return rc;
}

static int call_run(struct nx_sqlite_conn *conn, struct nx_job *job, const struct nx_row *call, unsigned statement,
		    struct nx_error *err)
{
	sqlite3_stmt *stmt = conn_statement(conn, call);
	int rc = stmt ? call_bind(stmt, call) : SQLITE_ERROR;

	if (rc == SQLITE_OK)
		rc = rows_pack(job, stmt, statement);
	if (rc == SQLITE_DONE) {
		if (!sqlite3_stmt_readonly(stmt))
			job->changes += sqlite3_changes64(conn->db);
	} else {
		nx_sqlite_fail(err, conn->db, conn->path);
		nx_fail_prefix(err, "%s", call->statements->table[call->statement].name);
	}
	if (stmt)
		sqlite3_reset(stmt);    /* repeats the error code of the step */
	return rc == SQLITE_DONE ? 0 : -1;
}

int nx_sqlite_run(struct nx_sqlite_conn *conn, struct nx_job *job, struct nx_error *err)
{
	const struct nx_row *call = nx_row_first(&job->arguments);

	for (unsigned i = 0; i < job->statements; i++) {
		if (call_run(conn, job, call, i, err) < 0)
			return -1;
		call = nx_row_next(&job->arguments, call);
	}
	return 0;
}
