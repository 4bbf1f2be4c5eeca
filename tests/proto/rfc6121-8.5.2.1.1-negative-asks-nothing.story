title   RFC 6121 §8.5.2.1.1: for who is available with a negative priority the store is not asked
users   romeo
users   juliet, connected
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
# Whatever is asked of the store from now on fails, and is in the log.
fault   store.commit
juliet  > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
juliet  < nothing
fault   none
juliet  > <presence/>
juliet  <~ <message type='chat' id='1'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <presence from='{juliet/full}'/>
