title   XEP-0199 §4.4: a ping to a full JID is the client's to answer
users   romeo juliet, friends
romeo   > <iq type='get' id='1' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='1' from='{romeo/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  > <iq type='result' id='1' to='{romeo/full}'/>
romeo   < <iq type='result' id='1' from='{juliet/full}'/>
