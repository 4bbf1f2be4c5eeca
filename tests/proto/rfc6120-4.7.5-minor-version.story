title   RFC 6120 §4.7.5: a higher minor version is answered with 1.0
stream  juliet secure
juliet  >> <stream:stream to='{host}' version='1.22' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' version='1.0'>
juliet  < <stream:features>...</stream:features>
