title   RFC 6121 §2.6.3: who comes back with a version gets what has changed since, in order, each with a version of its own
users   romeo
romeo   > <iq type='get' id='0'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='0'><query xmlns='jabber:iq:roster' ver='{=v0}'/></iq>
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='c1@{host}'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v1}'><item jid='c1@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='c2@{host}'/></query></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v2}'><item jid='c2@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='c3@{host}'/></query></iq>
romeo   < <iq type='result' id='3'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v3}'><item jid='c3@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'><item jid='c4@{host}'/></query></iq>
romeo   < <iq type='result' id='4'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v4}'><item jid='c4@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='5'><query xmlns='jabber:iq:roster'><item jid='c5@{host}'/></query></iq>
romeo   < <iq type='result' id='5'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v5}'><item jid='c5@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='6'><query xmlns='jabber:iq:roster'><item jid='c2@{host}' name='Two'/></query></iq>
romeo   < <iq type='result' id='6'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v6}'><item jid='c2@{host}' name='Two' subscription='none'/></query></iq>
romeo   > <iq type='set' id='7'><query xmlns='jabber:iq:roster'><item jid='c1@{host}' name='One'/></query></iq>
romeo   < <iq type='result' id='7'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v7}'><item jid='c1@{host}' name='One' subscription='none'/></query></iq>
restart
romeo   connects without presence
romeo   > <iq type='get' id='8'><query xmlns='jabber:iq:roster' ver='{v5}'/></iq>
romeo   < <iq type='result' id='8'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{v6}'><item jid='c2@{host}' name='Two' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{v7}'><item jid='c1@{host}' name='One' subscription='none'/></query></iq>
romeo   > <iq type='get' id='9'><query xmlns='jabber:iq:roster' ver='{v7}'/></iq>
romeo   < <iq type='result' id='9'/>
romeo   < nothing
# So much has changed that the whole is shorter.
romeo   > <iq type='get' id='10'><query xmlns='jabber:iq:roster' ver='{v0}'/></iq>
romeo   < <iq type='result' id='10'><query xmlns='jabber:iq:roster' ver='{v7}'><item jid='c1@{host}' name='One' subscription='none'/><item jid='c2@{host}' name='Two' subscription='none'/><item jid='c3@{host}' subscription='none'/><item jid='c4@{host}' subscription='none'/><item jid='c5@{host}' subscription='none'/></query></iq>
# What was removed has left no row: the whole.
romeo   > <iq type='set' id='11'><query xmlns='jabber:iq:roster'><item jid='c5@{host}' subscription='remove'/></query></iq>
romeo   < <iq type='result' id='11'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=v11}'><item jid='c5@{host}' subscription='remove'/></query></iq>
romeo   > <iq type='get' id='12'><query xmlns='jabber:iq:roster' ver='{v7}'/></iq>
romeo   < <iq type='result' id='12'><query xmlns='jabber:iq:roster' ver='{v11}'><item jid='c1@{host}' name='One' subscription='none'/><item jid='c2@{host}' name='Two' subscription='none'/><item jid='c3@{host}' subscription='none'/><item jid='c4@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='13'><query xmlns='jabber:iq:roster' ver='{v11}'/></iq>
romeo   < <iq type='result' id='13'/>
romeo   < nothing
