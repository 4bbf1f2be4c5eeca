title   RFC 6121 §4.2.3: presence is delivered to available resources only
users   romeo juliet, friends
juliet  > <presence type='unavailable'/>
juliet  < <presence type='unavailable' from='{juliet/full}'/>
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < nothing
