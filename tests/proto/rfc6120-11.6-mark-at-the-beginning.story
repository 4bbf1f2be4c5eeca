title   RFC 6120 §11.6: a byte order mark before the first header is overlooked (COMPAT: writers of .NET)
stream  juliet secure
juliet  >> \xef\xbb\xbf<stream:stream to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
