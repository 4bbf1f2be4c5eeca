title   XEP-0045 §10.4: a room whose only owner's account was deleted is still kept in order by its admins
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' jid='{wicca}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin'/><status code='101'/></x></message>
account crone deleted
crone   < <stream:error>...</stream:error>
crone   closed
wicca   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{hag}'/></query></iq>
wicca   < <iq type='result' id='2'/>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast'/><status code='101'/></x></message>
wicca   > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
wicca   < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{hag}'/></query></iq>
