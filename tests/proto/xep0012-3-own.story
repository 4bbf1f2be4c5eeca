title   XEP-0012 §3: who asks about the own account is connected
users   romeo
clock   +30s
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:last' seconds='0'/></iq>
romeo   > <iq type='get' id='2' to='{romeo}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='2' from='{romeo}'><query xmlns='jabber:iq:last' seconds='0'/></iq>
