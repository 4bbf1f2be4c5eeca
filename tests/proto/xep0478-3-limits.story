title   XEP-0478 §3.1: the limits of the stream are told before and after login, as configured
option  stanza_max = 20000
option  stanza_max_before_login = 5000
option  login_timeout = 45s
option  silent_after = 60s
users   juliet, offline
stream  juliet secure
juliet  >> {header}
juliet  < <stream:stream version='1.0' xml:lang='en'>
juliet  < <stream:features><limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>5000</max-bytes><idle-seconds>45</idle-seconds></limits>...</stream:features>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> {header}
juliet  < <stream:stream version='1.0' xml:lang='en'>
juliet  < <stream:features><limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>20000</max-bytes><idle-seconds>60</idle-seconds></limits>...</stream:features>
