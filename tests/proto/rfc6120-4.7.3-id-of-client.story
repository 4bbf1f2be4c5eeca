title   RFC 6120 §4.7.3: an id in the client's header is ignored
stream  juliet secure
juliet  >> <stream:stream id='mine' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='!mine' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
