title   XEP-0045 §17.4: questions pass from occupant to occupant without addresses
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <iq type='get' id='q' to='coven@{muc}/firstwitch'><query xmlns='jabber:iq:version'/></iq>
crone < <iq type='get' id='{=qid}' from='coven@{muc}/secondwitch'><query xmlns='jabber:iq:version'/></iq>
crone > <iq type='result' id='{qid}' to='coven@{muc}/secondwitch'><query xmlns='jabber:iq:version'><name>Cauldron</name></query></iq>
wicca < <iq type='result' id='q' from='coven@{muc}/firstwitch'><query xmlns='jabber:iq:version'><name>Cauldron</name></query></iq>
