title   RFC 6120 §6.4.6, §4.9.3.9: who announced another address than it logs in as is not let in
users   juliet, offline
stream  juliet secure
juliet  >> <stream:stream from='romeo@{host}' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' to='romeo@{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  logs in
juliet  < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
log     WARNING login refused account={juliet}
