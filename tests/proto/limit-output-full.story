title   output_max: a client that does not read is closed before its queue hurts others
option  output_max = 65536
users   romeo juliet
juliet  reads nothing
romeo   > <message type='headline' id='1' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='3' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='4' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   < nothing
juliet  reads
juliet  < <message type='headline' id='1'>...</message>
juliet  < <message type='headline' id='2'>...</message>
juliet  < <message type='headline' id='3'>...</message>
juliet  < <message type='headline' id='4'>...</message>
juliet  < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
