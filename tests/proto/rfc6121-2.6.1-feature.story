title   RFC 6121 §2.6.1, §3.4: roster versions and approval in advance are told as stream features
users   romeo, offline
stream  romeo secure
romeo   greets
romeo   logs in
romeo   < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
romeo   >> {header}
romeo   < <stream:stream version='1.0'>
romeo   < <stream:features><ver xmlns='urn:xmpp:features:rosterver'/><sub xmlns='urn:xmpp:features:pre-approval'/>...</stream:features>
