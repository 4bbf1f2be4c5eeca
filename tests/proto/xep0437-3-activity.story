title   XEP-0437 §3, §4: a client hears once of each of its rooms in which something was said while it was not there, also of what was said before it came
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1
crone   makes heath as firstwitch persistentroom=1
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   <~ <iq type='result' id='1'/>
crone   <~ <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'>...</message>
hag     > <presence to='{muc}'><rai xmlns='urn:xmpp:rai:0'/></presence>
wicca   > <presence to='{muc}'><rai xmlns='urn:xmpp:rai:0'/></presence>
wicca   < nothing
crone   > <message type='groupchat' id='2' to='coven@{muc}'><body>one</body></message>
crone   < <message type='groupchat' id='2'>...</message>
wicca   < <message from='{muc}'><rai xmlns='urn:xmpp:rai:0'><activity>coven@{muc}</activity></rai></message>
crone   > <message type='groupchat' id='3' to='coven@{muc}'><body>two</body></message>
crone   < <message type='groupchat' id='3'>...</message>
crone   > <message type='groupchat' id='4' to='heath@{muc}'><body>not hers</body></message>
crone   < <message type='groupchat' id='4'>...</message>
wicca   < nothing
hag     < nothing
# there, and away again
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>
wicca   <~ <message type='groupchat'><subject/></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
crone   > <message type='groupchat' id='5' to='coven@{muc}'><body>three</body></message>
crone   < <message type='groupchat' id='5'>...</message>
wicca   < <message type='groupchat' id='5'>...</message>
wicca   < nothing
wicca   > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
wicca   < nothing
# nothing since then
wicca   > <presence to='{muc}'><rai xmlns='urn:xmpp:rai:0'/></presence>
wicca   < nothing
# section 3.2
wicca   > <presence type='unavailable' to='{muc}'/>
crone   > <message type='groupchat' id='6' to='coven@{muc}'><body>four</body></message>
crone   < <message type='groupchat' id='6'>...</message>
wicca   < nothing
wicca   disconnects
restart
wicca   connects
wicca   > <presence to='{muc}'><rai xmlns='urn:xmpp:rai:0'/></presence>
wicca   < <message from='{muc}'><rai xmlns='urn:xmpp:rai:0'><activity>coven@{muc}</activity></rai></message>
