title   XEP-0363 §4, §12: filename and size are REQUIRED, size is a positive integer, content-type a content type
users   romeo
romeo > <iq type='get' id='1' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' size='1'/></iq>
romeo < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='2' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='' size='1'/></iq>
romeo < <iq type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='3' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x'/></iq>
romeo < <iq type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='4' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='0'/></iq>
romeo < <iq type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='5' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='-5'/></iq>
romeo < <iq type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='6' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5 kB'/></iq>
romeo < <iq type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='7' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5' content-type='text/html&#10;X-Evil: 1'/></iq>
romeo < <iq type='error' id='7'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='8' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5' content-type='picture'/></iq>
romeo < <iq type='error' id='8'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='9' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5' content-type='application/x-msdownload'/></iq>
romeo < <iq type='error' id='9'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='set' id='10' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5'/></iq>
romeo < <iq type='error' id='10'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
