title   RFC 6120 §4.9.3.14: depth and attributes at the limit are delivered
option  stanza_depth_max = 8
option  stanza_attrs_max = 16
users   romeo juliet
romeo   > <message id='1' to='{juliet}'><a><a><a><a><a><a><a/></a></a></a></a></a></a></message>
juliet  < <message id='1'><a><a><a><a><a><a><a/></a></a></a></a></a></a></message>
romeo   > <message id='2' to='{juliet}'><a b1='1' b2='2' b3='3' b4='4' b5='5' b6='6' b7='7' b8='8' b9='9' ba='a' bb='b' bc='c' bd='d' be='e' bf='f' bg='g'/></message>
juliet  < <message id='2'><a b1='1' b2='2' b3='3' b4='4' b5='5' b6='6' b7='7' b8='8' b9='9' ba='a' bb='b' bc='c' bd='d' be='e' bf='f' bg='g'/></message>
