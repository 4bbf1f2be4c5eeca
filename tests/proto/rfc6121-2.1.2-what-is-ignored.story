title   RFC 6121 §2.1.2: what an item says besides jid, name, remove and groups is ignored
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster' ver='77'><item jid='nurse@{host}' colour='red' subscription='garbage' ask='garbage' approved='1'><x xmlns='urn:example:x'/><group xmlns='urn:example:x'>Other</group><group a='b'>Servants</group></item><x xmlns='urn:example:x'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'><group>Servants</group></item></query></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='Remove'/></query></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='REMOVE'/></query></iq>
romeo   < <iq type='result' id='3'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='removed'/></query></iq>
romeo   < <iq type='result' id='4'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='5'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription=' remove'/></query></iq>
romeo   < <iq type='result' id='5'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='6'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription=''/></query></iq>
romeo   < <iq type='result' id='6'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
