title   RFC 7395 §3.3.3, §3.8: a message begins with '<'; white space keepalives there are not
users   romeo, offline
romeo   connects without presence by websocket
romeo   >> {repeat 3  }
romeo   < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
