title   RFC 6120 §4.9.3.24: a first-level element that is no stanza
users   romeo juliet
romeo   > <pubsub xmlns='urn:example:x'/>
romeo   < <stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
