title   RFC 6120 §6.3.4, §13.8: without TLS no mechanism is offered
stream  juliet
juliet  >> {header}
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features><limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>10000</max-bytes><idle-seconds>30</idle-seconds></limits></stream:features>
