title   RFC 6121 §8.5.3.2.2: to a resource that is not there a request counts, as one to the account; the other three are ignored on both sides
users   romeo juliet mercutio nurse, offline
roster  romeo juliet both
roster  juliet romeo both
roster  romeo mercutio none in
roster  mercutio romeo none out
juliet  connects
mercutio connects
nurse   connects
romeo   connects
romeo   <~ <presence type='subscribe' from='{mercutio}'/>
romeo   > <presence type='unsubscribe' to='{juliet}/gone'/>
romeo   > <presence type='unsubscribed' to='{juliet}/gone'/>
romeo   > <presence type='subscribed' to='{mercutio}/gone'/>
romeo   < nothing
juliet  < nothing
mercutio < nothing
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/><item jid='{mercutio}' subscription='none'/></query></iq>
juliet  > <iq type='get' id='2'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='both'/></query></iq>
romeo   > <presence type='subscribe' id='s1' to='{nurse}/gone'/>
nurse   < <presence type='subscribe' id='s1' from='{romeo}' to='{nurse}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{nurse}' subscription='none' ask='subscribe'/></query></iq>
