title   RFC 6120 §6.3.4, §6.5.4: with allow_plaintext mechanisms are offered without TLS
option  allow_plaintext = true
users   juliet, offline
stream  juliet
juliet  >> {header}
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-256</mechanism>...</mechanisms>...</stream:features>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
