title   XEP-0055 §2.1: people are found by what their cards say and by their user names; nobody is an empty query
users   juliet tybalt romeo
users   mercutio, offline
juliet  > <iq type='set' id='c'><vCard xmlns='vcard-temp'><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY></N><NICKNAME>JuliC</NICKNAME><EMAIL><INTERNET/><USERID>juliet@shakespeare.lit</USERID></EMAIL></vCard></iq>
juliet  < <iq type='result' id='c'/>
tybalt  > <iq type='set' id='c'><vCard xmlns='vcard-temp'><FN>Tybalt Capulet</FN><NICKNAME>ty</NICKNAME><EMAIL><USERID>tybalt@shakespeare.lit</USERID></EMAIL></vCard></iq>
tybalt  < <iq type='result' id='c'/>
romeo   > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><last>Capulet</last></query></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='jabber:iq:search'>
	<item jid='{juliet}'><first>Juliet</first><last>Capulet</last><nick>JuliC</nick><email>juliet@shakespeare.lit</email></item>
	<item jid='{tybalt}'><first>Tybalt Capulet</first><last/><nick>ty</nick><email>tybalt@shakespeare.lit</email></item></query></iq>
# every word begins a word of its field
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><first>JUL</first><last>cap</last><nick/></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:search'><item jid='{juliet}'>...</item></query></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><first>apulet</first></query></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:search'/></iq>
romeo   > <iq type='set' id='4' to='{host}'><query xmlns='jabber:iq:search'><first>Juliet</first><nick>ty</nick></query></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:search'/></iq>
romeo   > <iq type='set' id='5' to='{host}'><query xmlns='jabber:iq:search'><first>Capulet Tybalt</first></query></iq>
romeo   < <iq type='result' id='5'><query xmlns='jabber:iq:search'><item jid='{tybalt}'>...</item></query></iq>
romeo   > <iq type='set' id='6' to='{host}'><query xmlns='jabber:iq:search'><email>juliet@shakes</email></query></iq>
romeo   < <iq type='result' id='6'><query xmlns='jabber:iq:search'><item jid='{juliet}'>...</item></query></iq>
# a user name is a nickname; who has no card is found by it
romeo   > <iq type='set' id='7' to='{host}'><query xmlns='jabber:iq:search'><nick>mercu</nick></query></iq>
romeo   < <iq type='result' id='7'><query xmlns='jabber:iq:search'><item jid='{mercutio}'><first/><last/><nick/><email/></item></query></iq>
