title   RFC 6120 §4.9.3.14: a start tag over the limit ends the stream before it is whole
option  start_tag_max = 1024
users   romeo juliet
romeo   >> <message to='{juliet}' id='{repeat 1100 x}
romeo   < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
