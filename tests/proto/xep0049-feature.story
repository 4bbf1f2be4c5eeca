title   XEP-0049: host and account say that they know private XML, as clients look for it
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='jabber:iq:private'/>...</query></iq>
romeo   > <iq type='get' id='2'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='jabber:iq:private'/>...</query></iq>
