title   RFC 6120 §4.9.3.14: an element with too many attributes ends the stream
option  stanza_attrs_max = 16
users   romeo juliet
romeo   >> <message to='{juliet}'><a b1='1' b2='2' b3='3' b4='4' b5='5' b6='6' b7='7' b8='8' b9='9' ba='a' bb='b' bc='c' bd='d' be='e' bf='f' bg='g' bh='h'/></message>
romeo   < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
