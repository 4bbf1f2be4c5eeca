title   RFC 6120 §6.5.4: without TLS nobody logs in, and the password is not looked at
users   juliet, offline
stream  juliet
juliet  greets
juliet  logs in
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-256'>{base64 n,,n=juliet,r=abcdefgh}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>
