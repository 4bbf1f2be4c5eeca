title   XEP-0045 §9.5, §10.4: who is deleted while a room is read belongs to it no more, whatever had been read
users   crone romeo juliet mercutio, offline
users   wicca hag, friends
wicca   makes coven0 as secondwitch persistentroom=1
wicca   > <iq type='set' id='1' to='coven0@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{crone}'/></query></iq>
wicca   < <iq type='result' id='1'/>
wicca   < <message from='coven0@{muc}'>...</message>
wicca   makes coven1 as secondwitch persistentroom=1
wicca   > <iq type='set' id='1' to='coven1@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{romeo}'/></query></iq>
wicca   < <iq type='result' id='1'/>
wicca   < <message from='coven1@{muc}'>...</message>
wicca   makes coven2 as secondwitch persistentroom=1
wicca   > <iq type='set' id='1' to='coven2@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{juliet}'/></query></iq>
wicca   < <iq type='result' id='1'/>
wicca   < <message from='coven2@{muc}'>...</message>
wicca   makes coven3 as secondwitch persistentroom=1
wicca   > <iq type='set' id='1' to='coven3@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{mercutio}'/></query></iq>
wicca   < <iq type='result' id='1'/>
wicca   < <message from='coven3@{muc}'>...</message>
restart
wicca   connects
# their rows are read before they are deleted, and arrive after it
fault   muc.load_members:1
wicca   > <iq type='get' id='2' to='coven0@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin'/></query></iq>
account crone deleted
wicca   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
fault   muc.load_members:1
wicca   > <iq type='get' id='2' to='coven1@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin'/></query></iq>
account romeo deleted
wicca   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
fault   muc.load_members:1
wicca   > <iq type='get' id='2' to='coven2@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin'/></query></iq>
account juliet deleted
wicca   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
fault   muc.load_members:1
wicca   > <iq type='get' id='2' to='coven3@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin'/></query></iq>
account mercutio deleted
wicca   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
