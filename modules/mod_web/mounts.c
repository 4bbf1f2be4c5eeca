/* Directories of the administrator's own: each entry of option web_files, "/school=/srv/www", becomes two rows of the table of paths: one for
 * all that is below /school/, and one that leads from /school there. They are made when all modules have theirs, so that a path which
 * somebody else serves is an error at the start and not a riddle. */
#include "mod_web/web.h"

#include <string.h>
#include <sys/stat.h>

#include "base/error.h"

#define EXAMPLE "\"/school=/srv/www\""

static bool is_path_part(const char *part, size_t len)
{
	return len > 0 && strspn(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~") >= len &&
		strncmp(part, "..", len) != 0;
}

/* "/school" or "/school/2026": as it is asked for, with nothing that would be written in another way. "/" is all. */
static bool is_mount_path(const char *path, size_t len)
{
	const char *end = path + len;

	if (len == 1 && *path == '/')
		return true;
	while (path < end && *path == '/') {
		size_t part_len = strcspn(++path, "/=");

		if (!is_path_part(path, part_len))
			return false;
		path += part_len;
	}
	return len > 0 && path == end;
}

int web_check_mount(const char *text, struct nx_error *why)
{
	const char *equals = strchr(text, '=');

	if (!equals || !is_mount_path(text, (size_t)(equals - text)))
		return nx_fail(why, NX_E_CONFIG, "not a path and a directory; write " EXAMPLE);
	if (equals[1] != '/')
		return nx_fail(why, NX_E_CONFIG, "without a directory from the root on; write " EXAMPLE);
	return 0;
}

/* A header's value (RFC 9110 section 5.5). */
int web_check_policy(const char *text, struct nx_error *why)
{
	for (; *text; text++) {
		if (*text < ' ' || *text > '~')
			return nx_fail(why, NX_E_CONFIG, "not one line of ASCII, as the header Content-Security-Policy has it");
	}
	return 0;
}

/* ---- requests ---- */

struct web_mount {
	struct web_mount *next;
	const char *below, *dir;        /* "/school/" */
};

/* It was found by the row of one. */
static const struct web_mount *mount_of(const struct nx_module *mod, const struct nx_http_request *request)
{
	size_t len = strlen(request->path) - strlen(request->rest);
	const struct web_mount *mount = mod->data;

	while (strlen(mount->below) != len || memcmp(mount->below, request->path, len) != 0)
		mount = mount->next;
	return mount;
}

static void show_mounted(struct nx_module *mod, struct nx_http_request *request)
{
	web_serve(request, mount_of(mod, request)->dir, nx_conf_str(mod->server->conf, NULL, "web_files_policy"));
}

static void show_mount_itself(struct nx_module *mod, struct nx_http_request *request)
{
	(void)mod;
	web_redirect(request, nx_pool_printf(request->pool, "%s/", request->path));
}

/* ---- rows ---- */

/* 0: it can be there. */
static int check_place(const struct nx_module *mod, const char *path, const char *below, const char *dir, struct nx_error *err)
{
	struct stat st;

	if (stat(dir, &st) != 0 || !S_ISDIR(st.st_mode))
		return nx_fail(err, NX_E_CONFIG, "web_files has \"%s=%s\", and there is no directory %s; make it, or take it out", path, dir, dir);
	if (nx_site_has_path(mod->server->site, path) || nx_site_has_path(mod->server->site, below))
		return nx_fail(err, NX_E_CONFIG, "web_files has \"%s=%s\", but the server has something else at %s; choose another path, or leave out "
			       "the module that serves it (option modules)", path, dir, path);
	return 0;
}

static int add_mount(struct nx_module *mod, const char *path, const char *dir, struct nx_error *err)
{
	struct nx_http_route *rows = NX_NEW_ARRAY(mod->pool, struct nx_http_route, 3);
	struct web_mount *mount = NX_NEW(mod->pool, struct web_mount);
	bool is_all = strcmp(path, "/") == 0;

	*mount = (struct web_mount){ .next = mod->data, .below = is_all ? path : nx_pool_printf(mod->pool, "%s/", path),
				     .dir = nx_pool_strdup(mod->pool, dir) };
	if (check_place(mod, path, mount->below, dir, err) < 0)
		return -1;
	rows[0] = (struct nx_http_route){ .path = mount->below, .methods = NX_HTTP_GET, .is_prefix = true, .answer = show_mounted };
	if (!is_all)
		rows[1] = (struct nx_http_route){ .path = path, .methods = NX_HTTP_GET, .answer = show_mount_itself };
	nx_site_add_routes(mod->server->site, mod, rows);
	mod->data = mount;
	return 0;
}

int web_add_mounts(struct nx_module *mod, struct nx_error *err)
{
	const char *const *mount = nx_conf_list(mod->server->conf, NULL, "web_files");

	for (; mount && *mount; mount++) {
		const char *equals = strchr(*mount, '=');

		if (add_mount(mod, nx_pool_strndup(mod->pool, *mount, (size_t)(equals - *mount)), equals + 1, err) < 0)
			return -1;
	}
	return 0;
}
