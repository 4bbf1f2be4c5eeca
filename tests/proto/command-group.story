title   nexactl group: groups are made, listed and removed; accounts join and leave; what is not there is said
users   juliet, offline
users   romeo, offline
command group create name=5b
answer  message = The group 5b was created on {host}
command group create name=5b
answer  error = conflict
command group create name=7a host=other.example
answer  error = item-not-found
command group create name=
answer  error = bad-request
command group create name={repeat 201 x}
answer  error = bad-request
command group add name=5b jid={juliet}
answer  message = {juliet} is in the group 5b now
command group add name=5b jid={juliet}
answer  message = {juliet} is in the group 5b already
command group add name=5b jid={romeo}
command group add name=5b jid=nobody@{host}
answer  error = item-not-found
answer  text = There is no account nobody@{host}
command group add name=5c jid={juliet}
answer  error = item-not-found
answer  text = There is no group 5c on {host}; nexactl group list shows them
command group members name=5b
answer  members.count = 2
answer  members.0.jid = {juliet}
answer  members.1.jid = {romeo}
command group list
answer  groups.count = 1
answer  groups.0.name = 5b
answer  groups.0.members = 2
answer  groups.0.created_at = *
command group remove name=5b jid={romeo}
answer  message = {romeo} is not in the group 5b any more
command group remove name=5b jid={romeo}
answer  error = item-not-found
account juliet deleted
command group members name=5b
answer  members.count = 0
command group members name=5c
answer  error = item-not-found
command group delete name=5b
command group delete name=5b
answer  error = item-not-found
command group list
answer  groups.count = 0
