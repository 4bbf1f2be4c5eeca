title   RFC 6121 §3.1.3: a request of who is subscribed already is not shown to the contact
users   romeo juliet, friends
romeo   > <presence type='subscribe' to='{juliet}'/>
juliet  < nothing
romeo   < nothing
