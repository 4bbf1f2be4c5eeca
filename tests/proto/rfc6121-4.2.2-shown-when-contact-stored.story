title   RFC 6121 §4.2.2: where the two rosters disagreed, who becomes available sees the contact only when that one's roster is stored
users   romeo juliet, offline
roster  romeo juliet to
roster  juliet romeo unknown in
juliet  connects
juliet  < <presence type='subscribe' from='{romeo}'/>
romeo   connects without presence
database stuck
juliet  > <presence type='subscribed' to='{romeo}'/>
romeo   > <presence/>
romeo   < <presence from='{romeo/full}'/>
romeo   < nothing
database moves
# once for his presence, once for her approval
romeo   < <presence from='{juliet/full}'/>
romeo   < <presence from='{juliet/full}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from'/></query></iq>
