title   RFC 6120 §4.9.3.14: elements nested over the limit end the stream
option  stanza_depth_max = 8
users   romeo juliet
romeo   >> <message to='{juliet}'>{repeat 8 <a>}{repeat 8 </a>}</message>
romeo   < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
