title   RFC 6121 §5.2.3 to §5.2.5: what contradicts itself is for the reader to sort out: it is delivered unchanged
users   romeo juliet
juliet  > <message id='1' type='chat' to='{romeo}'><body>One</body><body>Two</body><subject>a</subject><subject>b</subject><thread>x</thread><thread>y</thread><body>mi<b xmlns='urn:example:b'>x</b>ed</body></message>
romeo   < <message id='1' type='chat' from='{juliet/full}' to='{romeo}'><body>One</body><body>Two</body><subject>a</subject><subject>b</subject><thread>x</thread><thread>y</thread><body>mi<b xmlns='urn:example:b'>x</b>ed</body></message>
