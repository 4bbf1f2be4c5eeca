title   XEP-0045 §6.3: public rooms are listed, stored or not, in pages; hidden ones are not
users crone
crone makes coven as first roomname=Coven
crone makes heath as first persistentroom=1
crone makes attic as first publicroom=0
crone > <iq type='get' id='1' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
crone < <iq type='result' id='1' from='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='coven@{muc}' name='Coven'/><item jid='heath@{muc}' name='heath'/></query></iq>
crone > <iq type='get' id='2' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max></set></query></iq>
crone < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='coven@{muc}' name='Coven'/><set xmlns='http://jabber.org/protocol/rsm'><first>coven</first><last>coven</last></set></query></iq>
crone > <iq type='get' id='3' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max><after>coven</after></set></query></iq>
crone < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='heath@{muc}' name='heath'/><set xmlns='http://jabber.org/protocol/rsm'><first>heath</first><last>heath</last></set></query></iq>
crone > <iq type='get' id='4' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max><after>heath</after></set></query></iq>
crone < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'/></query></iq>
