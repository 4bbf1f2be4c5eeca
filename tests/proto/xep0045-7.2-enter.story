title   XEP-0045 §7.1, §7.2.2, §10.1: a room is made, unlocked and entered; the others come first, then oneself with 110, then the subject
users   crone wicca hag
crone   > <presence to='coven@{muc}/firstwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
crone   < <presence from='coven@{muc}/firstwitch' id='1'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{crone/full}'/><status code='110'/><status code='201'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <message type='groupchat' from='coven@{muc}'><subject/></message>
# locked (7.2.10): it does not exist yet for others
wicca   > <presence to='coven@{muc}/secondwitch' id='2'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' from='coven@{muc}/secondwitch' id='2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
crone   < <iq type='result' id='3' from='coven@{muc}'/>
wicca   > <presence to='coven@{muc}/secondwitch' id='4'><show>away</show><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch' id='4'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
# 7.2.4: semi-anonymous: only moderators see the address
crone   < <presence from='coven@{muc}/secondwitch'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     > <presence to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag     < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <presence from='coven@{muc}/secondwitch'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{hag/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{hag/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
