title   RFC 6120 §4.9.3.20, RFC 6121 §2: accounts, rosters and kept messages outlive the server
users   romeo juliet, friends
users   mercutio, offline
romeo   > <message id='1' type='chat' to='{mercutio}'><body>Hi</body></message>
restart
mercutio connects
mercutio < <message id='1' type='chat' from='{romeo/full}' to='{mercutio}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
romeo   connects
juliet  connects
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < <presence from='{romeo/full}'><show>away</show></presence>
