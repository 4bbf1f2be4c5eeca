title   RFC 6120 §5.4.2.2: STARTTLS that was not offered fails and ends the stream
stream  juliet secure
juliet  greets
juliet  > <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
juliet  closed
