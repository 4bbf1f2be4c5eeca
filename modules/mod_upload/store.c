/* Rows of uploads and upload_contents (schema/017-uploads.sql), and what counts against quotas. */
#include "mod_upload/upload.h"

#include "base/clock.h"
#include "service/archive.h"

#define BLOCK_BYTES 4096

#define SUM_OF(condition) "COALESCE(SUM(CASE WHEN " condition " THEN counted ELSE 0 END), 0)"
#define IN_BUCKETS SUM_OF("sha256 IS NOT NULL AND purpose <> 'profile'") ", " SUM_OF("sha256 IS NOT NULL AND purpose = 'profile'")
#define COLUMNS "id, name, purpose, size, type, created_at, expires_at"

const struct nx_statement upload_statements[] = {
	/* $3 a day ago, $4 what may be left of the last day for the file to fit. */
	[UPLOAD_USAGE] = { "upload.usage",
		"SELECT " IN_BUCKETS ", " SUM_OF("created_at > $3") ", (SELECT MAX(created_at) FROM (SELECT created_at, "
		"SUM(counted) OVER (ORDER BY created_at DESC, id DESC) AS newer FROM uploads WHERE host = $1 AND local = $2 AND created_at > $3)"
		" AS day WHERE newer > CAST($4 AS BIGINT)) FROM uploads WHERE host = $1 AND local = $2" },
	/* One row, if the account may have files: whether the slot was used. */
	[UPLOAD_ADMIT] = { "upload.admit",
		"SELECT (SELECT COUNT(*) FROM uploads WHERE id = $3) FROM users WHERE host = $1 AND local = $2 AND disabled = 0"
		" AND (expires_at IS NULL OR expires_at > $4)" },
	[UPLOAD_ADD_CONTENT] = { "upload.add_content",
		"INSERT INTO upload_contents (sha256, size, stored_at) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING" },
	/* Nothing is added when it would exceed a quota: $11 of its bucket, $13 of the time since $12. */
	[UPLOAD_ADD] = { "upload.add",
		"INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, expires_at, sha256) "
		"SELECT $1, $2, $3, $4, $5, CAST($6 AS BIGINT), CAST($7 AS BIGINT), $8, CAST($9 AS BIGINT), "
		"CASE WHEN CAST($10 AS BIGINT) > 0 THEN CAST($10 AS BIGINT) END, $14 "
		"WHERE CAST($7 AS BIGINT) + (SELECT COALESCE(SUM(counted), 0) FROM uploads WHERE host = $2 AND local = $3 AND sha256 IS NOT NULL "
		"AND CASE WHEN purpose = 'profile' THEN 1 ELSE 0 END = CASE WHEN $5 = 'profile' THEN 1 ELSE 0 END) <= CAST($11 AS BIGINT) "
		"AND CAST($7 AS BIGINT) + (SELECT COALESCE(SUM(counted), 0) FROM uploads WHERE host = $2 AND local = $3 AND created_at > $12) "
		"<= CAST($13 AS BIGINT) RETURNING id" },
	/* $2 now, $3 files of messages older than that are gone: as the sweep has it, but to the millisecond. */
	[UPLOAD_FIND] = { "upload.find",
		"SELECT name, type, size, sha256, COALESCE(expires_at, 0) FROM uploads WHERE id = $1 AND sha256 IS NOT NULL "
		"AND (expires_at IS NULL OR expires_at > $2) AND (purpose NOT IN ('message', 'ephemeral') OR created_at >= $3)" },
	[UPLOAD_IS_OWN] = { "upload.is_own", "SELECT 1 FROM uploads WHERE host = $1 AND local = $2 AND id = $3 AND sha256 IS NOT NULL" },
	[UPLOAD_REMOVE_OWN] = { "upload.remove_own",
		"UPDATE uploads SET sha256 = NULL WHERE id = $3 AND host = $1 AND local = $2 AND sha256 IS NOT NULL" },
	[UPLOAD_REMOVE] = { "upload.remove", "UPDATE uploads SET sha256 = NULL WHERE id = $1 AND sha256 IS NOT NULL" },
	[UPLOAD_LIST_OWN] = { "upload.list_own",
		"SELECT " COLUMNS " FROM uploads WHERE host = $1 AND local = $2 AND sha256 IS NOT NULL AND (created_at, id) < (CAST($3 AS BIGINT), $4) "
		"ORDER BY created_at DESC, id DESC LIMIT CAST($5 AS BIGINT)" },
	[UPLOAD_LIST] = { "upload.list",
		"SELECT " COLUMNS ", host, local FROM uploads WHERE sha256 IS NOT NULL AND ($1 = '' OR host = $1) AND ($2 = '' OR local = $2) "
		"ORDER BY created_at DESC, id DESC LIMIT $3" },
	[UPLOAD_USERS] = { "upload.users",
		"SELECT host, local, COUNT(*), SUM(size), " SUM_OF("created_at > $1") " FROM uploads WHERE sha256 IS NOT NULL "
		"GROUP BY host, local ORDER BY SUM(size) DESC LIMIT $2" },
	[UPLOAD_EXPIRE] = { "upload.expire", "UPDATE uploads SET sha256 = NULL WHERE expires_at <= $1 AND sha256 IS NOT NULL" },
	[UPLOAD_EXPIRE_OLD] = { "upload.expire_old",
		"UPDATE uploads SET sha256 = NULL WHERE purpose IN ('message', 'ephemeral') AND created_at < $1 AND sha256 IS NOT NULL" },
	/* A row without a file stays for a day: it counts as uploaded, and its slot as used. */
	[UPLOAD_FORGET] = { "upload.forget", "DELETE FROM uploads WHERE sha256 IS NULL AND created_at < $1" },
	[UPLOAD_UNUSED] = { "upload.unused",
		"DELETE FROM upload_contents WHERE sha256 IN (SELECT c.sha256 FROM upload_contents c WHERE NOT EXISTS "
		"(SELECT 1 FROM uploads u WHERE u.sha256 = c.sha256) LIMIT 500) RETURNING sha256" },
	[UPLOAD_KNOWN] = { "upload.known", "SELECT sha256 FROM upload_contents WHERE sha256 >= $1 AND sha256 < $2" },
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
