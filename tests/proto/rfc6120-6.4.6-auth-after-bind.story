title   RFC 6120 §6.4.6: a session cannot log in again, nor start TLS
users   romeo juliet
romeo   > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0romeo\0{password}}</auth>
romeo   < <stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  > <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
juliet  < <stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
