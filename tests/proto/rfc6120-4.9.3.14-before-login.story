title   RFC 6120 §4.9.3.14: before login the limit is small
option  stanza_max_before_login = 4096
stream  juliet secure
juliet  greets
juliet  >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{repeat 4096 A}</auth>
juliet  < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
