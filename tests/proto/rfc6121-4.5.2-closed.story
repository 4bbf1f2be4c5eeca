title   RFC 6121 §4.5.2: a stream closed without unavailable presence is said goodbye for too, but only once
users   romeo juliet, friends
juliet  > <presence type='unavailable'/>
juliet  < <presence type='unavailable' from='{juliet/full}'/>
romeo   < <presence type='unavailable' from='{juliet/full}' to='{romeo}'/>
juliet  disconnects
romeo   < nothing
