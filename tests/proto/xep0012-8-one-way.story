title   XEP-0012 §8: only who sees the presence may ask, not who shows the own
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'>...</iq>
juliet  < <presence type='subscribe' from='{romeo}'/>
juliet  > <presence type='subscribed' to='{romeo}'/>
romeo   <~ <iq type='set'>...</iq>
romeo   <~ <presence type='subscribed' from='{juliet}'/>
romeo   <~ <presence from='{juliet/full}'/>
juliet  <~ <iq type='set'>...</iq>
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><query xmlns='jabber:iq:last' seconds='0'/></iq>
juliet  > <iq type='get' id='2' to='{romeo}'><query xmlns='jabber:iq:last'/></iq>
juliet  < <iq type='error' id='2' from='{romeo}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
