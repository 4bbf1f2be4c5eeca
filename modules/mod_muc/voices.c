/* Voice that outlives a visit (XEP-0045 section 5.1: "an implementation SHOULD" persist roles in moderated rooms): whom a moderator has given
 * voice keeps it when the connection is cut, and whom a moderator has silenced does not get it back by going out and in again. Only what
 * differs from what everybody of that affiliation has is remembered; a change of the affiliation ends it. */
#include "mod_muc/muc.h"

#include <string.h>

#include "base/map.h"
#include "base/mem.h"

/* Further ones last for a visit only. */
#define MAX_VOICES 1000

struct voice {
	enum nx_role role;
	uint16_t jid_len;
	char jid[];
};

enum nx_role muc_voice_of(const struct nx_room *room, const char *bare, size_t bare_len)
{
	const struct voice *voice = nx_map_find(room->voices, bare, bare_len);

	return voice ? voice->role : NX_ROLE_NONE;
}

void muc_voice_set(struct nx_room *room, const char *bare, size_t bare_len, enum nx_role role)
{
	struct voice *voice;

	nx_mem_free(nx_map_remove(room->voices, bare, bare_len));
	if (role == NX_ROLE_NONE || nx_map_count(room->voices) >= MAX_VOICES)
		return;
	voice = nx_mem_new(sizeof(*voice) + bare_len + 1);
	voice->role = role;
	voice->jid_len = (uint16_t)bare_len;
	memcpy(voice->jid, bare, bare_len);
	nx_map_set(room->voices, voice->jid, bare_len, voice);
}

void muc_voices_clear(struct nx_room *room)
{
	struct nx_map_iter it = {0};
	struct voice *voice;

	while ((voice = nx_map_next(room->voices, &it))) {
		nx_map_remove(room->voices, voice->jid, voice->jid_len);
		nx_mem_free(voice);
	}
}

enum nx_role muc_voice_after(const struct nx_occupant *occupant, enum nx_role role)
{
	const struct nx_jid *real = &occupant->real;

	if (role == NX_ROLE_NONE)       /* kicked: comes back as what it was */
		return muc_voice_of(occupant->room, real->full, real->full_len);
	if (role == NX_ROLE_MODERATOR || role == muc_default_role(occupant->room->config, occupant->affiliation))
		return NX_ROLE_NONE;
	return role;
}

enum nx_role muc_entry_role(const struct nx_room *room, const struct nx_jid *jid, enum nx_affiliation affiliation)
{
	enum nx_role role = affiliation < NX_AFF_ADMIN ? muc_voice_of(room, jid->full, jid->bare_len) : NX_ROLE_NONE;

	return role != NX_ROLE_NONE ? role : muc_default_role(room->config, affiliation);
}

void muc_store_voice(struct nx_job *job, const struct nx_room *room, const char *jid, enum nx_role role)
{
	const struct nx_statements *statements = room->muc->mod->statements;

	if (role == NX_ROLE_NONE)
		nx_job_add(job, statements, MUC_REMOVE_VOICE, "sss", room->component->name, room->local, jid);
	else
		nx_job_add(job, statements, MUC_SET_VOICE, "ssss", room->component->name, room->local, jid, muc_role_name(role));
}

void muc_store_voices(struct nx_job *job, const struct nx_room *room)
{
	struct nx_map_iter it = {0};
	const struct voice *voice;

	while ((voice = nx_map_next(room->voices, &it)))
		muc_store_voice(job, room, voice->jid, voice->role);
}
