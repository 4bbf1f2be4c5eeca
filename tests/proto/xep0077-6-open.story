title   XEP-0077 §6: fields and a web page together are not recommended: an open server gives the fields
option  registration = open
option  registration_url = https://school.example/join
stream  juliet secure
juliet  greets
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:register'><instructions>*</instructions><username/><password/><x xmlns='jabber:x:data' type='form'>...</x></query></iq>
