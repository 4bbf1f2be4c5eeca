title   RFC 6121 §4.5.2: when the connection breaks the server says goodbye for the client
users   romeo juliet, friends
juliet/second connects
juliet  breaks
romeo   < <presence type='unavailable' from='{juliet/full}' to='{romeo}'/>
juliet/second < <presence type='unavailable' from='{juliet/full}'/>
romeo   < nothing
