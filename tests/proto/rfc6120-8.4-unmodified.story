title   RFC 6120 §8.4: what the server does not understand reaches the recipient as it was sent
users   romeo juliet, friends
romeo   > <message id='1' to='{juliet}'><x xmlns='urn:example:x' a='1' xmlns:y='urn:example:y' y:a='2' xml:space='preserve'>one <b/> two <y:c>three</y:c> four</x><body xml:lang='de'>Grüße &amp; &lt;b&gt; &quot;q&quot;</body><body>Hi</body></message>
juliet  < <message id='1'><x xmlns='urn:example:x' a='1' xmlns:y='urn:example:y' y:a='2' xml:space='preserve'>one <b/> two <y:c>three</y:c> four</x><body xml:lang='de'>Grüße &amp; &lt;b&gt; &quot;q&quot;</body><body>Hi</body></message>
romeo   > <presence id='2' to='{juliet}'><x xmlns='urn:example:x'>one</x></presence>
juliet  < <presence id='2' from='{romeo/full}'><x xmlns='urn:example:x'>one</x></presence>
romeo   > <iq type='get' id='3' to='{juliet/full}'><x xmlns='urn:example:x'>one</x></iq>
juliet  < <iq type='get' id='3'><x xmlns='urn:example:x'>one</x></iq>
romeo   >> <message id='4' to='{juliet}'><body><![CDATA[a <b> & c]]>&#x1F600;&#10;</body></message>
juliet  < <message id='4'><body>a &lt;b&gt; &amp; c😀&#10;</body></message>
