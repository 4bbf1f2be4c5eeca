title   Clients' habits: presence may come before the roster is asked for (Profanity)
users   romeo juliet, friends
romeo   disconnects
juliet  < <presence type='unavailable' from='{romeo/full}'/>
romeo   connects without presence
romeo   > <presence/>
romeo   <~ <presence from='{romeo/full}'/>
romeo   <~ <presence from='{juliet/full}'/>
juliet  < <presence from='{romeo/full}'/>
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/></query></iq>
