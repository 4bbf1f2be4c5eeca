title   RFC 6121 §2.1.2.5: subscription, ask and approved of a roster set are ignored
users   romeo juliet
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both' ask='subscribe' approved='true'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  < nothing
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < nothing
