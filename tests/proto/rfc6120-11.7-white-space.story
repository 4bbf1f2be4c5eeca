title   RFC 6120 §11.7: white space between stanzas means nothing, split bytes neither
users   romeo
romeo   >> \x0a \x09 <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>\x0d\x0a<iq type='get' id='2'><ping xml
romeo   < <iq type='result' id='1'/>
romeo   >> ns='urn:xmpp:ping'/></iq
romeo   < nothing
romeo   >> >
romeo   < <iq type='result' id='2'/>
