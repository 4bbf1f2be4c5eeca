/* Any bytes as a configuration file, in both passes: no crash, no leak, and each refusal is a sentence. */
#include "conf/conf.h"
#include "base/assert.h"
#include "base/error.h"
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct nx_option rows[] = {
	NX_OPT_LIST("hosts", "localhost", "Hosts"),
	NX_OPT_INT("port", 5222, 0, 65535, "Port"),
	NX_OPT_SIZE("size", 262144, 1024, INT64_MAX, "Size"),
	NX_OPT_PERIOD("period", 60, 10, 3600, "Period"),
	NX_OPT_BOOL("flag", 0, "Flag"),
	{ .name = "words", .kind = NX_OPT_KIND_LIST, .default_text = "a,b", .is_per_host = true, .help = "Words" },
	{ .name = "choice", .kind = NX_OPT_KIND_CHOICE, .default_text = "b", .choices = "a|b", .is_per_host = true, .help = "Choice" },
	{ .name = "text", .kind = NX_OPT_KIND_STRING, .is_per_host = true, .help = "Text" },
	NX_OPT_END
};

/* An included file is worth fuzzing only as an error: the input must not open devices. */
static int has_include(const uint8_t *data, size_t size)
{
	return memmem(data, size, "/dev", 4) || memmem(data, size, "/proc", 5) || memmem(data, size, "/sys", 4);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum nx_conf_pass passes[] = { NX_CONF_FIRST, NX_CONF_STRICT };
	struct nx_conf *conf;
	char path[40];
	int fd;

	if (has_include(data, size))
		return 0;
	fd = memfd_create("fuzz_conf", MFD_CLOEXEC);
	nx_assert(fd >= 0 && write(fd, data, size) == (ssize_t)size);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	conf = nx_conf_new();
	nx_conf_add_table(conf, "core", "Rows", rows);
	for (int i = 0; i < 2; i++) {
		struct nx_error err = { NX_E_NONE, "" };

		if (nx_conf_load(conf, path, NULL, passes[i], &err) < 0)
			nx_assert(err.kind == NX_E_CONFIG && strstr(err.text, path));
	}
	nx_conf_free(&conf);
	close(fd);
	return 0;
}
