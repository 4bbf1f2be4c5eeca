/* Telling systemd how we are (sd_notify(3)): one datagram to $NOTIFY_SOCKET; nothing without one. */
#ifndef NX_NEXAD_NOTIFY_H
#define NX_NEXAD_NOTIFY_H

/* "READY=1", "STOPPING=1" */
void notify_systemd(const char *state);
/* A reload begins; READY=1 ends it. With the time, as Type=notify-reload wants it. */
void notify_reloading(void);

#endif
