/* Broken assumptions of our own end the process at once, in every build. Never assert on what a
 * peer, an administrator or a disk can do (STYLE.md section 5). */
#ifndef NX_BASE_ASSERT_H
#define NX_BASE_ASSERT_H

_Noreturn void nx_assert_failed(const char *expr, const char *file, int line);

#define nx_assert(expr) ((expr) ? (void)0 : nx_assert_failed(#expr, __FILE__, __LINE__))
#define nx_unreachable() nx_assert_failed("unreachable", __FILE__, __LINE__)

#endif
