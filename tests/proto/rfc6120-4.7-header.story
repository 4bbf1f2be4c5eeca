title   RFC 6120 §4.7: the answering header names host, client, id, version and language
users   juliet, offline
stream  juliet secure
juliet  >> <?xml version='1.0'?><stream:stream from='{juliet}' to='{host}' version='1.0' xml:lang='de' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' to='{juliet}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
