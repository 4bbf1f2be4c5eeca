title   RFC 6120 §4.8.5: a prefix for the content namespace is not passed on
users   romeo juliet
romeo   > <c:message xmlns:c='jabber:client' id='1' to='{juliet}'><c:body>Hi</c:body></c:message>
juliet  < <message id='1'><body>Hi</body></message>
