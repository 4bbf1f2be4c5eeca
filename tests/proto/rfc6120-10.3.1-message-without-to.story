title   RFC 6120 §10.3.1: a message without `to`, or to the own account, reaches the own available resources
users   romeo
romeo/second connects
romeo   > <message type='chat' id='1'><body>Note</body></message>
romeo   < <message type='chat' id='1' from='{romeo/full}'><body>Note</body></message>
romeo/second < <message type='chat' id='1' from='{romeo/full}'><body>Note</body></message>
romeo   > <message type='chat' id='2' to='{romeo}'><body>Hi</body></message>
romeo   < <message type='chat' id='2' from='{romeo/full}' to='{romeo}'><body>Hi</body></message>
romeo/second < <message type='chat' id='2' from='{romeo/full}' to='{romeo}'><body>Hi</body></message>
