title   XEP-0054 §3.3 and §4: the host has a card too; host and accounts say that they know vCards
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><vCard xmlns='vcard-temp'><FN>{host}</FN><JABBERID>{host}</JABBERID><DESC>*</DESC></vCard></iq>
romeo   > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='vcard-temp'/>...</query></iq>
romeo   > <iq type='get' id='3'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='vcard-temp'/>...</query></iq>
