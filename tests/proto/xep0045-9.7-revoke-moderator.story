title   XEP-0045 §9.6, §9.7, §9.8: an admin makes a moderator and unmakes the same one, with a reason; both are shown to all, and the list follows
users   crone wicca
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='secondwitch' role='moderator'><reason>A worthy witch</reason></item></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='moderator' jid='{wicca/full}'><actor nick='firstwitch'/><reason>A worthy witch</reason></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
crone   > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='moderator'/></query></iq>
crone   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' role='moderator' nick='firstwitch' jid='{crone/full}'/><item affiliation='none' role='moderator' nick='secondwitch' jid='{wicca/full}'/></query></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='secondwitch' role='participant'><reason>Not so worthy after all</reason></item></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'><actor nick='firstwitch'/><reason>Not so worthy after all</reason></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'><actor nick='firstwitch'/><reason>Not so worthy after all</reason></item><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
