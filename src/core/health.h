/* How the server is, in the words of whoever knows: hook `health` collects, mod_health shows (GET /health). */
#ifndef NX_CORE_HEALTH_H
#define NX_CORE_HEALTH_H

struct json_t;

enum nx_health_state {
	NX_HEALTH_GOOD,
	NX_HEALTH_WARNING,      /* somebody should look at it */
	NX_HEALTH_BAD,          /* the server cannot do its work: /health answers 503 */
};

struct nx_health {
	struct json_t *checks;          /* an object: {"database": {"status": "good"}, …} */
	enum nx_health_state worst;
};

/* One check each: name is a word such as "database"; a complaint is a sentence that says what is wrong and what to do. */
void nx_health_good(struct nx_health *health, const char *name);
void nx_health_complain(struct nx_health *health, const char *name, enum nx_health_state state, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
const char *nx_health_state_name(enum nx_health_state state);

#endif
