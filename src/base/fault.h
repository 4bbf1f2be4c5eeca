/* Failures made by name, for tests (STYLE.md section 11): NEXA_FAULTS="store.commit:3,net.accept"
 * makes the third look at store.commit fail once and every look at net.accept fail.
 * Costs one load and a branch when no fault is set. */
#ifndef NX_BASE_FAULT_H
#define NX_BASE_FAULT_H

#include <stdbool.h>

/* Replaces all faults; NULL or "" clears them. Thread-safe against nx_fault(). */
void nx_faults_set(const char *spec);
/* True when this place has to fail now. */
bool nx_fault(const char *name);

#endif
