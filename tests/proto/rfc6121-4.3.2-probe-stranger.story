title   RFC 6121 §4.3.2: a probe of who is not subscribed reveals nothing and is no error
users   romeo juliet
romeo   > <presence type='probe' id='1' to='{juliet}'/>
romeo   > <presence type='probe' id='2' to='{juliet/full}'/>
romeo   > <presence type='probe' id='3' to='nobody@{host}'/>
romeo   < nothing
juliet  < nothing
