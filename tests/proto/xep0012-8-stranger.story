title   XEP-0012 §3, §4 and §8: strangers are forbidden to ask, about bare and full addresses, whether or not there is such an account
users   romeo juliet
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='error' id='1' from='{juliet}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='{juliet/full}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='error' id='2' from='{juliet/full}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  < nothing
romeo   > <iq type='get' id='3' to='nobody@{host}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='error' id='3' from='nobody@{host}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4' to='nobody@{host}/x'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='error' id='4' from='nobody@{host}/x'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='5' to='{juliet/gone}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='error' id='5' from='{juliet/gone}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
