title   RFC 6121 §4.7.3: whatever else presence says reaches subscribers as it was sent
users   romeo juliet, friends
romeo   > <presence id='p1' xmlns:x='urn:example:x' x:mood='good'><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='http://psi-im.org' ver='q07IKJEyjvHSyhy//CH0CxmKi8w='/><x:deep><x:deeper a='1'>text</x:deeper></x:deep></presence>
romeo   < <presence id='p1' from='{romeo/full}' xmlns:x='urn:example:x' x:mood='good'><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='http://psi-im.org' ver='q07IKJEyjvHSyhy//CH0CxmKi8w='/><x:deep><x:deeper a='1'>text</x:deeper></x:deep></presence>
juliet  < <presence id='p1' from='{romeo/full}' xmlns:x='urn:example:x' x:mood='good'><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='http://psi-im.org' ver='q07IKJEyjvHSyhy//CH0CxmKi8w='/><x:deep><x:deeper a='1'>text</x:deeper></x:deep></presence>
