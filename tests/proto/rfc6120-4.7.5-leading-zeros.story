title   RFC 6120 §4.7.5: leading zeros of a version mean nothing, numbers are compared as numbers
stream  juliet secure
juliet  >> <stream:stream to='{host}' version='01.010' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' version='1.0'>
juliet  < <stream:features>...</stream:features>
stream  romeo secure
romeo   >> <stream:stream to='{host}' version='10.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
romeo   < <stream:stream from='{host}' version='1.0'>
romeo   < <stream:error><unsupported-version xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
