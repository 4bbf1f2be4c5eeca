title   Clients' habits: an empty <show/> or <status/> is no obstacle (sendxmpp)
users   romeo juliet, friends
romeo   > <presence><show/><status/></presence>
romeo   < <presence from='{romeo/full}'><show/><status/></presence>
juliet  < <presence from='{romeo/full}'><show/><status/></presence>
romeo   > <message type='chat' id='1' to='{juliet}'><body/></message>
juliet  < <message type='chat' id='1'><body/></message>
