title   RFC 6120 §4.9.3.10: the stream namespace is the only one for streams
stream  juliet secure
juliet  >> <stream:stream to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://wrong.example/'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><invalid-namespace xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
