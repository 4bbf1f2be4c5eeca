title   XEP-0013 §2.7: a client that purges before it has read, as Monal does at login, loses nothing: there is no purge without an archive
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>1</body></message>
juliet  connects without presence
juliet  > <iq type='set' id='1'><offline xmlns='http://jabber.org/protocol/offline'><purge/></offline></iq>
juliet  < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <presence/>
juliet  <~ <message type='chat' id='1'><body>1</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  <~ <presence from='{juliet/full}'/>
