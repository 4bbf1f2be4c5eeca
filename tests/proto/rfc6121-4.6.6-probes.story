title   RFC 6121 §4.6.6: directed presence lets its recipient alone probe that resource alone, until it is taken back
users   romeo juliet mercutio
romeo/phone connects
juliet/phone connects
romeo   > <presence to='{juliet/full}'><show>chat</show><status>Hi</status></presence>
juliet  < <presence from='{romeo/full}' to='{juliet/full}'><show>chat</show><status>Hi</status></presence>
juliet  > <presence type='probe' id='1' to='{romeo/full}'/>
juliet  < <presence from='{romeo/full}'/>
juliet  > <presence type='probe' id='2' to='{romeo/phone}'/>
juliet/phone > <presence type='probe' id='3' to='{romeo/full}'/>
mercutio > <presence type='probe' id='4' to='{romeo/full}'/>
juliet  < nothing
juliet/phone < nothing
mercutio < nothing
romeo   > <presence type='unavailable' to='{juliet/full}'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  > <presence type='probe' id='5' to='{romeo/full}'/>
juliet  < nothing
