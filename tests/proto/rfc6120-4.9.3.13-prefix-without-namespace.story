title   RFC 6120 §4.9.3.13, §11.3: a prefix that was not declared
users   romeo juliet
romeo   >> <message to='{juliet}'><x:a/></message>
romeo   < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  < nothing
