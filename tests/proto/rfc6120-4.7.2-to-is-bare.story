title   RFC 6120 §4.7.2: the answering header names the bare address that the client announced, in normal form
stream  juliet secure
juliet  >> <stream:stream from='Juliet@{host}/balcony' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' to='juliet@{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
