/* What names look like (Unicode TR 39): two that can be mistaken for one another have the same look. For names that people know others
 * by: accounts, nicknames in rooms. A look is compared and kept, never shown.
 *
 * ICU's data is opened with the first name, because most servers never judge one. */
#ifndef NX_XMPP_LOOK_H
#define NX_XMPP_LOOK_H

#include <stdbool.h>

struct nx_looks;
struct nx_pool;

struct nx_looks *nx_looks_new(void);
void nx_looks_free(struct nx_looks **looks);
/* The skeleton of text (section 4), case folded, without what cannot be seen, in pool. NULL when it cannot be told: not UTF-8,
 * thousands of characters, or the system's ICU does not work. */
char *nx_look_of(struct nx_looks *looks, struct nx_pool *pool, const char *text);
/* Neither mixes text letters of different scripts (section 5.2, highly restrictive), nor has it some that cannot be seen. */
bool nx_look_is_honest(struct nx_looks *looks, const char *text);

#endif
