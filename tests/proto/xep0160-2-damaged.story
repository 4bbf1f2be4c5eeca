title   XEP-0160 §2: damaged messages are dropped with a line in the log, and the others come
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>bad</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='chat' id='4' to='{juliet}'><body>bad</body></message>
database UPDATE offline SET stanza = substr(stanza, 1, 20) WHERE stanza LIKE '%bad%'
juliet  connects
juliet  < <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
log     ERROR is damaged
log     ERROR is damaged
restart
juliet  connects
juliet  < nothing
