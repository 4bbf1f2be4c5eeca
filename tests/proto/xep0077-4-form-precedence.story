title   XEP-0077 §4 rule 5 and §6: when both were sent, the form is what counts
option  registration = open
stream  juliet secure
juliet  greets
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>romeo</username><password>battery staple</password><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:register</value></field><field var='username'><value>juliet</value></field><field var='password'><value>correct horse</value></field></x></query></iq>
juliet  < <iq type='result' id='1'/>
command account list
answer  accounts.count = 1
answer  accounts.0.jid = juliet@{host}
