title   XEP-0363 §4: without HTTPS, and without the address of somebody who has it, there are no slots
option  https_port = 0
users   romeo
romeo > <iq type='get' id='1' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5'/></iq>
romeo < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
