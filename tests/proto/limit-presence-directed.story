title   presence_max_directed: who has shown presence to so many strangers shows it to no further one, and to those again
option  presence_max_directed = 10
users   romeo juliet
romeo   > <presence to='{juliet}/1'/>
romeo   > <presence to='{juliet}/2'/>
romeo   > <presence to='{juliet}/3'/>
romeo   > <presence to='{juliet}/4'/>
romeo   > <presence to='{juliet}/5'/>
romeo   > <presence to='{juliet}/6'/>
romeo   > <presence to='{juliet}/7'/>
romeo   > <presence to='{juliet}/8'/>
romeo   > <presence to='{juliet}/9'/>
romeo   > <presence to='{juliet}/10'/>
romeo   > <presence to='{juliet/full}'/>
romeo   < <presence type='error'>...<error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unavailable' to='{juliet}/1'/>
romeo   > <presence to='{juliet/full}'/>
juliet  < <presence from='{romeo/full}'/>
