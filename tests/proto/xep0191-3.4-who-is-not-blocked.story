title   XEP-0191 §3.4: to unblock somebody who is not blocked is no error
users   romeo juliet, friends
romeo   > <iq type='set' id='1'><unblock xmlns='urn:xmpp:blocking'><item jid='mercutio@verona.example'/></unblock></iq>
romeo   < <iq type='result' id='1'/>
juliet  < nothing
