title   XEP-0049 §2.3: what was set in a namespace is there, at once, and after a restart; what was never set is empty
users   juliet
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><conference jid='garden@conf.example' autojoin='1'><nick>jule</nick></conference></storage></query></iq>
juliet  > <iq type='get' id='3'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
juliet  < <iq type='result' id='2'/>
juliet  < <iq type='result' id='3'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><conference jid='garden@conf.example' autojoin='1'><nick>jule</nick></conference></storage></query></iq>
juliet  > <iq type='set' id='4' to='{juliet}'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'><defaultnick>Hamlet</defaultnick></exodus></query></iq>
juliet  < <iq type='result' id='4'/>
restart
juliet  connects
juliet  > <iq type='get' id='5'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
juliet  < <iq type='result' id='5'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><conference jid='garden@conf.example' autojoin='1'><nick>jule</nick></conference></storage></query></iq>
juliet  > <iq type='get' id='6' to='{juliet}'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'/></query></iq>
juliet  < <iq type='result' id='6' from='{juliet}'><query xmlns='jabber:iq:private'><exodus xmlns='exodus:prefs'><defaultnick>Hamlet</defaultnick></exodus></query></iq>
# an empty element takes it away
juliet  > <iq type='set' id='7'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
juliet  < <iq type='result' id='7'/>
juliet  > <iq type='get' id='8'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
juliet  < <iq type='result' id='8'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
