title   Client rule 5: SCRAM-SHA-256, SCRAM-SHA-1 and PLAIN are there together (Dino, mcabber, go-sendxmpp)
users   juliet, offline
stream  juliet/1 secure
juliet/1 >> {header}
juliet/1 < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet/1 < <stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-256</mechanism><mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN</mechanism></mechanisms>...</stream:features>
juliet/1 logs in with SCRAM-SHA-256
juliet/1 < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</success>
stream  juliet/2 secure
juliet/2 greets
juliet/2 logs in with SCRAM-SHA-1
juliet/2 < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</success>
stream  juliet/3 secure
juliet/3 greets
juliet/3 logs in with PLAIN
juliet/3 < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
