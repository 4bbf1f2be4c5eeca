title   XEP-0049: what Gajim and Profanity keep comes back to every resource: delimiter, notes, bookmarks; one does not disturb another
users   romeo
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:private'><roster xmlns='roster:delimiter'/></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:private'><roster xmlns='roster:delimiter'/></query></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:private'><roster xmlns='roster:delimiter'>::</roster></query></iq>
romeo   < <iq type='result' id='2'/>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:private'><storage xmlns='storage:rosternotes'><note jid='juliet@{host}' cdate='2026-11-21T06:30:00Z' mdate='2026-11-21T06:30:00Z'>Balcony, not the door &lt;!&gt;</note></storage></query></iq>
romeo   < <iq type='result' id='3'/>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><conference jid='garden@rooms.example' name='Garden' autojoin='true'><nick>romeo</nick><password>s</password></conference><url name='Verona' url='http://verona.example/?a=1&amp;b=2'/><x xmlns='urn:example:more' a='1'><y/></x></storage></query></iq>
romeo   < <iq type='result' id='4'/>
romeo/phone connects
romeo/phone > <iq type='get' id='1'><query xmlns='jabber:iq:private'><roster xmlns='roster:delimiter'/></query></iq>
romeo/phone < <iq type='result' id='1'><query xmlns='jabber:iq:private'><roster xmlns='roster:delimiter'>::</roster></query></iq>
romeo/phone > <iq type='get' id='2' to='{romeo}'><query xmlns='jabber:iq:private'><storage xmlns='storage:rosternotes'/></query></iq>
romeo/phone < <iq type='result' id='2'><query xmlns='jabber:iq:private'><storage xmlns='storage:rosternotes'><note jid='juliet@{host}' cdate='2026-11-21T06:30:00Z' mdate='2026-11-21T06:30:00Z'>Balcony, not the door &lt;!&gt;</note></storage></query></iq>
romeo/phone > <iq type='get' id='3'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
romeo/phone < <iq type='result' id='3'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'><conference jid='garden@rooms.example' name='Garden' autojoin='true'><nick>romeo</nick><password>s</password></conference><url name='Verona' url='http://verona.example/?a=1&amp;b=2'/><x xmlns='urn:example:more' a='1'><y/></x></storage></query></iq>
# Profanity empties the list by setting it empty
romeo/phone > <iq type='set' id='4'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
romeo/phone < <iq type='result' id='4'/>
romeo/phone > <iq type='get' id='5'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
romeo/phone < <iq type='result' id='5'><query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>
