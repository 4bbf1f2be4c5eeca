title   XEP-0045 §18.1 rule 1: a moderator sees everything of a message that waits, in all languages and also what is no body
users   crone wicca
crone   makes coven as firstwitch x-nexa#roomconfig_holdmessages=1
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Hail</body><body xml:lang='de'>Fie</body><thread>t</thread></message>
wicca   < <message from='coven@{muc}'><body>Your message waits for a moderator.</body></message>
crone   < <message from='coven@{muc}'><body>secondwitch wants to say: Hail&#10;Fie</body>...</message>
wicca   > <message type='groupchat' id='m2' to='coven@{muc}'><body>Hail</body><x xmlns='jabber:x:oob'><url>https://fie.example/</url></x></message>
wicca   < <message from='coven@{muc}'><body>Your message waits for a moderator.</body></message>
crone   < <message from='coven@{muc}'><body>secondwitch wants to say: Hail&#10;&lt;x xmlns=&apos;jabber:x:oob&apos;&gt;&lt;url&gt;https://fie.example/&lt;/url&gt;&lt;/x&gt;</body>...</message>
# a reaction
wicca   > <message type='groupchat' id='m3' to='coven@{muc}'><reactions xmlns='urn:xmpp:reactions:0' id='1'><reaction>Fie</reaction></reactions><store xmlns='urn:xmpp:hints'/></message>
wicca   < <message from='coven@{muc}'><body>Your message waits for a moderator.</body></message>
crone   < <message from='coven@{muc}'><body>secondwitch wants to say: &lt;reactions xmlns=&apos;urn:xmpp:reactions:0&apos; id=&apos;1&apos;&gt;&lt;reaction&gt;Fie&lt;/reaction&gt;&lt;/reactions&gt;</body>...</message>
