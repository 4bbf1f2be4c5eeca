title   RFC 6121 §4.2.2: everybody is subscribed to himself; asking for it, or giving it up, changes nothing, to whatever own address
users   romeo
romeo/phone connects
romeo   > <presence type='subscribe' id='1' to='{romeo}'/>
romeo   > <presence type='subscribe' id='2' to='{romeo/full}'/>
romeo   > <presence type='subscribe' id='3' to='{romeo/phone}'/>
romeo   > <presence type='subscribed' id='4' to='{romeo}'/>
romeo   > <presence type='unsubscribe' id='5' to='{romeo/phone}'/>
romeo   > <presence type='unsubscribed' id='6' to='{romeo/full}'/>
romeo   > <presence type='subscribe' id='7' to='{romeo}/gone'/>
romeo   < nothing
romeo/phone < nothing
romeo   > <iq type='get' id='8'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='8'><query xmlns='jabber:iq:roster'/></iq>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
romeo/phone < <presence from='{romeo/full}'><show>away</show></presence>
