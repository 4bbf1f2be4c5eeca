title   RFC 6120 §13.12: a stanza of 10000 bytes is always accepted, also before login
option  stanza_max = 10000
users   romeo juliet
romeo   > <message id='1' to='{juliet}'><body>{repeat 9900 x}</body></message>
juliet  < <message id='1'><body>*</body></message>
stream  nobody secure
nobody  greets
nobody  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{repeat 9900 A}</auth>
nobody  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
