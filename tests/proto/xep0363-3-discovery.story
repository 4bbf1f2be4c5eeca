title   XEP-0363 §3, §5: the service is among the host's items, tells what it is, what it can do, and how large files may be
option  upload_max = 3M
users   romeo
romeo > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='upload.{host}' name='File upload'/>...</query></iq>
romeo > <iq type='get' id='2' to='upload.{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo < <iq type='result' id='2' from='upload.{host}'><query xmlns='http://jabber.org/protocol/disco#info'>
  <identity category='store' type='file' name='File upload'/><feature var='urn:xmpp:http:upload:0'/>
  <feature var='urn:xmpp:http:upload:purpose:0#message'/><feature var='urn:xmpp:http:upload:purpose:0#profile'/><feature var='urn:xmpp:http:upload:purpose:0#ephemeral'/><feature var='urn:xmpp:http:upload:purpose:0#permanent'/>
  <x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:http:upload:0</value></field>
    <field var='max-file-size' type='text-single'><value>3145728</value></field></x>...</query></iq>
romeo > <iq type='get' id='3' to='upload.{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='x'/></iq>
romeo < <iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
