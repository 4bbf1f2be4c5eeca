title   RFC 4505 §2: the message of ANONYMOUS is up to 255 characters of text
option  guests = yes
stream  guest secure
guest   greets
guest   > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>{base64 {repeat 1021 x}}</auth>
guest   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
guest   > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>{base64 a\0b}</auth>
guest   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
guest   > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>/w==</auth>
guest   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
guest   > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>{base64 {repeat 255 x}}</auth>
guest   < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
