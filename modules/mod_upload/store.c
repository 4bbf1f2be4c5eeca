/* Rows of uploads and upload_contents (schema/017-uploads.sql), and what counts against quotas. */
#include "mod_upload/upload.h"

#include "base/clock.h"
#include "service/archive.h"

#define BLOCK_BYTES 4096

#define SUM_OF(condition) "COALESCE(SUM(CASE WHEN " condition " THEN counted ELSE 0 END), 0)"
#define SUM_WHERE(condition) "(SELECT COALESCE(SUM(counted), 0) FROM uploads WHERE " condition ")"
#define COLUMNS "id, name, purpose, size, type, created_at, expires_at"

/* The row of a file that is removed stays for a day: it counts as uploaded, and its slot as used. What the file was goes at once. */
#define GONE "UPDATE uploads SET sha256 = NULL, name = '', type = '' WHERE "
/* Before GONE, with the same condition and in the same job. */
#define DOUBT(condition) \
	"UPDATE upload_contents SET is_doubtful = 1 WHERE sha256 IN (SELECT sha256 FROM uploads WHERE " condition ")"
#define FILE_IS "id = $1 AND sha256 IS NOT NULL"
#define OWN_FILE_IS "host = $1 AND local = $2 AND id = $3 AND sha256 IS NOT NULL"
/* The order makes them the same ones both times. */
#define EXPIRED "id IN (SELECT id FROM uploads WHERE expires_at <= $1 AND sha256 IS NOT NULL ORDER BY expires_at, id LIMIT $2)"
#define OLD "id IN (SELECT id FROM uploads WHERE purpose = $1 AND created_at < $2 AND sha256 IS NOT NULL ORDER BY created_at, id LIMIT $3)"
#define DOUBTFUL "sha256 IN (SELECT sha256 FROM upload_contents WHERE is_doubtful = 1 ORDER BY sha256 LIMIT $1)"
#define IS_USED "EXISTS (SELECT 1 FROM uploads u WHERE u.sha256 = upload_contents.sha256)"
#define TODAY "host = $1 AND local = $2 AND created_at > $3"
#define BETWEEN "sha256 >= $1 AND sha256 < $2"

const struct nx_statement upload_statements[] = {
	/* $3 a day ago, $4 what may be left of the last day for the file to fit: the last column tells when it will, if it does not. */
	[UPLOAD_USAGE] = { "upload.usage",
		"SELECT " SUM_WHERE("host = $1 AND local = $2 AND sha256 IS NOT NULL AND purpose <> 'profile'") ", "
		SUM_WHERE("host = $1 AND local = $2 AND sha256 IS NOT NULL AND purpose = 'profile'") ", " SUM_WHERE(TODAY) ", "
		"CASE WHEN " SUM_WHERE(TODAY) " > CAST($4 AS BIGINT) THEN (SELECT MAX(created_at) FROM (SELECT created_at, "
		"SUM(counted) OVER (ORDER BY created_at DESC, id DESC) AS newer FROM uploads WHERE " TODAY ") AS day "
		"WHERE newer > CAST($4 AS BIGINT)) END" },
	/* One row, if the account may have files: whether the slot was used. */
	[UPLOAD_ADMIT] = { "upload.admit",
		"SELECT (SELECT COUNT(*) FROM uploads WHERE id = $3) FROM users WHERE host = $1 AND local = $2 AND disabled = 0"
		" AND (expires_at IS NULL OR expires_at > $4)" },
	[UPLOAD_ADD_CONTENT] = { "upload.add_content",
		"INSERT INTO upload_contents (sha256, size, stored_at) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING RETURNING sha256" },
	/* Nothing is added when it would exceed a quota: $11 of its bucket, $13 of the time since $12. */
	[UPLOAD_ADD] = { "upload.add",
		"INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, expires_at, sha256) "
		"SELECT $1, $2, $3, $4, $5, CAST($6 AS BIGINT), CAST($7 AS BIGINT), $8, CAST($9 AS BIGINT), "
		"CASE WHEN CAST($10 AS BIGINT) > 0 THEN CAST($10 AS BIGINT) END, $14 "
		"WHERE CAST($7 AS BIGINT) + " SUM_WHERE("host = $2 AND local = $3 AND sha256 IS NOT NULL "
			"AND CASE WHEN purpose = 'profile' THEN 1 ELSE 0 END = CASE WHEN $5 = 'profile' THEN 1 ELSE 0 END") " <= CAST($11 AS BIGINT) "
		"AND CAST($7 AS BIGINT) + " SUM_WHERE("host = $2 AND local = $3 AND created_at > $12") " <= CAST($13 AS BIGINT) RETURNING id" },
	/* Behind it: a quota has refused the file. */
	[UPLOAD_DOUBT_ADDED] = { "upload.doubt_added", "UPDATE upload_contents SET is_doubtful = 1 WHERE sha256 = $1 AND NOT " IS_USED },
	/* $2 now, $3 files of messages older than that are gone: as the sweep has it, but to the millisecond. */
	[UPLOAD_FIND] = { "upload.find",
		"SELECT name, type, size, sha256, COALESCE(expires_at, 0) FROM uploads WHERE id = $1 AND sha256 IS NOT NULL "
		"AND (expires_at IS NULL OR expires_at > $2) AND (purpose NOT IN ('message', 'ephemeral') OR created_at >= $3)" },
	[UPLOAD_IS_OWN] = { "upload.is_own", "SELECT 1 FROM uploads WHERE " OWN_FILE_IS },
	[UPLOAD_DOUBT_OWN] = { "upload.doubt_own", DOUBT(OWN_FILE_IS) },
	[UPLOAD_REMOVE_OWN] = { "upload.remove_own", GONE OWN_FILE_IS },
	[UPLOAD_DOUBT] = { "upload.doubt", DOUBT(FILE_IS) },
	[UPLOAD_REMOVE] = { "upload.remove", GONE FILE_IS },
	[UPLOAD_DOUBT_ACCOUNT] = { "upload.doubt_account", DOUBT("host = $1 AND local = $2 AND sha256 IS NOT NULL") },
	[UPLOAD_LIST_OWN] = { "upload.list_own",
		"SELECT " COLUMNS " FROM uploads WHERE host = $1 AND local = $2 AND sha256 IS NOT NULL AND (created_at, id) < (CAST($3 AS BIGINT), $4) "
		"ORDER BY created_at DESC, id DESC LIMIT CAST($5 AS BIGINT)" },
	[UPLOAD_LIST] = { "upload.list",
		"SELECT " COLUMNS ", host, local FROM uploads WHERE sha256 IS NOT NULL AND ($1 = '' OR host = $1) AND ($2 = '' OR local = $2) "
		"ORDER BY created_at DESC, id DESC LIMIT $3" },
	[UPLOAD_USERS] = { "upload.users",
		"SELECT host, local, COUNT(*), SUM(size), " SUM_OF("created_at > $1") " FROM uploads WHERE sha256 IS NOT NULL "
		"GROUP BY host, local ORDER BY SUM(size) DESC LIMIT $2" },
	[UPLOAD_DOUBT_EXPIRED] = { "upload.doubt_expired", DOUBT(EXPIRED) },
	[UPLOAD_EXPIRE] = { "upload.expire", GONE EXPIRED " RETURNING id" },
	[UPLOAD_DOUBT_OLD] = { "upload.doubt_old", DOUBT(OLD) },
	[UPLOAD_EXPIRE_OLD] = { "upload.expire_old", GONE OLD " RETURNING id" },
	[UPLOAD_FORGET] = { "upload.forget",
		"DELETE FROM uploads WHERE id IN (SELECT id FROM uploads WHERE sha256 IS NULL AND created_at < $1 LIMIT $2) RETURNING id" },
	[UPLOAD_TRUST] = { "upload.trust", "UPDATE upload_contents SET is_doubtful = 0 WHERE " DOUBTFUL " AND " IS_USED " RETURNING sha256" },
	[UPLOAD_UNUSED] = { "upload.unused", "DELETE FROM upload_contents WHERE " DOUBTFUL " AND NOT " IS_USED " RETURNING sha256, size" },
	[UPLOAD_KNOWN] = { "upload.known", "SELECT sha256 FROM upload_contents WHERE " BETWEEN },
	[UPLOAD_STOCK] = { "upload.stock",
		"SELECT COUNT(*), COALESCE(SUM(size), 0), COALESCE(SUM(CASE WHEN " IS_USED " THEN 0 ELSE 1 END), 0) FROM upload_contents WHERE " BETWEEN },
	[UPLOAD_DOUBT_UNUSED] = { "upload.doubt_unused", "UPDATE upload_contents SET is_doubtful = 1 WHERE " BETWEEN " AND NOT " IS_USED },
	{ NULL, NULL }
};

int64_t upload_counted(int64_t size_bytes)
{
	return size_bytes < BLOCK_BYTES ? BLOCK_BYTES : size_bytes;
}

int64_t upload_kept_since_ms(const struct upload *upload)
{
	struct nx_server *server = upload->mod->server;
	int64_t keep_ms = nx_conf_period_ms(server->conf, NULL, "upload_keep");
	struct nx_module *archive_mod;
	const struct nx_archive_service *archive = nx_service_find(server, NX_SERVICE_ARCHIVE, &archive_mod);

	if (keep_ms == 0 && archive)
		keep_ms = archive->keep_ms(archive_mod);
	return keep_ms > 0 ? nx_clock_wall_ms(server->clock) - keep_ms : 0;
}
