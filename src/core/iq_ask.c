/* Questions of the server to a client (core/iq_ask.h). */
#include "core/iq_ask.h"

#include "base/assert.h"
#include "base/mem.h"
#include "base/rand.h"
#include "core/module.h"
#include "net/loop.h"

/* RFC 6120 section 8.1.3: not to be guessed, so that nothing old is taken for an answer. */
#define ID_LEN 12

struct question {
	struct nx_link link;            /* in sess->questions, oldest first */
	struct nx_timer timer;
	struct nx_module *mod;
	struct nx_session *sess;
	nx_iq_answer_fn *fn;
	void *ctx;
	char id[ID_LEN + 1];
};

/* Takes the question off the session first: the call-back may ask again, or end the session. */
static void finish(struct question *question, enum nx_iq_outcome outcome, const struct nx_xml *iq)
{
	struct question done = *question;

	nx_timer_cancel(&question->timer);
	nx_list_remove(&question->link);
	done.sess->question_count--;
	nx_mem_free(question);
	done.fn(done.mod, done.sess, outcome, iq, done.ctx);
}

static void took_too_long(void *arg)
{
	finish(arg, NX_IQ_TIMEOUT, NULL);
}

static void send_question(struct nx_session *sess, enum nx_stanza_type type, struct nx_xml *payload, const char *id)
{
	struct nx_xml *iq = nx_xml_new(payload->pool, NX_NS_CLIENT, "iq");

	nx_xml_set(iq, "type", type == NX_TYPE_GET ? "get" : "set");
	nx_xml_set(iq, "id", id);
	nx_xml_set(iq, "from", sess->host->name);
	nx_xml_set(iq, "to", sess->jid.full);
	nx_xml_append(iq, payload);
	nx_session_write(sess, iq);
}

int nx_iq_ask(struct nx_module *mod, struct nx_session *sess, enum nx_stanza_type type, struct nx_xml *payload,
	      int64_t timeout_ms, nx_iq_answer_fn *fn, void *ctx)
{
	nx_assert(nx_session_is_bound(sess));
	if (sess->question_count >= NX_IQ_MAX_ASKED)
		return -1;
	struct question *question = nx_mem_new(sizeof(*question));

	question->mod = mod;
	question->sess = sess;
	question->fn = fn;
	question->ctx = ctx;
	nx_rand_name(question->id, ID_LEN);
	nx_list_append(&sess->questions, &question->link);
	sess->question_count++;
	nx_timer_set(nx_loop_timers(sess->server->loop), &question->timer, timeout_ms, took_too_long, question);
	send_question(sess, type, payload, question->id);
	return 0;
}

/* To the host that asked, or without `to`: COMPAT, some clients leave it out, and no one else could be meant. */
static bool is_for_host(const struct nx_session *sess, const struct nx_jid *to)
{
	return !nx_jid_is_set(to) || nx_jid_eq(to, &sess->host->jid);
}

bool nx_iq_take_answer(struct nx_session *sess, enum nx_stanza_type type, const struct nx_xml *iq, const struct nx_jid *to)
{
	const char *id = nx_xml_attr(iq, "id");
	struct question *question;

	if (sess->question_count == 0 || !is_for_host(sess, to))
		return false;
	NX_LIST_EACH(&sess->questions, struct question, link, question) {
		if (nx_str_eq(question->id, id)) {
			finish(question, type == NX_TYPE_RESULT ? NX_IQ_RESULT : NX_IQ_ERROR, iq);
			return true;
		}
	}
	return false;
}

void nx_iq_drop_questions(struct nx_session *sess)
{
	struct question *question;

	while ((question = NX_LIST_FIRST(&sess->questions, struct question, link)))
		finish(question, NX_IQ_GONE, NULL);
}
