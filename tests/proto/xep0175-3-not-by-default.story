title   XEP-0175 §3: ANONYMOUS is not there unless an administrator wants it
stream  guest secure
guest   greets
guest   > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
guest   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>
