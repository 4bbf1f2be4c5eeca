title   XEP-0160 §2: for who has nothing waiting the store is not asked
users   juliet, connected
# Whatever is asked of the store from now on fails, and is in the log.
fault   store.commit
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < nothing
fault   none
