title   XEP-0199 §4.1: at most 32 questions of the server wait for the answer of one client
option  keepalive = ping
option  silent_after = 10s
option  ping_timeout = 10m
users   juliet
clock   +9m
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < nothing
clock   +2m
juliet  < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
