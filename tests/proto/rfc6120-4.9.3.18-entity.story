title   RFC 6120 §4.9.3.18: an entity besides the five predefined ones is restricted XML
users   romeo juliet
romeo   >> <message to='{juliet}'><body>&nbsp;</body></message>
romeo   < <stream:error><restricted-xml xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
