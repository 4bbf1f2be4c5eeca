title   XEP-0199 §4.2: host and own account answer pings
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='1' from='{host}'/>
romeo   > <iq type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='2'/>
romeo   > <iq type='get' id='3' to='{romeo}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='3' from='{romeo}'/>
