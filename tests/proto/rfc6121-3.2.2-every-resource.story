title   RFC 6121 §3.2.2, §3.3.3: when a subscription ends every resource goes offline for every available resource of the other
users   romeo juliet, friends
juliet/phone connects
romeo/phone connects
romeo/deaf connects without presence
juliet  > <presence type='unsubscribed' id='c1' to='{romeo/full}'/>
romeo   <~ <presence type='unavailable' from='{juliet/full}'/>
romeo   <~ <presence type='unavailable' from='{juliet/phone}'/>
romeo   < <presence type='unsubscribed' id='c1' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='from'/></query></iq>
romeo/phone <~ <presence type='unavailable' from='{juliet/full}'/>
romeo/phone <~ <presence type='unavailable' from='{juliet/phone}'/>
romeo/phone < <presence type='unsubscribed' id='c1' from='{juliet}' to='{romeo}'/>
romeo/phone < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='from'/></query></iq>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
juliet/phone < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
juliet/phone > <presence type='unsubscribe' id='u1' to='{romeo}'/>
romeo   < <presence type='unsubscribe' id='u1' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
romeo/phone < <presence type='unsubscribe' id='u1' from='{juliet}' to='{romeo}'/>
romeo/phone < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
juliet  <~ <presence type='unavailable' from='{romeo/full}'/>
juliet  <~ <presence type='unavailable' from='{romeo/phone}'/>
juliet/phone < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
juliet/phone <~ <presence type='unavailable' from='{romeo/full}'/>
juliet/phone <~ <presence type='unavailable' from='{romeo/phone}'/>
romeo/deaf < nothing
