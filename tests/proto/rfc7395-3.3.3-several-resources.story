title   RFC 7395 §3.3.3: one message to a resource on TCP and one on WebSocket is whole on both
users   romeo juliet, friends
romeo/web connects by websocket
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
romeo/web < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < <presence from='{romeo/full}'><show>away</show></presence>
juliet  > <message to='{romeo}' type='chat' id='1'><body>wherefore</body></message>
romeo   < <message from='{juliet/full}' to='{romeo}' type='chat' id='1'><body>wherefore</body></message>
romeo/web < <message from='{juliet/full}' to='{romeo}' type='chat' id='1'><body>wherefore</body></message>
