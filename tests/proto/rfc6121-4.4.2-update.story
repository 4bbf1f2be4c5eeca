title   RFC 6121 §4.4.2: an update goes in full to subscribers and own resources
users   romeo juliet, friends
romeo   > <presence id='p1'><show>away</show><status>Out</status><priority>-1</priority><x xmlns='urn:example:x' a='b'/></presence>
romeo   < <presence id='p1' from='{romeo/full}'><show>away</show><status>Out</status><priority>-1</priority><x xmlns='urn:example:x' a='b'/></presence>
juliet  < <presence id='p1' from='{romeo/full}' to='{juliet}'><show>away</show><status>Out</status><priority>-1</priority><x xmlns='urn:example:x' a='b'/></presence>
