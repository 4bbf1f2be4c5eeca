title   XEP-0045 §9.5: who is invited to an open room does not become a member
users   crone wicca
crone   makes coven as firstwitch
crone   > <message id='1' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{wicca}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{crone}'/></x></message>
crone   > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
crone   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
