title   RFC 6121 §3.1.6: an approval and the push behind it go to every interested resource, presence to every available one
users   romeo
users   juliet
juliet/phone connects
romeo/tablet connects without presence
romeo/tablet > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo/tablet < <iq type='result' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo/deaf connects without presence
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
romeo/tablet < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet/phone < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet/phone > <presence type='subscribed' id='a1' to='{romeo}'/>
romeo   < <presence type='subscribed' id='a1' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   <~ <presence from='{juliet/full}' to='{romeo}'/>
romeo   <~ <presence from='{juliet/phone}' to='{romeo}'/>
romeo/tablet < <presence type='subscribed' id='a1' from='{juliet}' to='{romeo}'/>
romeo/tablet < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo/tablet < nothing
romeo/deaf < nothing
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from'/></query></iq>
juliet/phone < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from'/></query></iq>
