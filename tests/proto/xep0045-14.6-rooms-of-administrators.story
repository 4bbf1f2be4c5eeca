title   XEP-0045 §14.6: administrators whom the option admins names may be given as many rooms as those of the database
option  muc_rooms_max = 1
option  admins = hag@verona.example
users   crone hag
hag     makes coven as thirdwitch persistentroom=1
crone   makes heath as firstwitch persistentroom=1
crone   > <iq type='set' id='1' to='heath@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message from='heath@{muc}'>...</message>
hag     < <message from='heath@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner'/><status code='101'/></x></message>
