title   XEP-0106 §4.1 rules 4 and 5: escaped addresses are compared and sent as they are; what looks the same is another one
users   romeo
command account add jid=D\27Artagnan@{host} password=correct-horse
answer  message = The account d\27artagnan@{host} was created; people see d'artagnan@{host}
romeo   > <message id='1' type='chat' to='d\27ARTAGNAN@{host}'><body>Hi</body></message>
romeo   > <message id='2' type='chat' to='d\5c27artagnan@{host}'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='d\5c27artagnan@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
stream  him secure
him     greets
him     >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0d\27artagnan\0correct-horse}</auth>
him     binds full
him     > <presence/>
him     < <presence from='d\27artagnan@{host}/full'/>
him     < <message id='1' type='chat' from='{romeo/full}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
