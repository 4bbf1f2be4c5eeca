title   RFC 6120 §8.1.2.1: answers of the server come from the host, those of the account from its bare address or nobody
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='1' from='{host}' to='{romeo/full}'/>
romeo   > <iq type='get' id='2' to='{romeo}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='2' from='{romeo}' to='{romeo/full}'/>
romeo   > <iq type='get' id='3'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='3' to='{romeo/full}'/>
