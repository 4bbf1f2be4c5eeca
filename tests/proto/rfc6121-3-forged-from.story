title   RFC 6121 §3, RFC 6120 §8.1.2.1: whoever speaks for another loses the stream, whatever is said, and nothing comes of it
users   juliet mercutio, friends
users   romeo, offline
romeo/0 connects without presence
romeo/0 > <presence from='{juliet}'/>
romeo/0 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/0 closed
romeo/1 connects without presence
romeo/1 > <presence from='{juliet/full}' to='{mercutio}'/>
romeo/1 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/1 closed
romeo/2 connects without presence
romeo/2 > <presence from='{juliet}' type='unavailable'/>
romeo/2 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/2 closed
romeo/3 connects without presence
romeo/3 > <presence from='{juliet}' type='subscribe' to='{mercutio}'/>
romeo/3 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/3 closed
romeo/4 connects without presence
romeo/4 > <presence from='{juliet}' type='subscribed' to='{romeo}'/>
romeo/4 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/4 closed
romeo/5 connects without presence
romeo/5 > <presence from='{juliet}' type='unsubscribe' to='{mercutio}'/>
romeo/5 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/5 closed
romeo/6 connects without presence
romeo/6 > <presence from='{juliet}' type='unsubscribed' to='{mercutio}'/>
romeo/6 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/6 closed
romeo/7 connects without presence
romeo/7 > <presence from='{juliet}' type='probe' to='{mercutio}'/>
romeo/7 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/7 closed
romeo/8 connects without presence
romeo/8 > <presence from='{host}' to='{mercutio}'/>
romeo/8 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/8 closed
romeo/9 connects without presence
romeo/9 > <iq from='{juliet/full}' type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{mercutio}' subscription='remove'/></query></iq>
romeo/9 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/9 closed
romeo/10 connects without presence
romeo/10 > <iq from='{juliet}' type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo/10 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/10 closed
romeo/11 connects without presence
romeo/11 > <iq from='{juliet/full}' type='result' id='1' to='{mercutio/full}'/>
romeo/11 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/11 closed
romeo/12 connects without presence
romeo/12 > <message from='{mercutio/full}' type='error' to='{juliet/full}'/>
romeo/12 < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/12 closed
juliet  < nothing
mercutio < nothing
juliet  > <iq type='get' id='2'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='{mercutio}' subscription='both'/></query></iq>
