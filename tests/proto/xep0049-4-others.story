title   XEP-0049 §2.3 and §4: nobody gets or sets what somebody else keeps, friend or not
users   romeo juliet, friends
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><conference jid='garden@conf.example' autojoin='1'><nick>jule</nick></conference></storage></query></iq>
juliet  < <iq type='result' id='1'/>
romeo   > <iq type='get' id='2' to='{juliet}'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
romeo   < <iq type='error' id='2' from='{juliet}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3' to='{juliet}'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><x/></storage></query></iq>
romeo   < <iq type='error' id='3' from='{juliet}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4' to='nobody@{host}'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
romeo   < <iq type='error' id='4' from='nobody@{host}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='5' to='{host}'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><x/></storage></query></iq>
romeo   < <iq type='error' id='5' from='{host}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='6'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
romeo   < <iq type='result' id='6'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
juliet  > <iq type='get' id='7'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
juliet  < <iq type='result' id='7'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><conference jid='garden@conf.example' autojoin='1'><nick>jule</nick></conference></storage></query></iq>
