title   RFC 6120 §4.4: what was sent before the closing tag is handled before the stream ends
users   romeo
users   juliet, offline
romeo   >> <message id='1' type='chat' to='{juliet}'><body>One</body></message><iq type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq></stream:stream>
romeo   < <iq type='result' id='2'/>
romeo   < </stream:stream>
romeo   closed
juliet  connects
juliet  < <message id='1' type='chat' from='{romeo/full}'><body>One</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
