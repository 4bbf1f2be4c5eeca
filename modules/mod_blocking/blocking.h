/* What the files of mod_blocking share: mod_blocking.c blocks and answers clients, reports.c keeps what users report. */
#ifndef MOD_BLOCKING_BLOCKING_H
#define MOD_BLOCKING_BLOCKING_H

#include "core/module.h"
#include "mod_blocking/blocklist.h"

/* mod->data. */
struct blocking {
	struct nx_owner owner;          /* of what commands ask the store */
};

enum blocking_statement { BLOCK_LOAD, BLOCK_ADD, BLOCK_REMOVE, BLOCK_CLEAR, REPORT_ADD, REPORT_LIST, REPORT_LIST_ALL, REPORT_DONE };

/* Adds the report inside <item/>, if there is a proper one, to the job that blocks jid (XEP-0377 section 6). */
void report_add(struct nx_module *mod, const struct nx_account *reporter, const struct nx_xml *item, const char *jid,
		struct nx_job *job);

extern const struct nx_command report_commands[];

#endif
