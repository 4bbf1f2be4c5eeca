title   RFC 6121 §3.1.1: an item may be made before the request or after it; both end up the same
users   romeo
users   juliet nurse, offline
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}' name='Juliet'><group>Friends</group></item></query></iq>
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' name='Juliet' subscription='none'><group>Friends</group></item></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' name='Juliet' subscription='none' ask='subscribe'><group>Friends</group></item></query></iq>
romeo   > <presence type='subscribe' to='{nurse}'/>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='{nurse}' name='Nurse'><group>Friends</group></item></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{nurse}' subscription='none' ask='subscribe'/></query></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{nurse}' name='Nurse' subscription='none' ask='subscribe'><group>Friends</group></item></query></iq>
