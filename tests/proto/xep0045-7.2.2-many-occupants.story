title   XEP-0045 §7.2.2, output_max: who is in a room is shown whole, also when that is larger than the output queue
option  muc_presence_max = 1048576
option  output_max = 65536
users   romeo juliet nurse tybalt
romeo   makes room as romeo persistentroom=0
juliet  enters room as juliet
nurse   enters room as nurse
romeo   > <presence to='room@{muc}/romeo'><status>{repeat 40000 r}</status></presence>
romeo   < <presence from='room@{muc}/romeo'>...</presence>
juliet  < <presence from='room@{muc}/romeo'>...</presence>
nurse   < <presence from='room@{muc}/romeo'>...</presence>
juliet  > <presence to='room@{muc}/juliet'><status>{repeat 40000 j}</status></presence>
romeo   < <presence from='room@{muc}/juliet'>...</presence>
juliet  < <presence from='room@{muc}/juliet'>...</presence>
nurse   < <presence from='room@{muc}/juliet'>...</presence>
nurse   > <presence to='room@{muc}/nurse'><status>{repeat 40000 n}</status></presence>
romeo   < <presence from='room@{muc}/nurse'>...</presence>
juliet  < <presence from='room@{muc}/nurse'>...</presence>
nurse   < <presence from='room@{muc}/nurse'>...</presence>
tybalt  reads nothing
tybalt  > <presence to='room@{muc}/tybalt'><x xmlns='http://jabber.org/protocol/muc'/></presence>
romeo   < <presence from='room@{muc}/tybalt'>...</presence>
juliet  < <presence from='room@{muc}/tybalt'>...</presence>
nurse   < <presence from='room@{muc}/tybalt'>...</presence>
tybalt  reads
tybalt  < <presence from='room@{muc}/romeo'>...</presence>
tybalt  < <presence from='room@{muc}/juliet'>...</presence>
tybalt  < <presence from='room@{muc}/nurse'>...</presence>
tybalt  < <presence from='room@{muc}/tybalt'>...</presence>
tybalt  < <message type='groupchat'><subject/></message>
# What others say is no part of an answer.
tybalt  reads nothing
romeo   > <message type='groupchat' to='room@{muc}' id='1'><body>{repeat 60000 x}</body></message>
romeo   > <message type='groupchat' to='room@{muc}' id='2'><body>{repeat 60000 x}</body></message>
romeo   > <message type='groupchat' to='room@{muc}' id='3'><body>{repeat 60000 x}</body></message>
romeo   > <message type='groupchat' to='room@{muc}' id='4'><body>{repeat 60000 x}</body></message>
romeo   <~ <message type='groupchat' id='1'>...</message>
romeo   <~ <message type='groupchat' id='2'>...</message>
romeo   <~ <message type='groupchat' id='3'>...</message>
romeo   <~ <message type='groupchat' id='4'>...</message>
romeo   <~ <presence type='unavailable' from='room@{muc}/tybalt'>...</presence>
juliet  <~ <message type='groupchat' id='1'>...</message>
juliet  <~ <message type='groupchat' id='2'>...</message>
juliet  <~ <message type='groupchat' id='3'>...</message>
juliet  <~ <message type='groupchat' id='4'>...</message>
juliet  <~ <presence type='unavailable' from='room@{muc}/tybalt'>...</presence>
nurse   <~ <message type='groupchat' id='1'>...</message>
nurse   <~ <message type='groupchat' id='2'>...</message>
nurse   <~ <message type='groupchat' id='3'>...</message>
nurse   <~ <message type='groupchat' id='4'>...</message>
nurse   <~ <presence type='unavailable' from='room@{muc}/tybalt'>...</presence>
tybalt  reads
tybalt  < <message type='groupchat' id='1'>...</message>
tybalt  < <message type='groupchat' id='2'>...</message>
tybalt  < <message type='groupchat' id='3'>...</message>
tybalt  < <message type='groupchat' id='4'>...</message>
tybalt  < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
tybalt  closed
