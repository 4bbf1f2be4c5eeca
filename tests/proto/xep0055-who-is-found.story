title   XEP-0055: who says so in the card, who is disabled, has expired or is gone is not found; a new card replaces the old one
users   romeo juliet tybalt
users   paris, offline
juliet  > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>Juliet Capulet</FN></vCard></iq>
juliet  < <iq type='result' id='1'/>
tybalt  > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>Tybalt Capulet</FN><CLASS><PRIVATE/></CLASS></vCard></iq>
tybalt  < <iq type='result' id='1'/>
romeo   > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><first>capulet</first></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:search'><item jid='{juliet}'>...</item></query></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><nick>tybalt</nick></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:search'/></iq>
tybalt  > <iq type='set' id='2'><vCard xmlns='vcard-temp'><FN>Tybalt Capulet</FN><CLASS><PUBLIC/></CLASS></vCard></iq>
tybalt  < <iq type='result' id='2'/>
juliet  > <iq type='set' id='2'><vCard xmlns='vcard-temp'><FN>Juliet Montague</FN></vCard></iq>
juliet  < <iq type='result' id='2'/>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><first>capulet</first></query></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:search'><item jid='{tybalt}'>...</item></query></iq>
account tybalt disabled "a quarrel"
tybalt  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
tybalt  closed
romeo   > <iq type='set' id='4' to='{host}'><query xmlns='jabber:iq:search'><first>capulet</first></query></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:search'/></iq>
account juliet deleted
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   > <iq type='set' id='5' to='{host}'><query xmlns='jabber:iq:search'><nick>juliet</nick></query></iq>
romeo   < <iq type='result' id='5'><query xmlns='jabber:iq:search'/></iq>
command account expire jid={paris} until=2026-11-23T12:00:00Z
romeo   > <iq type='set' id='6' to='{host}'><query xmlns='jabber:iq:search'><nick>paris</nick></query></iq>
romeo   < <iq type='result' id='6'><query xmlns='jabber:iq:search'><item jid='{paris}'>...</item></query></iq>
clock   +5d
romeo   > <iq type='set' id='7' to='{host}'><query xmlns='jabber:iq:search'><nick>paris</nick></query></iq>
romeo   < <iq type='result' id='7'><query xmlns='jabber:iq:search'/></iq>
