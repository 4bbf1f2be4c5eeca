title   RFC 6121 §A.1: a request makes no item; an item that the user makes meanwhile keeps the request
users   juliet romeo mercutio, offline
roster  juliet romeo unknown in
roster  juliet mercutio unknown in
juliet  connects
juliet  <~ <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{mercutio}' to='{juliet}'/>
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:roster'/></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='{romeo}' name='Romeo'><group>Friends</group></item></query></iq>
juliet  < <iq type='result' id='2'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' name='Romeo' subscription='none'><group>Friends</group></item></query></iq>
juliet/phone connects
juliet/phone <~ <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet/phone <~ <presence type='subscribe' from='{mercutio}' to='{juliet}'/>
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' name='Romeo' subscription='from'><group>Friends</group></item></query></iq>
juliet/phone < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' name='Romeo' subscription='from'><group>Friends</group></item></query></iq>
juliet  > <presence type='subscribed' to='{mercutio}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{mercutio}' subscription='from'/></query></iq>
juliet/phone < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{mercutio}' subscription='from'/></query></iq>
