/* Files of a directory over HTTP.
 *
 * A path becomes a name in the directory only when every part of it is plain: not empty, no leading dot; so nothing leads out, and hidden
 * files stay hidden. A symbolic link counts for what it leads to, and that has to be in the directory, too. Nothing is kept between
 * requests: what the administrator changes is there at once. Compressed variants (.br, .gz) were made when the files were built and are
 * sent to whoever takes them, unless the file has changed since. Conditional and range requests are the web layer's. */
#include "mod_web/web.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct { const char *suffix, *type; } types[] = {
	{ ".avif", "image/avif" },
	{ ".css", "text/css; charset=utf-8" },
	{ ".csv", "text/csv; charset=utf-8" },
	{ ".gif", "image/gif" },
	{ ".htm", "text/html; charset=utf-8" },
	{ ".html", "text/html; charset=utf-8" },
	{ ".ico", "image/vnd.microsoft.icon" },
	{ ".jpg", "image/jpeg" },
	{ ".js", "text/javascript; charset=utf-8" },
	{ ".json", "application/json" },
	{ ".mjs", "text/javascript; charset=utf-8" },
	{ ".mp3", "audio/mpeg" },
	{ ".mp4", "video/mp4" },
	{ ".ogg", "audio/ogg" },
	{ ".pdf", "application/pdf" },
	{ ".png", "image/png" },
	{ ".svg", "image/svg+xml" },
	{ ".ttf", "font/ttf" },
	{ ".txt", "text/plain; charset=utf-8" },
	{ ".wasm", "application/wasm" },
	{ ".webm", "video/webm" },
	{ ".webmanifest", "application/manifest+json" },
	{ ".webp", "image/webp" },
	{ ".woff", "font/woff" },
	{ ".woff2", "font/woff2" },
	{ ".xml", "application/xml" },
	{ ".zip", "application/zip" },
};

static const struct encoding { const char *name, *suffix; } encodings[] = {
	{ "br", ".br" },
	{ "gzip", ".gz" },
};

static const char *type_of(const char *path)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		if (nx_str_has_suffix(path, types[i].suffix))
			return types[i].type;
	}
	return "application/octet-stream";
}

/* ---- paths ---- */

/* Only the last part may be empty: a directory. */
static bool is_plain(const char *path)
{
	if (strchr(path, '\\'))
		return false;
	while (*path != '.' && *path != '/') {
		path += strcspn(path, "/");
		if (!*path)
			return true;
		path++;
	}
	return false;
}

/* A name like assets.0123456789abcdef has its digest in it: what it holds never changes. */
static bool has_digest(const char *path)
{
	static const char hex[] = "0123456789abcdef";

	for (const char *dot = strchr(path, '.'); dot; dot = strchr(dot + 1, '.')) {
		size_t len = strspn(dot + 1, hex);

		if (len >= 16 && strchr("./", dot[1 + len]))
			return true;
	}
	return false;
}

/* ---- opening ---- */

/* Where it leads to, when it is in dir (without links) or below. */
static bool is_inside(int fd, const char *dir)
{
	char link[sizeof("/proc/self/fd/") + 10], target[PATH_MAX];
	size_t dir_len = strlen(dir);

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	ssize_t len = readlink(link, target, sizeof(target) - 1);

	if (len <= 0)
		return false;
	target[len] = '\0';
	return nx_str_has_prefix(target, dir) && target[dir_len == 1 ? 0 : dir_len] == '/';
}

/* A regular file in dir or below, or -1. */
static int open_file(const char *dir, const char *path, struct stat *st_r)
{
	char name[PATH_MAX];

	if (snprintf(name, sizeof(name), "%s/%s", dir, path) >= (int)sizeof(name))
		return -1;
	int fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd >= 0 && (fstat(fd, st_r) != 0 || !S_ISREG(st_r->st_mode) || !is_inside(fd, dir))) {
		close(fd);
		fd = -1;
	}
	return fd;
}

/* RFC 9110 section 12.5.3: named, and not with a weight of zero. */
static bool accepts(struct nx_http_request *request, const char *encoding)
{
	const char *header = nx_http_find_header(request, "accept-encoding");
	char **words = nx_str_split(request->pool, header ? header : "", ',');
	size_t len = strlen(encoding);

	for (; *words; words++) {
		const char *weight;

		if (strncasecmp(*words, encoding, len) != 0 || !strchr("; \t", (*words)[len]))
			continue;
		weight = strstr(*words, "q=");
		return !weight || strspn(weight + 2, "0.") < strcspn(weight + 2, "; \t");
	}
	return false;
}

static bool is_older(const struct stat *st, const struct stat *other)
{
	if (st->st_mtim.tv_sec != other->st_mtim.tv_sec)
		return st->st_mtim.tv_sec < other->st_mtim.tv_sec;
	return st->st_mtim.tv_nsec < other->st_mtim.tv_nsec;
}

/* The smallest variant that the client takes and that is not of an earlier version. */
static int open_variant(struct nx_http_request *request, const char *dir, const char *path, struct stat *st_r, const char **encoding_r)
{
	int plain = open_file(dir, path, st_r);

	*encoding_r = NULL;
	for (size_t i = 0; plain >= 0 && i < sizeof(encodings) / sizeof(encodings[0]); i++) {
		struct stat st;
		int fd = accepts(request, encodings[i].name) ?
			open_file(dir, nx_pool_printf(request->pool, "%s%s", path, encodings[i].suffix), &st) : -1;

		if (fd >= 0 && !is_older(&st, st_r)) {
			close(plain);
			*encoding_r = encodings[i].name;
			*st_r = st;
			return fd;
		}
		if (fd >= 0)
			close(fd);
	}
	return plain;
}

/* ---- answers ---- */

static void describe(struct nx_http_request *request, const char *path, const char *encoding, const char *policy)
{
	nx_http_header(request, "vary", "accept-encoding");
	nx_http_header(request, "cache-control", has_digest(path) ? "public, max-age=31536000, immutable" : "no-cache");
	if (encoding)
		nx_http_header(request, "content-encoding", encoding);
	if (nx_str_has_prefix(type_of(path), "text/html"))
		nx_http_header(request, "content-security-policy", policy);
}

static void answer_nothing(struct nx_http_request *request)
{
	nx_http_answer_text(request, 404, "There is nothing at %s.", request->path);
}

void web_redirect(struct nx_http_request *request, const char *url)
{
	nx_http_header(request, "location", url);
	nx_http_answer_text(request, 307, "This is at %s", url);
}

/* Pages name what they need as their neighbours, and the last part of a directory without its slash is not one. */
static void answer_directory(struct nx_http_request *request, const char *dir, const char *path)
{
	struct stat st;
	int fd = *path && !nx_str_has_suffix(path, "/") ? open_file(dir, nx_pool_printf(request->pool, "%s/index.html", path), &st) : -1;

	if (fd < 0) {
		answer_nothing(request);
		return;
	}
	close(fd);
	web_redirect(request, nx_pool_printf(request->pool, "%s/", nx_str_percent_encode(request->pool, request->path, "/")));
}

void web_serve(struct nx_http_request *request, const char *dir, const char *policy)
{
	const char *path = request->rest, *encoding;
	char real_dir[PATH_MAX];
	struct stat st;

	if ((*path && !is_plain(path)) || !realpath(dir, real_dir)) {
		answer_nothing(request);
		return;
	}
	if (!*path || nx_str_has_suffix(path, "/"))
		path = nx_pool_printf(request->pool, "%sindex.html", path);
	int fd = open_variant(request, real_dir, path, &st, &encoding);

	if (fd < 0) {
		answer_directory(request, real_dir, request->rest);
		return;
	}
	describe(request, path, encoding, policy);
	nx_http_answer_file(request, &(struct nx_http_file){
		.fd = fd, .bytes = (uint64_t)st.st_size, .type = type_of(path),
		.etag = nx_pool_printf(request->pool, "\"%llx-%llx%09lx%s%s\"", (unsigned long long)st.st_size,
				       (unsigned long long)st.st_mtim.tv_sec, (unsigned long)st.st_mtim.tv_nsec, encoding ? "-" : "",
				       encoding ? encoding : ""),
	});
}

bool web_has_file(const char *dir, const char *path)
{
	char name[PATH_MAX];
	struct stat st;

	return snprintf(name, sizeof(name), "%s%s", dir, path) < (int)sizeof(name) && stat(name, &st) == 0 && S_ISREG(st.st_mode);
}
