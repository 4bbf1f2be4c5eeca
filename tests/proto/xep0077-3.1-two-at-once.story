title   XEP-0077 §3.1: of two who want the same name at once one gets it
option  workers = 1
option  registration = open
stream  one secure
one     greets
stream  two secure
two     greets
one     > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
two     > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>ju1iet</username><password>correct horse</password></query></iq>
one     < <iq type='result' id='1'/>
two     < <iq type='error' id='2' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
