title   RFC 6121 §2.1.2.3: one address in several spellings is one item; look-alikes and escapes are other addresses
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='Nurse@Verona.EXAMPLE.' name='A'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='A' subscription='none'/></query></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='NURSE@{host}' name='B'/></query></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='B' subscription='none'/></query></iq>
# A Cyrillic letter; a percent sign and an escape (XEP-0106) mean nothing to the server.
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='nu&#x433;se@{host}'/></query></iq>
romeo   < <iq type='result' id='3'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nuгse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'><item jid='nurse%25\20x\zz@{host}'/></query></iq>
romeo   < <iq type='result' id='4'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse%25\20x\zz@{host}' subscription='none'/></query></iq>
# A domain is a contact too (a gateway, a service).
romeo   > <iq type='set' id='5'><query xmlns='jabber:iq:roster'><item jid='gateway.{host}'/></query></iq>
romeo   < <iq type='result' id='5'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='gateway.{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='6'><query xmlns='jabber:iq:roster'><item jid='NURSE@{host}.' subscription='remove'/></query></iq>
romeo   < <iq type='result' id='6'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='remove'/></query></iq>
