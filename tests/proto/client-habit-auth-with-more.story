title   Clients' habits: foreign attributes of <auth/> are overlooked (Pidgin)
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN' xmlns:ga='http://www.google.com/talk/protocol/auth' ga:client-uses-full-bind-result='true'>{base64 \0juliet\0{password}}</auth>
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
