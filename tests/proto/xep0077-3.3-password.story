title   XEP-0077 §3.3: a user sets a new password; the old one is no good any more
users   juliet
juliet  > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='result' id='1'/>
juliet  disconnects
stream  juliet secure
juliet  greets
juliet  logs in with PLAIN password secret
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
juliet  >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0correct horse}</auth>
juliet  binds full
log     WARNING login failed account={juliet}
