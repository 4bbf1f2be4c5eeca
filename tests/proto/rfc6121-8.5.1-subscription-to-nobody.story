title   RFC 6121 §8.5.1: about subscriptions an account that does not exist is silent like one that is not here; requests can be taken back
users   romeo
users   juliet, offline
romeo   > <presence type='subscribe' id='s1' to='nobody@{host}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nobody@{host}' subscription='none' ask='subscribe'/></query></iq>
romeo   > <presence type='subscribe' id='s2' to='juliet@{host}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='juliet@{host}' subscription='none' ask='subscribe'/></query></iq>
romeo   > <presence type='subscribe' id='s3' to='nobody@{host}/somewhere'/>
romeo   > <presence type='unsubscribed' id='s4' to='nobody@{host}'/>
romeo   > <presence type='unsubscribed' id='s5' to='nobody@{host}/somewhere'/>
romeo   < nothing
romeo   > <presence type='subscribed' id='s6' to='nobody@{host}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nobody@{host}' subscription='none' ask='subscribe' approved='true'/></query></iq>
romeo   > <presence type='unsubscribe' id='s7' to='nobody@{host}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nobody@{host}' subscription='none' approved='true'/></query></iq>
romeo   > <presence type='unsubscribe' id='s8' to='nobody@{host}'/>
romeo   > <presence type='unsubscribe' id='s9' to='nobody@{host}/somewhere'/>
romeo   < nothing
# Whoever gets that name later has not granted anything.
command account add jid=nobody@{host} password=secret
romeo   > <presence type='probe' to='nobody@{host}'/>
romeo   < nothing
