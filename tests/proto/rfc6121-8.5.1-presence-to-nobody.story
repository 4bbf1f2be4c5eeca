title   RFC 6121 §8.5.1: presence to an account that does not exist is ignored, to whatever resource
users   romeo
romeo   > <presence id='1' to='nobody@{host}'/>
romeo   > <presence id='2' type='unavailable' to='nobody@{host}'/>
romeo   > <presence id='3' to='nobody@{host}/somewhere'/>
romeo   > <presence id='4' type='unavailable' to='nobody@{host}/somewhere'/>
romeo   > <presence id='5' type='probe' to='nobody@{host}'/>
romeo   > <presence id='6' type='probe' to='nobody@{host}/somewhere'/>
romeo   > <presence id='7' type='error' to='nobody@{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   < nothing
