title   output_drop: a client that reads too slowly gets no presence and no chat states, but every message and every request
option  output_drop = 16384
users   romeo juliet, friends
juliet  reads nothing
romeo   > <message type='headline' id='1' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='3' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   < nothing
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
romeo   > <message type='chat' to='{juliet}'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
romeo   > <message type='chat' id='4' to='{juliet}'><active xmlns='http://jabber.org/protocol/chatstates'/><body>4</body></message>
romeo   > <presence type='unsubscribe' to='{juliet}'/>
romeo   <~ <iq type='set' id='{=push}'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='from'/></query></iq>
romeo   <~ <presence type='unavailable' from='{juliet/full}'/>
juliet  reads
juliet  < <message type='headline' id='1'>...</message>
juliet  < <message type='headline' id='2'>...</message>
juliet  < <message type='headline' id='3'>...</message>
juliet  < <message type='chat' id='4'>...</message>
juliet  <~ <iq type='set' id='{=push}'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
juliet  <~ <presence type='unsubscribe' from='{romeo}'/>
# what it was spared, as it is now
juliet  < <presence from='{romeo/full}'><show>away</show></presence>
romeo   > <presence><show>dnd</show></presence>
romeo   < <presence from='{romeo/full}'><show>dnd</show></presence>
juliet  < <presence from='{romeo/full}'><show>dnd</show></presence>
