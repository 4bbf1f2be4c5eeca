/* Migrations: schema/NNN-what.sql, numbered from 001 without gaps, forward only (STYLE.md section 7).
 *
 * The database knows the number of the last file that was applied. All newer files and the new number are applied in one transaction,
 * which is the back end's, so that a power failure or a mistake in one of them leaves the old version. A database that is newer than our
 * files belongs to a newer program and is refused untouched. How a file is applied is the back end's business. */
#include "store/store_private.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/pool.h"
#include "base/str.h"

#define MAX_VERSION 999

struct migrations {
	struct nx_pool *pool;
	const char *dir;
	char *names[MAX_VERSION + 1];           /* by number; NULL: no such file */
	int64_t last;
};

/* The number in "NNN-what.sql", or -1 when that is not what the name looks like. */
static int64_t name_number(const char *name)
{
	char digits[4] = { 0 };
	int64_t number;

	if (strlen(name) < sizeof("NNN-x.sql") - 1 || name[3] != '-' || !nx_str_has_suffix(name, ".sql"))
		return -1;
	memcpy(digits, name, 3);
	return nx_str_to_i64(digits, 1, MAX_VERSION, &number) < 0 ? -1 : number;
}

static int migrations_add(struct migrations *m, const char *name, struct nx_error *err)
{
	int64_t number = name_number(name);

	if (number < 0)
		return 0;
	if (m->names[number])
		return nx_fail(err, NX_E_STORE_FAILED, "%s holds two schema files with the number %03d (%s, %s); "
			       "install the program anew", m->dir, (int)number, m->names[number], name);
	m->names[number] = nx_pool_strdup(m->pool, name);
	if (number > m->last)
		m->last = number;
	return 0;
}

static int migrations_list(struct migrations *m, struct nx_error *err)
{
	DIR *dir = opendir(m->dir);
	struct dirent *entry;
	int rc = 0;

	if (!dir)
		return nx_fail(err, NX_E_STORE_FAILED, "cannot read the schema directory %s: %s; install the program anew",
			       m->dir, strerror(errno));
	while (rc == 0 && (entry = readdir(dir)))
		rc = migrations_add(m, entry->d_name, err);
	closedir(dir);
	if (rc == 0 && m->last == 0)
		return nx_fail(err, NX_E_STORE_FAILED, "the schema directory %s holds no schema files; "
			       "install the program anew", m->dir);
	return rc;
}

static int file_read(const char *path, struct nx_buf *text, struct nx_error *err)
{
	FILE *file = fopen(path, "re");
	size_t got = 0;

	if (!file)
		return nx_fail(err, NX_E_STORE_FAILED, "cannot read %s: %s", path, strerror(errno));
	do {
		got = fread(nx_buf_reserve(text, 4096), 1, 4096, file);
		text->len += got;
	} while (got > 0);
	bool is_bad = ferror(file) != 0;
	fclose(file);
	nx_buf_putc(text, '\0');
	return is_bad ? nx_fail(err, NX_E_STORE_FAILED, "cannot read %s: %s", path, strerror(EIO)) : 0;
}

static int migrate_one(struct nx_migration_target *target, struct migrations *m, int64_t version, struct nx_error *err)
{
	struct nx_buf text = NX_BUF_INIT;
	const char *path;
	int rc;

	if (!m->names[version])
		return nx_fail(err, NX_E_STORE_FAILED, "schema file number %03d is missing in %s; install the program anew",
			       (int)version, m->dir);
	path = nx_pool_printf(m->pool, "%s/%s", m->dir, m->names[version]);
	rc = file_read(path, &text, err);
	if (rc == 0 && target->apply(target->ctx, version, text.data, err) < 0)
		rc = nx_fail_prefix(err, "%s could not be applied, and the database is as it was", path);
	nx_buf_done(&text);
	return rc;
}

static int migrate_all(struct nx_migration_target *target, struct migrations *m, struct nx_error *err)
{
	if (migrations_list(m, err) < 0)
		return -1;
	if (target->version > m->last)
		return nx_fail(err, NX_E_STORE_FAILED, "%s has schema version %d, but this program knows only version %d; "
			       "use the newer program, or restore a backup that was made before the update",
			       target->path, (int)target->version, (int)m->last);
	while (target->version < m->last) {
		if (migrate_one(target, m, target->version + 1, err) < 0)
			return -1;
		target->version++;
	}
	return 0;
}

int nx_migrate(struct nx_migration_target *target, const char *schema_dir, struct nx_error *err)
{
	struct nx_pool *pool = nx_pool_new("migrations", sizeof(struct migrations) + 1024);
	struct migrations *m = NX_NEW(pool, struct migrations);

	m->pool = pool;
	m->dir = schema_dir;
	int rc = migrate_all(target, m, err);
	nx_pool_free(&pool);
	return rc;
}
