title   XEP-0077 §3.2: who cancels gets the result, then every session ends; contacts lose the subscription, the name is free
option  registration = open
users   juliet romeo, friends
juliet/phone connects
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><remove/></query></iq>
juliet  < <iq type='result' id='1'/>
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
juliet/phone <~ <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet/phone <~ <presence type='unavailable' from='{juliet/full}'/>
juliet/phone closed
romeo   <~ <presence type='unavailable' from='{juliet/full}'/>
romeo   <~ <presence type='unavailable' from='{juliet/phone}'/>
romeo   <~ <presence type='unsubscribe' from='{juliet}'/>
romeo   <~ <presence type='unsubscribed' from='{juliet}'/>
romeo   <~ <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   <~ <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
stream  guest secure
guest   greets
guest   > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password>another one</password></query></iq>
guest   < <iq type='result' id='2'/>
