title   XEP-0160 §3: an invitation without text is kept, what says nothing at all is not, and nobody is told
users   romeo
users   juliet, offline
romeo   > <message id='1' to='{juliet}'><x xmlns='urn:example:invite'/></message>
romeo   > <message type='chat' id='2' to='{juliet}'/>
romeo   > <message type='chat' id='3' to='{juliet}'><no-copy xmlns='urn:xmpp:hints'/></message>
romeo   < nothing
juliet  connects
juliet  < <message id='1'><x xmlns='urn:example:invite'/><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < nothing
