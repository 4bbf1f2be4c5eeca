title   RFC 6121 §8.5.3.2.2: presence to a resource that is not there is ignored, whoever else is there
users   romeo juliet, friends
romeo   > <presence id='1' to='{juliet}/gone'/>
romeo   > <presence id='2' type='unavailable' to='{juliet}/gone'/>
romeo   > <presence id='3' type='error' to='{juliet}/gone'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   < nothing
juliet  < nothing
