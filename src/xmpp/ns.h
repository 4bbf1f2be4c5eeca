/* Namespaces by name, so that a typo is a compile error. */
#ifndef NX_XMPP_NS_H
#define NX_XMPP_NS_H

#define NX_NS_FRAMING "urn:ietf:params:xml:ns:xmpp-framing"
#define NX_NS_CLIENT       "jabber:client"
#define NX_NS_SERVER       "jabber:server"
#define NX_NS_STREAM_ERR   "urn:ietf:params:xml:ns:xmpp-streams"
#define NX_NS_STANZA_ERR   "urn:ietf:params:xml:ns:xmpp-stanzas"
#define NX_NS_TLS          "urn:ietf:params:xml:ns:xmpp-tls"
#define NX_NS_SASL         "urn:ietf:params:xml:ns:xmpp-sasl"
#define NX_NS_SASL_CB      "urn:xmpp:sasl-cb:0"              /* XEP-0440 */
#define NX_NS_BIND         "urn:ietf:params:xml:ns:xmpp-bind"
#define NX_NS_SESSION      "urn:ietf:params:xml:ns:xmpp-session"
#define NX_NS_STREAM_LIMITS "urn:xmpp:stream-limits:0"       /* XEP-0478 */
#define NX_NS_ROSTER       "jabber:iq:roster"
#define NX_NS_ROSTER_VER   "urn:xmpp:features:rosterver"
#define NX_NS_PRE_APPROVAL "urn:xmpp:features:pre-approval"
#define NX_NS_DISCO_INFO   "http://jabber.org/protocol/disco#info"
#define NX_NS_DISCO_ITEMS  "http://jabber.org/protocol/disco#items"
#define NX_NS_CAPS         "http://jabber.org/protocol/caps" /* XEP-0115 */
#define NX_NS_PING         "urn:xmpp:ping"
#define NX_NS_VERSION      "jabber:iq:version"               /* XEP-0092 */
#define NX_NS_TIME         "urn:xmpp:time"                   /* XEP-0202 */
#define NX_NS_LAST         "jabber:iq:last"                  /* XEP-0012 */
#define NX_NS_VCARD        "vcard-temp"                      /* XEP-0054 */
#define NX_NS_PRIVATE      "jabber:iq:private"               /* XEP-0049 */
#define NX_NS_BLOCKING     "urn:xmpp:blocking"              /* XEP-0191 */
#define NX_NS_REPORTING    "urn:xmpp:reporting:1"           /* XEP-0377 */
#define NX_NS_REGISTER     "jabber:iq:register"             /* XEP-0077 */
#define NX_NS_SID          "urn:xmpp:sid:0"                 /* XEP-0359 */
#define NX_NS_CHAT_STATES  "http://jabber.org/protocol/chatstates"  /* XEP-0085 */
#define NX_NS_DELAY        "urn:xmpp:delay"                  /* XEP-0203 */
#define NX_NS_HINTS        "urn:xmpp:hints"                  /* XEP-0334 */
#define NX_NS_DATA_FORM    "jabber:x:data"                   /* XEP-0004 */
#define NX_NS_SEARCH       "jabber:iq:search"               /* XEP-0055 */
#define NX_NS_RSM          "http://jabber.org/protocol/rsm"  /* XEP-0059 */
#define NX_NS_OOB          "jabber:x:oob"                    /* XEP-0066 */

#endif
