title   RFC 6121 §2.6.3: versions that no server ever gave are answered with the whole roster
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='2'><query xmlns='jabber:iq:roster' ver='-1'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='3'><query xmlns='jabber:iq:roster' ver='1.5'/></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='4'><query xmlns='jabber:iq:roster' ver='0x10'/></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='5'><query xmlns='jabber:iq:roster' ver='18446744073709551616'/></iq>
romeo   < <iq type='result' id='5'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='6'><query xmlns='jabber:iq:roster' ver='{repeat 300 9}'/></iq>
romeo   < <iq type='result' id='6'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='7'><query xmlns='jabber:iq:roster' ver=' 1'/></iq>
romeo   < <iq type='result' id='7'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='8'><query xmlns='jabber:iq:roster' ver='1 '/></iq>
romeo   < <iq type='result' id='8'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='9'><query xmlns='jabber:iq:roster' ver='&#x661;'/></iq>
romeo   < <iq type='result' id='9'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='10'><query xmlns='jabber:iq:roster' ver='ver14'/></iq>
romeo   < <iq type='result' id='10'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
