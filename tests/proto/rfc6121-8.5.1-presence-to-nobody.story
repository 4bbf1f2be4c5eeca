title   RFC 6121 §8.5.1: presence to an account that does not exist is ignored
users   romeo
romeo   > <presence to='nobody@{host}'/>
romeo   > <presence type='unavailable' to='nobody@{host}'/>
romeo   > <presence type='unsubscribe' to='nobody@{host}'/>
romeo   < nothing
