title   XEP-0077 §5, XEP-0445 §4: without an invitation there is the web page, with one there are the fields
option  registration = invite
option  registration_url = https://school.example/join
command invite create
answer  token = {=token}
stream  juliet secure
juliet  greets
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:register'><instructions>*</instructions><x xmlns='jabber:x:oob'><url>https://school.example/join</url></x></query></iq>
juliet  > <iq type='set' id='2'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
juliet  < <iq type='result' id='2'/>
juliet  > <iq type='get' id='3'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='3'><query xmlns='jabber:iq:register'><username/><password/>...</query></iq>
