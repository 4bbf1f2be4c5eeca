title   XEP-0055 §2.1 and §3: the host tells the fields, plain and as a form, and advertises the search
users   juliet
juliet  > <iq type='get' id='1' to='{host}'><query xmlns='jabber:iq:search'/></iq>
juliet  < <iq type='result' id='1' from='{host}'><query xmlns='jabber:iq:search'><instructions>*</instructions><first/><last/><nick/><email/>
	<x xmlns='jabber:x:data' type='form'><title>*</title><instructions>*</instructions><field type='hidden' var='FORM_TYPE'><value>jabber:iq:search</value></field><field type='text-single' var='first' label='Given Name'/><field type='text-single' var='last' label='Family Name'/><field type='text-single' var='nick' label='Nickname'/><field type='text-single' var='email' label='Email Address'/></x></query></iq>
juliet  > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
juliet  < <iq type='result' id='2' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='jabber:iq:search'/><feature var='http://jabber.org/protocol/rsm'/>...</query></iq>
# somebody's account is no directory
juliet  > <iq type='get' id='3'><query xmlns='jabber:iq:search'/></iq>
juliet  < <iq type='error' id='3'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
