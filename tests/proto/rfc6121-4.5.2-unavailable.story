title   RFC 6121 §4.5.2: unavailable presence goes in full to subscribers; the next presence is an initial one
users   romeo juliet, friends
juliet  > <presence type='unavailable' id='u1'><status>going on vacation</status></presence>
juliet  < <presence type='unavailable' id='u1' from='{juliet/full}'><status>going on vacation</status></presence>
romeo   < <presence type='unavailable' id='u1' from='{juliet/full}' to='{romeo}'><status>going on vacation</status></presence>
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < <presence from='{romeo/full}'/>
romeo   < <presence from='{juliet/full}' to='{romeo}'/>
