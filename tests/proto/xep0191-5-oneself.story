title   XEP-0191 §5: a block of the own address blocks nothing
users   romeo
romeo/phone connects
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{romeo}'/><item jid='{romeo/phone}'/></block></iq>
romeo   < <iq type='result' id='1'/>
romeo   > <message type='chat' to='{romeo/phone}'><body>To myself</body></message>
romeo/phone < <message type='chat' from='{romeo/full}'><body>To myself</body></message>
romeo/phone > <presence><show>away</show></presence>
romeo/phone < <presence from='{romeo/phone}'><show>away</show></presence>
romeo   < <presence from='{romeo/phone}'><show>away</show></presence>
