title   XEP-0055 §4: names are found without regard to case, accents and width, in every script
users   мария юки
users   d\27artagnan, offline
мария   > <iq type='set' id='c'><vCard xmlns='vcard-temp'><FN>Мария Ёлкина-Straße</FN></vCard></iq>
мария   < <iq type='result' id='c'/>
юки     > <iq type='set' id='c'><vCard xmlns='vcard-temp'><N><GIVEN>Ｙｕｋｉ</GIVEN><FAMILY>山田</FAMILY></N><NICKNAME>Zoë</NICKNAME></vCard></iq>
юки     < <iq type='result' id='c'/>
юки     > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><last>ЕЛКИНА strasse</last></query></iq>
юки     < <iq type='result' id='1'><query xmlns='jabber:iq:search'><item jid='{мария}'><first>Мария Ёлкина-Straße</first><last/><nick/><email/></item></query></iq>
юки     > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><first>yuki</first><last>山</last><nick>ZOE</nick></query></iq>
юки     < <iq type='result' id='2'><query xmlns='jabber:iq:search'><item jid='{юки}'><first>Ｙｕｋｉ</first><last>山田</last><nick>Zoë</nick><email/></item></query></iq>
# XEP-0106: looked for as people see it
юки     > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><nick>d'Artagnan</nick></query></iq>
юки     < <iq type='result' id='3'><query xmlns='jabber:iq:search'><item jid='d\27artagnan@{host}'>...</item></query></iq>
