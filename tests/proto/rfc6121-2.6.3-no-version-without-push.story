title   RFC 6121 §2.6.3: what makes no push makes no version: requests from strangers, refused sets
users   romeo juliet
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v1}'><item jid='nurse@{host}' subscription='none'/></query></iq>
juliet  > <presence type='subscribe' to='{romeo}'/>
romeo   < <presence type='subscribe' from='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' ask='subscribe'/></query></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'><group></group></item></query></iq>
romeo   < <iq type='error' id='2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3'><query xmlns='jabber:iq:roster' ver='{v1}'/></iq>
romeo   < <iq type='result' id='3'/>
romeo   < nothing
romeo   > <iq type='get' id='4'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:roster' ver='{v1}'><item jid='nurse@{host}' subscription='none'/></query></iq>
