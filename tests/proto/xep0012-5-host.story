title   XEP-0012 §5: the host tells for how long it has been up, without text
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='jabber:iq:last' seconds='0'/></iq>
clock   +90s
romeo   > <iq type='get' id='2' to='{host}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><query xmlns='jabber:iq:last' seconds='90'/></iq>
romeo   > <iq type='get' id='3' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='3' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='jabber:iq:last'/>...</query></iq>
romeo   > <iq type='get' id='4'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='jabber:iq:last'/>...</query></iq>
