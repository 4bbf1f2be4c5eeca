title   XEP-0363 §5: message, profile, ephemeral and permanent; no other, not two of them, and ephemeral with a time that is to come
option  upload_profile_max = 1k
users   romeo
romeo > <iq type='get' id='1' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><message xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
romeo > <iq type='get' id='2' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='1000'><profile xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='result' id='2'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
romeo > <iq type='get' id='3' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='1025'><profile xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='error' id='3'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><file-too-large xmlns='urn:xmpp:http:upload:0'><max-file-size>1024</max-file-size></file-too-large></error></iq>
romeo > <iq type='get' id='4' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><permanent xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='result' id='4'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
romeo > <iq type='get' id='5' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><ephemeral xmlns='urn:xmpp:http:upload:purpose:0' expire-before='2999-01-01T00:00:00Z'/></request></iq>
romeo < <iq type='result' id='5'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
romeo > <iq type='get' id='6' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><ephemeral xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='7' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><ephemeral xmlns='urn:xmpp:http:upload:purpose:0' expire-before='tomorrow'/></request></iq>
romeo < <iq type='error' id='7'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='8' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><ephemeral xmlns='urn:xmpp:http:upload:purpose:0' expire-before='2001-01-01T00:00:00Z'/></request></iq>
romeo < <iq type='error' id='8'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='9' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><message xmlns='urn:xmpp:http:upload:purpose:0'/><profile xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='error' id='9'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='10' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><eternal xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='error' id='10'><error type='cancel'><feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='11' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5000'><other xmlns='y'/></request></iq>
romeo < <iq type='result' id='11'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
