title   XEP-0363 §6: a file that is too large is not-acceptable, and the largest size is told, however large the number is
option  upload_max = 20000
users   romeo
romeo > <iq type='get' id='1' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='très cool.jpg' size='20000' content-type='image/jpeg'/></iq>
romeo < <iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
romeo > <iq type='get' id='2' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='très cool.jpg' size='20001' content-type='image/jpeg'/></iq>
romeo < <iq type='error' id='2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><file-too-large xmlns='urn:xmpp:http:upload:0'><max-file-size>20000</max-file-size></file-too-large></error></iq>
romeo > <iq type='get' id='3' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='99999999999999999999999999'/></iq>
romeo < <iq type='error' id='3'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><file-too-large xmlns='urn:xmpp:http:upload:0'><max-file-size>20000</max-file-size></file-too-large></error></iq>
