title   RFC 6120 §4.9.3.18: a document type is restricted XML
stream  juliet secure
juliet  >> <?xml version='1.0'?><!DOCTYPE stream [<!ENTITY a 'b'>]><stream:stream>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><restricted-xml xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
