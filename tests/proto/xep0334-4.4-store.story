title   XEP-0334 §4.4: a message with store is kept even when there is nothing to read in it
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><store xmlns='urn:xmpp:hints'/></message>
juliet connects
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><store xmlns='urn:xmpp:hints'/><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
