title   RFC 6121 §3.2.2: cancelling what was never granted tells the other nothing
users   romeo juliet
juliet  > <presence type='unsubscribed' to='{romeo}'/>
romeo   < nothing
juliet  < nothing
