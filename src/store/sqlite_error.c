/* What went wrong in SQLite, said to a human: what happened, to which file, what to do (STYLE.md section 1). */
#include "store/sqlite_private.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"

/* EFBIG: a limit on the size of files is a full disk to us. */
static bool errno_is_full(int error)
{
	return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

static int fail_full(struct nx_error *err, const char *path)
{
	return nx_fail(err, NX_E_STORE_FULL, "no space left for %s; free some space on that disk "
		       "(nothing that was confirmed is lost)", path);
}

int nx_sqlite_fail_errno(struct nx_error *err, const char *path, int error)
{
	const char *advice = "check the path and the disk";

	if (errno_is_full(error))
		return fail_full(err, path);
	if (error == EACCES || error == EPERM || error == EROFS)
		advice = "give the user that runs nexad the right to write this file and its directory";
	return nx_fail(err, NX_E_STORE_FAILED, "cannot open %s: %s; %s", path, strerror(error), advice);
}

/* Why the last read or write failed. SQLite loses it on the way when a write to its log fails: the file remembers. */
static int last_errno(sqlite3 *db)
{
	int error = sqlite3_system_errno(db);
	sqlite3_file *wal = NULL;

	if (error == 0)
		sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal);
	if (wal && wal->pMethods)
		wal->pMethods->xFileControl(wal, SQLITE_FCNTL_LAST_ERRNO, &error);
	return error ? error : EIO;
}

static int fail_io(struct nx_error *err, sqlite3 *db, const char *path)
{
	int error = last_errno(db);

	if (errno_is_full(error))
		return fail_full(err, path);
	return nx_fail(err, NX_E_STORE_FAILED, "cannot read or write %s: %s (%s); look for disk errors in the system log",
		       path, strerror(error), sqlite3_errmsg(db));
}

int nx_sqlite_fail(struct nx_error *err, sqlite3 *db, const char *path)
{
	switch (sqlite3_errcode(db) & 0xff) {
	case SQLITE_FULL:
		return fail_full(err, path);
	case SQLITE_IOERR:
		return fail_io(err, db, path);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return nx_fail(err, NX_E_STORE_FAILED, "%s is damaged (%s); stop the server and restore a backup",
			       path, sqlite3_errmsg(db));
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return nx_fail(err, NX_E_STORE_FAILED, "cannot write %s (%s); give the user that runs nexad the right to write "
			       "this file and its directory", path, sqlite3_errmsg(db));
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return nx_fail(err, NX_E_STORE_FAILED, "another program holds %s locked (%s); end its transaction",
			       path, sqlite3_errmsg(db));
	case SQLITE_CONSTRAINT:
		return nx_fail(err, NX_E_CONFLICT, "%s", sqlite3_errmsg(db));
	default:
		return nx_fail(err, NX_E_STORE_FAILED, "%s", sqlite3_errmsg(db));
	}
}

bool nx_sqlite_is_fatal(sqlite3 *db)
{
	switch (sqlite3_errcode(db) & 0xff) {
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_PROTOCOL:
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_NOMEM:
	case SQLITE_INTERNAL:
		return true;
	default:
		/* Some errors undo the whole transaction on their own. */
		return sqlite3_get_autocommit(db) != 0;
	}
}
