title   RFC 6120 §6.5.2: an account that is disabled twice keeps the reason until another one is given, or it is enabled
users   juliet, offline
command account disable jid={juliet} reason=come+and+see+me
command account disable jid={juliet}
stream  juliet/a secure
juliet/a greets
juliet/a logs in
juliet/a < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/><text xml:lang='en'>This account is disabled: come+and+see+me</text></failure>
command account disable jid={juliet} reason=holidays
juliet/a logs in
juliet/a < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/><text xml:lang='en'>This account is disabled: holidays</text></failure>
command account enable jid={juliet}
command account disable jid={juliet}
juliet/a logs in
juliet/a < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/><text xml:lang='en'>This account is disabled; ask the administrator</text></failure>
