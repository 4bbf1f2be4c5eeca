title   RFC 6120 §4.4, §10.1: what was sent before the connection was cut takes effect
users   romeo juliet
users   mercutio, offline
romeo   > <message id='1' type='chat' to='{mercutio}'><body>One</body></message>
romeo   > <message id='2' type='chat' to='{juliet}'><body>Two</body></message>
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   breaks
juliet  < <message id='2' type='chat' from='{romeo/full}'><body>Two</body></message>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
mercutio connects
mercutio < <message id='1' type='chat' from='{romeo/full}'><body>One</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
