title   RFC 3921 §3: the session request of older clients is answered at any time
users   romeo, connected
romeo   > <iq type='set' id='1'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>
romeo   < <iq type='result' id='1'/>
romeo   > <presence/>
romeo   < <presence from='{romeo/full}'/>
romeo   > <iq type='set' id='2' to='{host}'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>
romeo   < <iq type='result' id='2' from='{host}'/>
