title   XEP-0363 §6: guests, and users of another host, may not upload
option  hosts = verona.example,mantua.example
option  guests = yes
users   romeo
romeo > <iq type='get' id='1' to='upload.mantua.example'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5'/></iq>
romeo < <iq type='error' id='1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='2' to='upload.mantua.example'><files xmlns='urn:nexa:files:0'/></iq>
romeo < <iq type='error' id='2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
stream  guest secure
guest greets
guest > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
guest < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest greets
guest > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>
guest < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=guestjid}</jid></bind></iq>
guest > <iq type='get' id='3' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='5'/></iq>
guest < <iq type='error' id='3'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest > <iq type='get' id='4' to='upload.{host}'><files xmlns='urn:nexa:files:0'/></iq>
guest < <iq type='error' id='4'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest > <iq type='set' id='5' to='upload.{host}'><remove xmlns='urn:nexa:files:0' id='x'/></iq>
guest < <iq type='error' id='5'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
