title   RFC 6120 §4.9.3.12: an account that is disabled loses its sessions
users   romeo juliet, friends
account juliet disabled
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   < <presence type='unavailable' from='{juliet/full}'/>
