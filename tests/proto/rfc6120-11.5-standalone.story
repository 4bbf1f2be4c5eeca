title   RFC 6120 §11.5: an XML declaration may say standalone='no', which means nothing
stream  juliet secure
juliet  >> <?xml version='1.0' encoding='utf-8' standalone='no'?><stream:stream to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
