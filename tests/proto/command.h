/* Administrators' commands in a story (README.md): what nexactl would send, without its socket. */
#ifndef PROTO_COMMAND_H
#define PROTO_COMMAND_H

struct stage;

/* "reports done id=7": runs it and keeps the answer. */
void command_run(struct stage *stage, char *args);
/* "reports.0.reason = spam": looks into the answer. */
void command_answer(struct stage *stage, char *args);
void command_forget(struct stage *stage);

#endif
