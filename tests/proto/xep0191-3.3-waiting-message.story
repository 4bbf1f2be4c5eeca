title   XEP-0191 §3.3: a message that waits is not delivered once its sender is blocked
users   romeo juliet mercutio
romeo disconnects
juliet  > <message type='chat' to='{romeo}'><body>Hi</body></message>
mercutio > <message type='chat' to='{romeo}'><body>Ho</body></message>
romeo connects without presence
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
romeo   > <presence/>
romeo   <~ <message type='chat' from='{mercutio/full}'><body>Ho</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
romeo   < <presence from='{romeo/full}'/>
romeo   < nothing
