title   XEP-0202 §2: the host tells its time in UTC, and its time zone; its clock goes
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><time xmlns='urn:xmpp:time'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><time xmlns='urn:xmpp:time'><tzo>*</tzo><utc>2026-11-21T06:30:00Z</utc></time></iq>
clock   +90s
romeo   > <iq type='get' id='2' to='{host}'><time xmlns='urn:xmpp:time'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><time xmlns='urn:xmpp:time'><tzo>*</tzo><utc>2026-11-21T06:31:30Z</utc></time></iq>
romeo   > <iq type='get' id='3' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='3' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:time'/>...</query></iq>
