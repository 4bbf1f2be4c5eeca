title   RFC 6121 §4.7.2.3: white space around a priority and a plus sign are allowed (xs:byte); without one it is 0
users   romeo juliet, friends
romeo   > <presence><priority> -1 </priority></presence>
romeo   < <presence from='{romeo/full}'><priority> -1 </priority></presence>
juliet  < <presence from='{romeo/full}'><priority> -1 </priority></presence>
juliet  > <message type='headline' to='{romeo}'><body>Hi</body></message>
romeo   < nothing
romeo   > <presence><priority>+5</priority></presence>
romeo   < <presence from='{romeo/full}'><priority>+5</priority></presence>
juliet  < <presence from='{romeo/full}'><priority>+5</priority></presence>
juliet  > <message type='headline' to='{romeo}'><body>Hi</body></message>
romeo   < <message type='headline'><body>Hi</body></message>
romeo   > <presence><priority>-1</priority></presence>
romeo   < <presence from='{romeo/full}'><priority>-1</priority></presence>
juliet  < <presence from='{romeo/full}'><priority>-1</priority></presence>
romeo   > <presence/>
romeo   < <presence from='{romeo/full}'/>
juliet  < <presence from='{romeo/full}'/>
juliet  > <message type='headline' to='{romeo}'><body>Hi</body></message>
romeo   < <message type='headline'><body>Hi</body></message>
