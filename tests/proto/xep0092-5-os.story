title   XEP-0092 §5: the operating system is told when the administrator wishes it
option  version_os = yes
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='jabber:iq:version'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='jabber:iq:version'><name>Nexa</name><version>*</version><os>*</os></query></iq>
