title   RFC 6121 §2.5.2: the roster of a contact who has not been here for long changes too; who comes second finds nothing to remove
option  account_cache = 0
users   romeo juliet, friends
juliet/phone connects
romeo   disconnects
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet/phone < <presence type='unavailable' from='{romeo/full}'/>
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet/phone > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet  < <iq type='result' id='1'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet/phone <~ <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet/phone < <iq type='error' id='2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   connects
romeo   > <iq type='get' id='3'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
