title   RFC 6121 §4.7.2.2: every status arrives, in its language; sorting out what contradicts is the reader's affair
users   romeo juliet, friends
romeo   > <presence xml:lang='en'><status>Busy</status><status xml:lang='cs'>Nemám čas</status></presence>
romeo   < <presence xml:lang='en' from='{romeo/full}'><status>Busy</status><status xml:lang='cs'>Nemám čas</status></presence>
juliet  < <presence xml:lang='en' from='{romeo/full}'><status>Busy</status><status xml:lang='cs'>Nemám čas</status></presence>
romeo   > <presence><status>Busy</status><status>Free</status></presence>
romeo   < <presence from='{romeo/full}'><status>Busy</status><status>Free</status></presence>
juliet  < <presence from='{romeo/full}'><status>Busy</status><status>Free</status></presence>
