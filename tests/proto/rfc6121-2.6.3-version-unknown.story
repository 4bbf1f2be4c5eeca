title   RFC 6121 §2.6.3: who has no version, or one the server cannot know, gets the whole roster
users   romeo juliet, friends
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster' ver=''></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/></query></iq>
romeo   > <iq type='get' id='2'><query xmlns='jabber:iq:roster' ver='ver14'></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/></query></iq>
romeo   > <iq type='get' id='3'><query xmlns='jabber:iq:roster' ver='9223372036854775807'></query></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/></query></iq>
