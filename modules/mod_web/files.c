/* Files of a directory over HTTP.
 *
 * A path becomes a name in the directory only when every part of it is plain: not empty, no leading dot; so nothing leads out, and hidden
 * files stay hidden. Nothing is kept between requests: what the administrator changes is there at once. Compressed variants (.br, .gz)
 * were made when the files were built and are sent to whoever takes them. Conditional and range requests are the web layer's. */
#include "mod_web/web.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct { const char *suffix, *type; } types[] = {
	{ ".css", "text/css; charset=utf-8" },
	{ ".gif", "image/gif" },
	{ ".html", "text/html; charset=utf-8" },
	{ ".ico", "image/vnd.microsoft.icon" },
	{ ".jpg", "image/jpeg" },
	{ ".js", "text/javascript; charset=utf-8" },
	{ ".json", "application/json" },
	{ ".mp3", "audio/mpeg" },
	{ ".ogg", "audio/ogg" },
	{ ".png", "image/png" },
	{ ".svg", "image/svg+xml" },
	{ ".ttf", "font/ttf" },
	{ ".txt", "text/plain; charset=utf-8" },
	{ ".wasm", "application/wasm" },
	{ ".webmanifest", "application/manifest+json" },
	{ ".webp", "image/webp" },
	{ ".woff2", "font/woff2" },
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

static bool is_plain(const char *path)
{
	if (*path != '/')
		return false;
	for (; *path == '/'; path += strcspn(path, "/")) {
		path++;
		/* Only the last part may be empty: a directory. */
		if (*path == '.' || *path == '/' || strchr(path, '\\'))
			return false;
	}
	return true;
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

/* A regular file, or -1. */
static int open_file(const char *name, struct stat *st_r)
{
	int fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd >= 0 && (fstat(fd, st_r) != 0 || !S_ISREG(st_r->st_mode))) {
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

/* The smallest variant that the client takes. */
static int open_variant(struct nx_http_request *request, const char *name, struct stat *st_r, const char **encoding_r)
{
	*encoding_r = NULL;
	for (size_t i = 0; i < sizeof(encodings) / sizeof(encodings[0]); i++) {
		int fd = accepts(request, encodings[i].name) ?
			open_file(nx_pool_printf(request->pool, "%s%s", name, encodings[i].suffix), st_r) : -1;

		if (fd >= 0) {
			*encoding_r = encodings[i].name;
			return fd;
		}
	}
	return open_file(name, st_r);
}

/* ---- answers ---- */

static void describe(struct nx_http_request *request, const char *path, const char *encoding, const char *policy)
{
	nx_http_header(request, "vary", "accept-encoding");
	nx_http_header(request, "cache-control", has_digest(path) ? "public, max-age=31536000, immutable" : "no-cache");
	if (encoding)
		nx_http_header(request, "content-encoding", encoding);
	if (nx_str_has_suffix(path, ".html"))
		nx_http_header(request, "content-security-policy", policy);
}

static void answer_nothing(struct nx_http_request *request)
{
	nx_http_answer_text(request, 404, "There is nothing at %s.", request->path);
}

void web_serve(struct nx_http_request *request, const char *dir, const char *policy)
{
	const char *path = request->path, *encoding;
	struct stat st;

	if (!is_plain(path)) {
		answer_nothing(request);
		return;
	}
	if (nx_str_has_suffix(path, "/"))
		path = nx_pool_printf(request->pool, "%sindex.html", path);
	int fd = open_variant(request, nx_pool_printf(request->pool, "%s%s", dir, path), &st, &encoding);

	if (fd < 0) {
		answer_nothing(request);
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
