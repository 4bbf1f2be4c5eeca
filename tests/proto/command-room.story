title   nexactl room: rooms are made, looked at, configured, given to others and destroyed; people are made members, silenced, put out; what is not there is said
users   crone wicca hag
command room create room=coven@{muc} owner={crone} name=Coven members-only=true
answer  message = The room coven@{muc} was made; it belongs to {crone}
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{host}'/></x></message>
command room create room=coven@{muc} owner={wicca}
answer  error = conflict
command room create room=coven@{host} owner={wicca}
answer  error = item-not-found
command room create room={muc} owner={wicca}
answer  error = bad-request
# whoever took that name later would own it
command room create room=heath@{muc} owner=nobody@{host}
answer  error = item-not-found
command room list
answer  message = 1 room
command room affiliation room=coven@{host} jid={wicca} affiliation=member
answer  error = item-not-found
command room show room=heath@{muc}
answer  error = item-not-found
command room show room=coven@{muc}
answer  message = coven@{muc}
answer  name = Coven
answer  kind = persistent
answer  owners.0 = {crone}
answer  members_only = true
answer  occupants = 0
# what a client makes is there too, stored or not
wicca   makes heath as secondwitch
command room list
answer  message = 2 rooms
answer  rooms.0.room = coven@{muc}
answer  rooms.0.owners = 1
answer  rooms.1.room = heath@{muc}
answer  rooms.1.kind = temporary
answer  rooms.1.occupants = 1
command room list ownerless=true
answer  message = 0 rooms
command room list host=other.example
answer  error = item-not-found
# people
command room affiliation room=coven@{muc} jid={wicca} affiliation=member nick=second reason=Welcome
answer  message = The affiliation of {wicca} to coven@{muc} is member now
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{host}'><reason>Welcome</reason></invite></x></message>
command room affiliation room=coven@{muc} jid={wicca} affiliation=queen
answer  error = bad-request
command room affiliation room=coven@{muc} jid={crone} affiliation=none
answer  error = conflict
command room people room=coven@{muc} affiliation=member
answer  message = 1 person
answer  people.0.jid = {wicca}
answer  people.0.nick = second
answer  people.0.reason = Welcome
command room affiliation room=coven@{muc} jid=a@{host} affiliation=outcast
wicca   < nothing
command room people room=coven@{muc}
answer  people.0.affiliation = owner
answer  people.1.affiliation = member
answer  people.2.jid = a@{host}
wicca   > <presence to='coven@{muc}/second'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence from='coven@{muc}/second'>...</presence>
wicca   < <message type='groupchat'><subject/></message>
command room occupants room=coven@{muc}
answer  message = 1 client
answer  occupants.0.nick = second
answer  occupants.0.jid = {wicca/full}
answer  occupants.0.role = participant
command room role room=coven@{muc} nick=second role=visitor
answer  message = The role of second in coven@{muc} is visitor now
wicca   < <presence from='coven@{muc}/second'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='visitor' jid='{wicca/full}'/><status code='110'/></x>...</presence>
command room kick room=coven@{muc} nick=second reason=Enough
answer  message = second was put out of coven@{muc}, and may come back
wicca   < <presence type='unavailable' from='coven@{muc}/second'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='none' jid='{wicca/full}'><reason>Enough</reason></item><status code='307'/><status code='110'/></x>...</presence>
command room kick room=coven@{muc} nick=second
answer  error = item-not-found
# configuration: fields by their whole name or without muc#roomconfig_, lists with commas; what is refused changes nothing
command room set room=coven@{muc} field=roomdesc value=Fair,foul
answer  message = muc#roomconfig_roomdesc of coven@{muc} was set
command room set room=coven@{muc} field=muc#roomconfig_presencebroadcast value=moderator,participant
command room set room=coven@{muc} field=roomsecret value=cauldronburn
answer  error = bad-request
command room password room=coven@{muc} password=cauldronburn
command room show room=coven@{muc}
answer  needs_password = true
command room password room=heath2@{muc} password=cauldronburn
answer  error = item-not-found
command room list
answer  message = 2 rooms
command room set room=coven@{muc} field=passwordprotectedroom value=false
command room set room=coven@{muc} field=cauldron value=full
answer  error = item-not-found
command room set room=coven@{muc} field=maxusers value=many
answer  error = not-acceptable
command room show room=coven@{muc}
answer  description = Fair,foul
command room config room=coven@{muc}
answer  fields.0.field = muc#roomconfig_roomname
answer  fields.0.value.0 = Coven
# a room whose owner is gone is found, and given to somebody
account crone deleted
crone   < <stream:error>...</stream:error>
crone   closed
command room list ownerless=true
answer  message = 1 room
answer  rooms.0.room = coven@{muc}
command room affiliation room=coven@{muc} jid={wicca} affiliation=owner
command room list ownerless=true
answer  message = 0 rooms
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner'/><status code='101'/></x></message>
# gone with all that belongs to it
wicca   > <presence to='coven@{muc}/second'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence from='coven@{muc}/second'>...</presence>
wicca   < <message type='groupchat'><subject/></message>
command room destroy room=coven@{muc} alternate=heath@{muc} reason=Dawn
answer  message = The room coven@{muc} is no more
wicca   < <presence type='unavailable' from='coven@{muc}/second'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/><status code='110'/><destroy jid='heath@{muc}'><reason>Dawn</reason></destroy></x>...</presence>
command room destroy room=coven@{muc}
answer  error = item-not-found
command room list
answer  message = 1 room
