title   RFC 6121 §2.5.2 for a whole account: its subscriptions end in the job that deletes it, and who was away learns it by the version
option  account_cache = 0
# Nobody else may have something to store for the deleted account.
option  modules = roster,subscription,presence,message,iq,ping
users   romeo juliet, friends
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:roster' ver='{=v}'><item jid='{juliet}' subscription='both'/></query></iq>
juliet  disconnects
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   disconnects
# Nothing that comes behind that job is stored, as if the machine lost power.
fault   store.commit:2,store.commit:2
account juliet deleted
fault   none
romeo   connects without presence
romeo   > <iq type='get' id='2'><query xmlns='jabber:iq:roster' ver='{v}'/></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster' ver='{=w}'><item jid='{juliet}' subscription='none'/></query></iq>
# And that is its version from now on.
romeo   > <iq type='get' id='3'><query xmlns='jabber:iq:roster' ver='{w}'/></iq>
romeo   < <iq type='result' id='3'/>
romeo   < nothing
