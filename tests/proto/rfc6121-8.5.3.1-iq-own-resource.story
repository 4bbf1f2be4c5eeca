title   RFC 6121 §8.5.3.1: the own resources may ask each other, also before they are available
users   romeo, connected
romeo/phone connects without presence
romeo   > <iq type='get' id='1' to='{romeo/phone}'><query xmlns='urn:example:any'/></iq>
romeo/phone < <iq type='get' id='1' from='{romeo/full}'><query xmlns='urn:example:any'/></iq>
romeo   > <iq type='set' id='2' to='{romeo/full}'><query xmlns='urn:example:any'/></iq>
romeo   < <iq type='set' id='2' from='{romeo/full}'><query xmlns='urn:example:any'/></iq>
