/* Lines that look behind the server's back: into its database. */
#ifndef PROTO_DATABASE_H
#define PROTO_DATABASE_H

struct stage;

/* "database SQL": what a disk or an administrator does. "database stuck", "database moves": a disk that takes its time. */
void database_change(struct stage *stage, char *args);
/* "roster OWNER CONTACT STATE": what the owner's roster says of the contact since earlier days. */
void database_roster(struct stage *stage, char *args);

#endif
