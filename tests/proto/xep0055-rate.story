title   XEP-0055: option search_rate: who searches too often waits for the next minute; others do not
option  search_rate = 2
users   romeo juliet
romeo   > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><nick>a</nick></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:search'/></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><nick>b</nick></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:search'/></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><nick>c</nick></query></iq>
romeo   < <iq type='error' id='3'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><nick>d</nick></query></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:search'/></iq>
clock   +1m
romeo   > <iq type='set' id='4' to='{host}'><query xmlns='jabber:iq:search'><nick>e</nick></query></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:search'/></iq>
