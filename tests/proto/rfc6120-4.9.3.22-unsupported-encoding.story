title   RFC 6120 §4.9.3.22: the encoding is UTF-8
stream  juliet secure
juliet  >> \xff\xfe<\x00s\x00
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><unsupported-encoding xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
