title   RFC 6121 §4.2.2: one's own resources see each other
users   romeo juliet
juliet/second connects
juliet/second > <presence type='unavailable'/>
juliet/second < <presence type='unavailable' from='{juliet/second}'/>
juliet  < <presence type='unavailable' from='{juliet/second}'/>
juliet/second > <presence><priority>5</priority></presence>
juliet/second < <presence from='{juliet/second}'><priority>5</priority></presence>
juliet/second < <presence from='{juliet/full}'/>
juliet  < <presence from='{juliet/second}'><priority>5</priority></presence>
juliet  > <presence type='unavailable'><status>Bye</status></presence>
juliet  < <presence type='unavailable' from='{juliet/full}'><status>Bye</status></presence>
juliet/second < <presence type='unavailable' from='{juliet/full}'><status>Bye</status></presence>
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < <presence from='{juliet/second}'><priority>5</priority></presence>
juliet/second < <presence from='{juliet/full}'/>
romeo   < nothing
