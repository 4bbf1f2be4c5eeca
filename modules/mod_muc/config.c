/* The configuration of a room as a table of fields (XEP-0045 sections 10.1.3 and 16.5.3, and those that other servers have and clients
 * ask for). The form that owners fill in, the rows that are stored and what service discovery tells all come from the rows. */
#include "mod_muc/muc.h"

#include <stddef.h>
#include <string.h>

#include "base/assert.h"
#include "base/error.h"

#define CONFIG "muc#roomconfig_"
#define MAX_TEXT 1000
#define MAX_USERS 10000
#define MAX_HISTORY 100
#define MAX_ARCHIVE_DAYS 36500
#define MAX_VOICE_INTERVAL 86400

#define OF(k, member) .kind = NX_ROOM_FIELD_##k, .at = offsetof(struct nx_room_config, member)
#define ALL_ROLES "visitor=Visitors|participant=Participants|moderator=Moderators"

static const struct nx_room_field fields[] = {
	{ .var = CONFIG "roomname", OF(TEXT, name), .label = "Name", .info = CONFIG "roomname" },
	{ .var = CONFIG "roomdesc", OF(TEXT, description), .label = "Description", .info = "muc#roominfo_description" },
	{ .var = CONFIG "lang", OF(TEXT, language), .label = "Language of the discussions", .info = "muc#roominfo_lang" },
	{ .var = CONFIG "persistentroom", OF(BOOL, is_persistent), .label = "Keep the room when everybody has left" },
	{ .var = CONFIG "publicroom", OF(BOOL, is_public), .label = "Show the room in the list of rooms" },
	{ .var = CONFIG "membersonly", OF(BOOL, is_members_only), .label = "Only members may enter" },
	{ .var = CONFIG "allowinvites", OF(BOOL, may_invite), .label = "Members may invite others",
	  .alias = "{http://prosody.im/protocol/muc}roomconfig_allowmemberinvites", .info = CONFIG "allowinvites" },
	{ .var = CONFIG "passwordprotectedroom", OF(BOOL, needs_password), .label = "A password is needed to enter" },
	{ .var = CONFIG "roomsecret", OF(SECRET, password), .label = "Password" },
	{ .var = CONFIG "moderatedroom", OF(BOOL, is_moderated), .label = "Only those with voice may speak" },
	{ .var = "x-nexa#roomconfig_announcements", OF(BOOL, is_for_announcements), .label = "Only moderators speak, and whom they give voice" },
	{ .var = "members_by_default", OF(BOOL, has_voice_at_first), .label = "Who is no member has voice in a moderated room too" },
	{ .var = "allow_voice_requests", OF(BOOL, may_request_voice), .label = "Visitors may ask for voice" },
	{ .var = "voice_request_min_interval", OF(NUMBER, voice_interval_secs), .label = "Seconds before a visitor asks again",
	  .max = MAX_VOICE_INTERVAL },
	{ .var = "allow_visitor_status", OF(BOOL, may_visitors_tell_status), .label = "Visitors may tell more than that they are there or away" },
	{ .var = "allow_visitor_nickchange", OF(BOOL, may_visitors_change_nick), .label = "Visitors may change their nicknames" },
	{ .var = CONFIG "whois", OF(CHOICE, whois), .label = "Who sees real addresses", .words = "moderators=Moderators|anyone=Everybody" },
	{ .var = CONFIG "changesubject", OF(BOOL, may_change_subject), .label = "Everybody with voice may change the subject",
	  .info = CONFIG "changesubject" },
	{ .var = CONFIG "allowpm", OF(CHOICE, allow_pm), .label = "Who may send private messages", 
	  .words = "anyone=Everybody|participants=Those with voice|moderators=Moderators|none=Nobody",
	  .info = CONFIG "allowpm" },
	{ .var = "x-muc#roomconfig_canchangenick", OF(BOOL, may_change_nick), .label = "Occupants may change their nicknames" },
	{ .var = "x-muc#roomconfig_reservednick", OF(BOOL, must_use_reserved_nick), .label = "Who has reserved a nickname uses it" },
	{ .var = "x-muc#roomconfig_registration", OF(BOOL, may_register), .label = "Users may register themselves as members" },
	{ .var = "x-nexa#roomconfig_approveregistration", OF(BOOL, approves_members),
	  .label = "An admin has to approve of it; in a room that only members may enter always" },
	{ .var = CONFIG "presencebroadcast", OF(ROLES, shown_roles), .label = "Whose presence is shown to all", .words = ALL_ROLES },
	{ .var = CONFIG "getmemberlist", OF(ROLES, list_roles), .label = "Who may get the list of members", .words = ALL_ROLES },
	{ .var = "public_list", OF(BOOL, is_list_public), .label = "Who is in the room is shown to those who are not" },
	{ .var = CONFIG "maxusers", OF(NUMBER, max_users), .label = "How many may be in the room at once", .max = MAX_USERS },
	{ .var = "muc#maxhistoryfetch", OF(NUMBER, history), .label = "Messages shown to who enters", .max = MAX_HISTORY,
	  .alias = CONFIG "historylength|" CONFIG "maxhistoryfetch", .info = "muc#maxhistoryfetch" },
	{ .var = CONFIG "defaulthistorymessages", OF(NUMBER, usual_history), .label = "Of these, for clients that do not say how many",
	  .max = MAX_HISTORY },
	{ .var = CONFIG "enablearchiving", OF(BOOL, is_archived), .label = "Keep an archive that those who may enter can read",
	  .alias = CONFIG "mam|mam" },
	{ .var = "x-nexa#roomconfig_archivedays", OF(NUMBER, archive_days), .max = MAX_ARCHIVE_DAYS,
	  .label = "Days after which it is removed from there; 0: as the server does", .info = "x-nexa#roominfo_archivedays" },
	{ .var = CONFIG "enablelogging", OF(BOOL, is_logged), .label = "The discussions are published" },
	{ .var = CONFIG "pubsub", OF(TEXT, pubsub), .label = "Publish-subscribe node that belongs to the room", .info = CONFIG "pubsub" },
};

#define COUNT (sizeof(fields) / sizeof(fields[0]))

/* The fields of a configuration: those above, then those of extras. NULL behind the last one. */
static const struct nx_room_field *field_at(const struct nx_room_config *config, size_t index)
{
	if (index < COUNT)
		return &fields[index];
	return index - COUNT < config->setting_count ? config->settings[index - COUNT].field : NULL;
}

/* ---- values ---- */

static void *value_of(struct nx_room_config *config, const struct nx_room_field *field)
{
	size_t i = 0;

	if (field->at > 0)
		return (char *)config + field->at;
	while (config->settings[i].field != field)
		i++;
	return &config->settings[i].value;
}

static bool *bool_of(struct nx_room_config *config, const struct nx_room_field *field)
{
	return value_of(config, field);
}

static const char **text_of(struct nx_room_config *config, const struct nx_room_field *field)
{
	return value_of(config, field);
}

static int64_t *number_of(struct nx_room_config *config, const struct nx_room_field *field)
{
	return value_of(config, field);
}

/* "a=A|b=B": the values alone; *labels_r (may be NULL) gets what stands behind the signs. */
static char **split_words(struct nx_pool *pool, const char *words, char ***labels_r)
{
	char **values = nx_str_split(pool, words, '|'), **labels = nx_str_split(pool, words, '|');

	for (size_t i = 0; values[i]; i++) {
		char *sign = strchr(values[i], '=');

		labels[i] += sign ? sign + 1 - values[i] : 0;
		if (sign)
			*sign = '\0';
	}
	if (labels_r)
		*labels_r = labels;
	return values;
}

/* The value at that place. */
static const char *word_at(struct nx_pool *pool, const char *words, unsigned index)
{
	return split_words(pool, words, NULL)[index];
}

/* Its place, or -1. */
static int find_word(struct nx_pool *pool, const char *words, const char *word)
{
	char **list = split_words(pool, words, NULL);

	for (int i = 0; list[i]; i++) {
		if (nx_str_eq(list[i], word))
			return i;
	}
	return -1;
}

/* Bits to words, one on each line. The first word is the role behind NX_ROLE_NONE. */
static const char *roles_text(struct nx_pool *pool, const struct nx_room_field *field, int64_t bits)
{
	const char *text = "";

	for (unsigned role = NX_ROLE_VISITOR; role <= NX_ROLE_MODERATOR; role++) {
		if (bits & NX_ROLE_BIT(role))
			text = nx_pool_printf(pool, "%s%s%s", text, *text ? "\n" : "", word_at(pool, field->words, role - 1));
	}
	return text;
}

/* As it is stored. */
static const char *value_text(struct nx_pool *pool, struct nx_room_config *config, const struct nx_room_field *field)
{
	switch (field->kind) {
	case NX_ROOM_FIELD_BOOL:
		return *bool_of(config, field) ? "1" : "0";
	case NX_ROOM_FIELD_TEXT:
	case NX_ROOM_FIELD_SECRET:
		return *text_of(config, field);
	case NX_ROOM_FIELD_CHOICE:
		return word_at(pool, field->words, (unsigned)*number_of(config, field));
	case NX_ROOM_FIELD_ROLES:
		return roles_text(pool, field, *number_of(config, field));
	case NX_ROOM_FIELD_NUMBER:
		return nx_pool_printf(pool, "%lld", (long long)*number_of(config, field));
	}
	nx_unreachable();
}

static int refuse(struct nx_error *err, const struct nx_room_field *field, const char *what)
{
	return nx_fail(err, NX_E_NOT_ACCEPTABLE, "The field %s %s", field->var, what);
}

static int take_roles(struct nx_pool *pool, const struct nx_room_field *field, const char *const *values, int64_t *bits_r)
{
	int64_t bits = 0;

	for (; *values; values++) {
		int word = find_word(pool, field->words, *values);

		if (word < 0)
			return -1;
		bits |= NX_ROLE_BIT(word + 1);
	}
	*bits_r = bits;
	return 0;
}

static int take_number(const struct nx_room_field *field, const char *value, int64_t *number_r)
{
	/* "none" and nothing: as many as the server allows (10.1.3). For an extra that would not be the same. */
	if (field->at > 0 && (!*value || nx_str_eq(value, "none"))) {
		*number_r = field->max;
		return 0;
	}
	return nx_str_to_i64(value, 0, field->max, number_r);
}

/* values: NULL-terminated, as from a form. */
static int take_values(struct nx_room_config *config, const struct nx_room_field *field, const char *const *values, struct nx_error *err)
{
	const char *first = values[0] ? values[0] : "";
	int word;

	if (field->kind != NX_ROOM_FIELD_ROLES && values[0] && values[1])
		return refuse(err, field, "has more than one value");
	switch (field->kind) {
	case NX_ROOM_FIELD_BOOL:
		word = find_word(config->pool, "0|1|false|true", first);
		if (word < 0)
			return refuse(err, field, "is neither true nor false");
		*bool_of(config, field) = word % 2 == 1;
		return 0;
	case NX_ROOM_FIELD_TEXT:
	case NX_ROOM_FIELD_SECRET:
		if (strlen(first) > MAX_TEXT)
			return refuse(err, field, "is too long");
		*text_of(config, field) = nx_pool_strdup(config->pool, first);
		return 0;
	case NX_ROOM_FIELD_CHOICE:
		word = find_word(config->pool, field->words, first);
		if (word < 0)
			return refuse(err, field, "has a value that is not among its choices");
		*number_of(config, field) = word;
		return 0;
	case NX_ROOM_FIELD_ROLES:
		return take_roles(config->pool, field, values, number_of(config, field)) < 0
			       ? refuse(err, field, "has a value that is not among its choices") : 0;
	case NX_ROOM_FIELD_NUMBER:
		return take_number(field, first, number_of(config, field)) < 0 ? refuse(err, field, "is no number that is possible") : 0;
	}
	nx_unreachable();
}

/* ---- life ---- */

/* Those of extras, as they are in a new room. */
static void add_settings(struct nx_room_config *config, const struct nx_server *server)
{
	struct nx_room_fields all = {0};

	NX_FIRE(server, room_fields, &all);
	config->settings = NX_NEW_ARRAY(config->pool, struct nx_room_setting, all.count);
	for (size_t i = 0; i < all.count; i++) {
		config->settings[config->setting_count++].field = all.list[i];
		(void)take_values(config, all.list[i], NX_LIST(all.list[i]->usual), NULL);
	}
}

struct nx_room_config *muc_config_new(const struct nx_server *server)
{
	struct nx_pool *pool = nx_pool_new("room config", 512);
	struct nx_room_config *config = NX_NEW(pool, struct nx_room_config);

	*config = (struct nx_room_config){
		.pool = pool, .name = "", .description = "", .language = "", .password = "", .pubsub = "",
		.is_public = true, .is_archived = true, .may_register = true, .may_request_voice = true, .may_change_nick = true,
		.may_visitors_change_nick = true, .may_visitors_tell_status = true, .voice_interval_secs = 30,
		.usual_history = MAX_HISTORY, .whois = NX_WHOIS_MODERATORS, .allow_pm = NX_PM_ANYONE, .max_users = MAX_USERS, .history = 20,
		.shown_roles = NX_ROLE_BIT(NX_ROLE_VISITOR) | NX_ROLE_BIT(NX_ROLE_PARTICIPANT) | NX_ROLE_BIT(NX_ROLE_MODERATOR),
		.list_roles = NX_ROLE_BIT(NX_ROLE_VISITOR) | NX_ROLE_BIT(NX_ROLE_PARTICIPANT) | NX_ROLE_BIT(NX_ROLE_MODERATOR),
	};
	add_settings(config, server);
	return config;
}

struct nx_room_config *muc_config_dup(struct nx_room_config *config)
{
	struct nx_pool *pool = nx_pool_new("room config", 512);
	struct nx_room_config *copy = nx_pool_memdup(pool, config, sizeof(*config));
	const struct nx_room_field *field;

	copy->pool = pool;
	copy->settings = nx_pool_memdup(pool, config->settings, config->setting_count * sizeof(*config->settings));
	for (size_t i = 0; (field = field_at(copy, i)); i++) {
		if (field->kind == NX_ROOM_FIELD_TEXT || field->kind == NX_ROOM_FIELD_SECRET)
			*text_of(copy, field) = nx_pool_strdup(pool, *text_of(config, field));
	}
	return copy;
}

void muc_config_free(struct nx_room_config **config)
{
	struct nx_pool *pool = *config ? (*config)->pool : NULL;

	*config = NULL;
	if (pool)
		nx_pool_free(&pool);
}

/* ---- rows ---- */

void muc_config_load(struct nx_room_config *config, const char *var, const char *value)
{
	const struct nx_room_field *field;

	for (size_t i = 0; (field = field_at(config, i)); i++) {
		if (nx_str_eq(field->var, var)) {
			const char *const *lines = (const char *const *)nx_str_split(config->pool, value, '\n');

			/* A value that an older or a newer program wrote and this one does not know is as good as none. */
			(void)take_values(config, field, field->kind == NX_ROOM_FIELD_ROLES ? lines : NX_LIST(value), NULL);
		}
	}
}

void muc_config_each(const struct nx_server *server, struct nx_room_config *config,
		     void (*fn)(void *ctx, const char *var, const char *value), void *ctx)
{
	struct nx_room_config *usual = muc_config_new(server);
	const struct nx_room_field *field;

	for (size_t i = 0; (field = field_at(usual, i)) && field_at(config, i) == field; i++) {
		const char *value = value_text(usual->pool, config, field);

		if (!nx_str_eq(value, value_text(usual->pool, usual, field)))
			fn(ctx, field->var, value);
	}
	muc_config_free(&usual);
}

/* ---- the form ---- */

static const enum nx_field_type form_types[] = {
	[NX_ROOM_FIELD_BOOL] = NX_FIELD_BOOLEAN, [NX_ROOM_FIELD_TEXT] = NX_FIELD_TEXT_SINGLE,
	[NX_ROOM_FIELD_SECRET] = NX_FIELD_TEXT_PRIVATE, [NX_ROOM_FIELD_CHOICE] = NX_FIELD_LIST_SINGLE,
	[NX_ROOM_FIELD_ROLES] = NX_FIELD_LIST_MULTI,    [NX_ROOM_FIELD_NUMBER] = NX_FIELD_TEXT_SINGLE,
};

static void add_words(struct nx_xml *el, const char *words)
{
	char **labels, **values = split_words(el->pool, words, &labels);

	for (size_t i = 0; values[i]; i++)
		nx_form_option(el, labels[i], values[i]);
}

/* XEP-0122 section 3.2 */
static void add_range(struct nx_xml *el, const struct nx_room_field *field)
{
	struct nx_xml *validate = nx_xml_add(el, "http://jabber.org/protocol/xdata-validate", "validate");
	struct nx_xml *range = nx_xml_add(validate, NULL, "range");

	nx_xml_set(validate, "datatype", "xs:integer");
	nx_xml_set(range, "min", "0");
	nx_xml_set(range, "max", nx_pool_printf(el->pool, "%lld", (long long)field->max));
}

static void add_field(struct nx_xml *form, struct nx_room_config *config, const struct nx_room_field *field)
{
	struct nx_xml *el = nx_form_add(form, form_types[field->kind], field->var, field->label);
	const char *value = value_text(form->pool, config, field);

	if (field->kind == NX_ROOM_FIELD_ROLES) {
		for (char **line = nx_str_split(form->pool, value, '\n'); *line; line++)
			nx_form_value(el, *line);
	} else {
		nx_form_value(el, value);
	}
	if (field->words)
		add_words(el, field->words);
	if (field->kind == NX_ROOM_FIELD_NUMBER)
		add_range(el, field);
}

struct nx_xml *muc_config_form(struct nx_pool *pool, const struct nx_room *room)
{
	struct nx_xml *form = nx_form_new(pool, NX_FORM_FORM, nx_pool_printf(pool, "Configuration of %s", room->local), NULL,
					  "http://jabber.org/protocol/muc#roomconfig");
	const struct nx_room_field *field;

	for (size_t i = 0; (field = field_at(room->config, i)); i++)
		add_field(form, room->config, field);
	return form;
}

/* Under its own name, or one that clients know of other servers; NULL: it is not in the form. */
static const char *const *values_in(const struct nx_room_config *config, const struct nx_form *form, const struct nx_room_field *field)
{
	const char *const *values = nx_form_values(form, field->var);
	char **alias = !values && field->alias ? nx_str_split(config->pool, field->alias, '|') : NULL;

	for (; !values && alias && *alias; alias++)
		values = nx_form_values(form, *alias);
	return values;
}

int muc_config_read(struct nx_room_config *config, const struct nx_form *form, struct nx_error *err)
{
	const struct nx_room_field *field;

	for (size_t i = 0; (field = field_at(config, i)); i++) {
		const char *const *values = values_in(config, form, field);

		if (values && take_values(config, field, values, err) < 0)
			return -1;
	}
	/* 10.1.3: "the password for a password-protected room is blank" */
	if (config->needs_password && !*config->password)
		return nx_fail(err, NX_E_NOT_ACCEPTABLE, "A room that needs a password needs one that is not empty");
	return 0;
}

void muc_config_info(struct nx_room_config *config, struct nx_xml *form)
{
	const struct nx_room_field *field;

	for (size_t i = 0; (field = field_at(config, i)); i++) {
		const char *value = value_text(form->pool, config, field);

		if (!field->info || !*value)
			continue;
		nx_form_value(nx_form_add(form, form_types[field->kind], field->info, field->label), value);
		/* Conversations reads this name here. */
		if (field->kind == NX_ROOM_FIELD_BOOL && field->alias)
			nx_form_value(nx_form_add(form, NX_FIELD_BOOLEAN, field->alias, NULL), value);
	}
}
