/* Telling systemd how we are (sd_notify(3)): one datagram to $NOTIFY_SOCKET; nothing without one. */
#ifndef NX_NEXAD_NOTIFY_H
#define NX_NEXAD_NOTIFY_H

/* "READY=1", "STOPPING=1", "RELOADING=1\nMONOTONIC_USEC=…" … */
void notify_systemd(const char *state);

#endif
