title   Client rule 8: EXTERNAL is neither offered to nor taken from a client without a certificate (libstrophe)
option  sasl_mechanisms = EXTERNAL,SCRAM-SHA-256,SCRAM-SHA-1,PLAIN
users   juliet, offline
stream  juliet secure
juliet  >> {header}
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-256</mechanism><mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN</mechanism></mechanisms>...</stream:features>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>
