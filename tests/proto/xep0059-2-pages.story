title   XEP-0059 §2: people are paged through forwards, backwards, from the end and by number; limits and counts
option  search_page = 3
users   pete1 pete2 pete3 pete4 pete5, offline
users   romeo
romeo   > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><max>2</max></set></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:search'><item jid='{pete1}'>...</item><item jid='{pete2}'>...</item><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>pete1</first><last>pete2</last><count>5</count></set></query></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><after>pete2</after></set></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:search'><item jid='{pete3}'>...</item><item jid='{pete4}'>...</item><set xmlns='http://jabber.org/protocol/rsm'><first index='2'>pete3</first><last>pete4</last><count>5</count></set></query></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><before>pete4</before></set></query></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:search'><item jid='{pete2}'>...</item><item jid='{pete3}'>...</item><set xmlns='http://jabber.org/protocol/rsm'><first index='1'>pete2</first><last>pete3</last><count>5</count></set></query></iq>
# §2.5 the last page, and the server's own limit
romeo   > <iq type='set' id='4' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><max>50</max><before/></set></query></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:search'><item jid='{pete3}'>...</item><item jid='{pete4}'>...</item><item jid='{pete5}'>...</item><set xmlns='http://jabber.org/protocol/rsm'><first index='2'>pete3</first><last>pete5</last><count>5</count></set></query></iq>
# §2.6
romeo   > <iq type='set' id='5' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><index>4</index></set></query></iq>
romeo   < <iq type='result' id='5'><query xmlns='jabber:iq:search'><item jid='{pete5}'>...</item><set xmlns='http://jabber.org/protocol/rsm'><first index='4'>pete5</first><last>pete5</last><count>5</count></set></query></iq>
romeo   > <iq type='set' id='6' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><index>5</index></set></query></iq>
romeo   < <iq type='result' id='6'><query xmlns='jabber:iq:search'><set xmlns='http://jabber.org/protocol/rsm'><count>5</count></set></query></iq>
# §2.7
romeo   > <iq type='set' id='7' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><max>0</max></set></query></iq>
romeo   < <iq type='result' id='7'><query xmlns='jabber:iq:search'><set xmlns='http://jabber.org/protocol/rsm'><count>5</count></set></query></iq>
# §1: a limited answer says so although nobody asked; in a form too
romeo   > <iq type='set' id='8' to='{host}'><query xmlns='jabber:iq:search'><x xmlns='jabber:x:data' type='submit'><field var='nick'><value>pete</value></field></x></query></iq>
romeo   < <iq type='result' id='8'><query xmlns='jabber:iq:search'><x xmlns='jabber:x:data' type='result'>...</x><set xmlns='http://jabber.org/protocol/rsm'><first index='0'>pete1</first><last>pete3</last><count>5</count></set></query></iq>
# §2.4: a page behind somebody who is gone; §2.2: nobody at all
romeo   > <iq type='set' id='9' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><after>pete44</after></set></query></iq>
romeo   < <iq type='result' id='9'><query xmlns='jabber:iq:search'><item jid='{pete5}'>...</item><set xmlns='http://jabber.org/protocol/rsm'><first index='4'>pete5</first><last>pete5</last><count>5</count></set></query></iq>
romeo   > <iq type='set' id='10' to='{host}'><query xmlns='jabber:iq:search'><nick>paul</nick><set xmlns='http://jabber.org/protocol/rsm'><max>2</max></set></query></iq>
romeo   < <iq type='result' id='10'><query xmlns='jabber:iq:search'/></iq>
romeo   > <iq type='set' id='11' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><max>two</max></set></query></iq>
romeo   < <iq type='error' id='11'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='12' to='{host}'><query xmlns='jabber:iq:search'><nick>pete</nick><set xmlns='http://jabber.org/protocol/rsm'><index>-1</index></set></query></iq>
romeo   < <iq type='error' id='12'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
