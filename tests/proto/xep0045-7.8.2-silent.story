title   XEP-0045 §7.8.2: where the administrator wants it so, invitations do not tell who has an account
option  muc_invite_unknown = silent
users   crone
crone   makes coven as firstwitch
crone   > <message id='1' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='nobody@{host}'/></x></message>
crone   < nothing
