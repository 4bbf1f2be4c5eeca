/* Modules: found by configuration, loaded with dlopen from NX_MODULE_PATH, ordered by what they need, registered,
 * started, stopped in reverse. */
#ifndef NX_CORE_LOADER_H
#define NX_CORE_LOADER_H

struct nx_error;
struct nx_modules;
struct nx_server;

/* Finds the descriptors of the configured modules and adds their option tables to the configuration. path: colon-separated directories.
 * A missing file, another ABI, an unknown need or a cycle of needs is a sentence. */
struct nx_modules *nx_modules_load(struct nx_server *server, const char *const *names, const char *path, struct nx_error *err);
/* Registers statements, hooks, iq rules, services, commands, and starts them, in order of needs. */
int nx_modules_start(struct nx_modules *modules, struct nx_error *err);
/* Stops in reverse order and withdraws everything; never dlcloses while the server runs. */
void nx_modules_stop(struct nx_modules *modules);
void nx_modules_free(struct nx_modules **modules);

#endif
