#!/usr/bin/python3
"""BOSH (XEP-0124, XEP-0206), by section: every request and answer by hand, so that rids, keys and connections can be wrong."""
import base64
import hashlib
import threading
import time
from xml.etree import ElementTree

from harness import LIMIT_SECS, Server, is_sanitized, main, password_of, require, story, wait_until
from webraw import Web, ask

NS = "http://jabber.org/protocol/httpbind"
XBOSH = "urn:xmpp:xbosh"
STREAMS = "http://etherx.jabber.org/streams"
SASL = "urn:ietf:params:xml:ns:xmpp-sasl"
CLIENT = "jabber:client"
PING = "<iq xmlns='jabber:client' type='get' id='%s' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>"


class Reply:
    """An answer: its HTTP status and headers, the <body/> and what is in it."""

    def __init__(self, answer):
        require(answer is not None, "no answer")
        self.status, self.headers, self.text = answer.status, answer.headers, answer.body.decode()
        self.body = ElementTree.fromstring(self.text) if self.text.startswith("<body") else None
        if self.body is not None:
            require(self.body.tag == "{%s}body" % NS, "another element", self.text)

    def get(self, name):
        return self.body.get(name)

    def names(self):
        return [child.tag.rpartition("}")[2] for child in self.body]


class Pending:
    """A request that was sent; its connection is closed with its answer."""

    def __init__(self, server, text, is_tls, headers=()):
        self.web = Web(server, is_tls)
        data = text.encode()
        self.web.request("/bosh", "POST", ["Content-Length: %d" % len(data), "Content-Type: text/xml"] + list(headers))
        self.web.send(data)

    def reply(self):
        try:
            return Reply(self.web.answer())
        finally:
            self.web.sock.close()

    def is_held(self, secs=0.3):
        """Whether nothing comes for a while."""
        self.web.sock.settimeout(secs)
        try:
            return not self.web.more() and False
        except TimeoutError:
            return True
        finally:
            self.web.sock.settimeout(LIMIT_SECS)

    def drop(self):
        self.web.sock.close()


class Client:
    """One session. Attributes with a value of None are left out."""

    def __init__(self, server, is_tls=True, headers=(), **attributes):
        self.server, self.is_tls, self.rid, self.sid = server, is_tls, 1573741820, None
        names = {"to": server.host, "ver": "1.11", "wait": "60", "hold": "1"}
        names.update(attributes)
        self.created = Pending(server, self.text(**names), is_tls, headers).reply()
        if self.created.body is not None:
            self.sid = self.created.get("sid")

    def text(self, payload="", rid=None, **attributes):
        if rid is None:
            rid, self.rid = self.rid, self.rid + 1
        names = {"xmlns": NS, "rid": rid, "sid": self.sid}
        names.update({name.replace("__", ":").rstrip("_"): value for name, value in attributes.items()})
        return "<body%s>%s</body>" % ("".join(" %s='%s'" % pair for pair in names.items() if pair[1] is not None), payload)

    def post(self, payload="", **attributes):
        return Pending(self.server, self.text(payload, **attributes), self.is_tls)

    def ask(self, payload="", **attributes):
        return self.post(payload, **attributes).reply()

    def ask_until_answered(self, payload="", **attributes):
        """A body without anything in it only says that `wait` is over (XEP-0124 section 7)."""
        reply = self.ask(payload, **attributes)
        while not reply.names() and reply.get("type") is None:
            reply = self.ask()
        return reply

    def restart(self):
        return self.ask_until_answered(to=self.server.host, xml__lang="en", xmlns__xmpp=XBOSH, xmpp__restart="true")

    def login(self, name, resource="bosh"):
        proof = base64.b64encode(("\0%s\0%s" % (name, password_of(name))).encode()).decode()
        reply = self.ask_until_answered("<auth xmlns='%s' mechanism='PLAIN'>%s</auth>" % (SASL, proof))
        require(reply.names() == ["success"], "the login", reply.text)
        require(self.restart().names() == ["features"], "the restart")
        reply = self.ask_until_answered("<iq xmlns='jabber:client' type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>%s"
                         "</resource></bind></iq>" % resource)
        require("%s@%s/%s" % (name, self.server.host, resource) in reply.text, "binding", reply.text)
        return self

    def ping(self, ident="ping"):
        reply = self.ask(PING % ident)
        require("id='%s'" % ident in reply.text, "the answer to a ping", reply.text)


class Verona(Server):
    def __enter__(self):
        Server.__enter__(self)
        self.add_accounts("romeo", "juliet")
        return self


def require_terminated(reply, condition, what=""):
    require(reply.status == 200 and reply.get("type") == "terminate" and reply.get("condition") == condition, "another end: " + what,
            reply.status, reply.text)


def require_gone(client, what):
    client.is_tls, rid = True, client.rid
    require_terminated(client.ask(rid=rid), "item-not-found", what)


# ---- requests and answers ----

@story("sections 5, 6, 7.1: POST alone; 200 and text/xml whatever the client's type is, or the type that it asks for in content")
def http():
    with Verona() as server:
        require(ask(server, "/bosh").status == 405, "GET")
        client = Client(server)
        require(client.created.status == 200 and client.created.headers["content-type"] == "text/xml; charset=utf-8", "the type")
        client.login("romeo").ping()
        client = Client(server, content="text/html; charset=utf-8")
        require(client.created.headers["content-type"] == "text/html; charset=utf-8", "the type that was wanted", client.created.headers)
        require(client.ask("<auth xmlns='%s' mechanism='X'/>" % SASL).headers["content-type"] == "text/html; charset=utf-8", "later")
        for content in ("text/html&#13;&#10;X: y", "x" * 200):
            require_terminated(Client(server, content=content).created, "bad-request", content)
        preflight = ask(server, "/bosh", "OPTIONS")
        require(preflight.status == 204 and preflight.headers["access-control-allow-origin"] == "*" and
                "post" in preflight.headers["access-control-allow-methods"] and
                preflight.headers["access-control-allow-headers"] == "content-type", "scripts of other pages", preflight.headers)


@story("section 6: no comments, instructions, document types, entities, text, partial elements, or another root; the server goes on")
def wrapper():
    with Verona() as server:
        for text in ("", "hello", "<body", "<body xmlns='%s' rid='1'><a></body>" % NS, "<!-- x --><body xmlns='%s' rid='1' to='localhost'/>" % NS,
                     "<?x y?><body xmlns='%s' rid='1' to='localhost'/>" % NS, "<!DOCTYPE x><body xmlns='%s' rid='1' to='localhost'/>" % NS,
                     "<body xmlns='%s' rid='1' to='localhost'>text</body>" % NS, "<body xmlns='%s' rid='1' to='localhost'>&x;</body>" % NS,
                     "<body rid='1' to='localhost'/>", "<head xmlns='%s' rid='1' to='localhost'/>" % NS,
                     "<body xmlns='%s' rid='1' to='localhost'/><x/>" % NS, "<body xmlns='%s' to='localhost'/>" % NS,
                     "<body xmlns='%s' rid='0' to='localhost'/>" % NS, "<body xmlns='%s' rid='-1' to='localhost'/>" % NS,
                     "<body xmlns='%s' rid='1e3' to='localhost'/>" % NS, "<body xmlns='%s' rid='1' to='localhost'/>\x00" % NS):
            require_terminated(Pending(server, text, True).reply(), "bad-request", text)
        client = Client(server).login("romeo")
        require_terminated(Pending(server, "<body xmlns='%s' rid='%d' sid='%s'><x/>text</body>" % (NS, client.rid, client.sid), True).reply(),
                           "bad-request", "with a sid")
        client.ping("its session goes on")


@story("section 7.2, XEP-0206 section 4: what a new session is told, and never more than it asked for")
def creation():
    with Verona() as server:
        reply = Client(server, xml__lang="en").created
        told = {name: reply.get(name) for name in ("wait", "hold", "requests", "inactivity", "polling", "maxpause", "ver", "from", "ack")}
        require(told == {"wait": "60", "hold": "1", "requests": "2", "inactivity": "60", "polling": "2", "maxpause": "120", "ver": "1.11",
                         "from": "localhost", "ack": "1573741820"}, "what it was told", told)
        require(reply.get("{%s}version" % XBOSH) == "1.0" and reply.get("{%s}restartlogic" % XBOSH) == "true" and reply.get("authid"),
                "of the stream", reply.text)
        require(reply.names() == ["features"] and "PLAIN" in reply.text, "the features", reply.text)
        sids = {Client(server).sid for _ in range(5)}
        require(len(sids) == 5 and all(len(sid) >= 26 for sid in sids), "sids can be guessed", sids)
        for asked, told in (({"wait": "10"}, ("wait", "10")), ({"wait": "100000"}, ("wait", "60")), ({"hold": "200"}, ("hold", "2")),
                            ({"hold": "2"}, ("requests", "3")), ({"hold": "0"}, ("requests", "1")), ({"ver": "1.6"}, ("ver", "1.6")),
                            ({"ver": "1.99"}, ("ver", "1.11"))):
            require(Client(server, **asked).created.get(told[0]) == told[1], "another value", asked, told)


@story("section 17.2: improper-addressing, host-unknown; too large a body is refused; sessions are limited as all connections are")
def refused():
    with Verona(bosh_body_max="8k", unauthenticated_per_address="2") as server:
        for to, condition in ((None, "improper-addressing"), ("", "improper-addressing"), ("nowhere.test", "host-unknown"),
                              ("@", "host-unknown")):
            require_terminated(Client(server, to=to).created, condition, str(to))
        client = Client(server)
        require(Pending(server, client.text("x" * 9000), True).web.answer().status == 413, "a large body")
        require(Client(server).sid, "the second")
        require_terminated(Client(server).created, "remote-connection-failed", "the third")


@story("section 8, XEP-0206 section 2: payloads go to the session in their order, with their namespace or without; answers come at once")
def payloads():
    with Verona() as server:
        romeo, juliet = Client(server).login("romeo"), Client(server).login("juliet", "balcony")
        held = juliet.post("<presence xmlns='jabber:client'/>")
        require("presence" in held.reply().text, "her own presence")
        held = juliet.post()
        require(held.is_held(), "an empty request is not held")
        stanzas = "".join("<message %sto='juliet@localhost/balcony' id='m%d'><body>%d</body></message>" %
                          ("xmlns='jabber:client' " if number % 2 else "", number, number) for number in range(6))
        waiting = romeo.post(stanzas)
        texts = []
        while len(texts) < 6:
            reply = held.reply()
            texts += [child.find("{%s}body" % CLIENT).text for child in reply.body.iter("{%s}message" % CLIENT)]
            held = juliet.post()
        require(texts == [str(number) for number in range(6)], "another order", texts)
        require(waiting.is_held(0.1), "the sender's request was answered with nothing")
        romeo.ping()
        require(waiting.reply().names() == [], "and is answered when the next one comes")


@story("section 8: a held request is answered when its wait is over, and when more than hold are there, the oldest first")
def holding():
    with Verona(bosh_polling="0") as server:
        client = Client(server, wait="1", hold="2")
        first, second = client.post(), client.post()
        require(first.is_held(0.2) and second.is_held(0.2), "two are held")
        third = client.post()
        require(first.reply().names() == [], "the oldest is answered when there are three")
        require(second.reply().names() == [] and third.reply().names() == [], "and the others when the time is over")


@story("section 9.1: an answer says up to which request all have come, when that is another one")
def acknowledgements():
    with Verona() as server:
        client = Client(server).login("romeo")
        first = client.post()
        require(first.is_held(), "the first is held")
        second = client.post("<presence xmlns='jabber:client' to='juliet@localhost'/>")
        reply = first.reply()
        require(reply.get("ack") == str(client.rid - 1), "the first says that the second has come", reply.text)
        client.ping()
        require(second.reply().get("ack") == str(client.rid - 1), "the second")


# ---- time ----

@story("sections 10, 12: a client without requests for longer than inactivity is gone, and its session too")
def inactivity():
    with Verona(bosh_inactivity="5") as server:
        client = Client(server).login("romeo")
        require("romeo@localhost/bosh" in server.ctl("sessions").stdout, "the session")
        wait_until(lambda: "romeo@localhost/bosh" not in server.ctl("sessions").stdout, "the session has ended")
        require_gone(client, "inactivity")


@story("section 10: a pause answers all at once and without payloads, and the session lives as long as it was asked to")
def pause():
    with Verona(bosh_inactivity="5") as server:
        client, other = Client(server).login("romeo"), Client(server).login("juliet")
        held = client.post()
        paused = client.post(pause="30")
        require(held.reply().names() == [] and paused.reply().names() == [], "they are answered")
        for _ in range(9):
            other.ping()
            time.sleep(1)
        other.ask("<message xmlns='jabber:client' to='romeo@localhost/bosh' id='m'/>" + PING % "behind")
        require("id='m'" in client.ask().text, "what came during the pause")
        client.post(pause="1").reply()
        wait_until(lambda: "romeo@localhost/bosh" not in server.ctl("sessions").stdout, "a short pause makes it shorter")


@story("sections 11, 12: empty requests that come too often end the session: policy-violation")
def overactivity():
    with Verona() as server:
        client = Client(server).login("romeo")
        held = client.post()
        require(held.is_held(), "the first is held")
        require_terminated(client.ask(), "policy-violation", "two at once")
        require_terminated(held.reply(), "other-request", "the one that was held")
        require_gone(client, "overactivity")
    with Verona(bosh_polling="1") as server:
        client = Client(server, wait="0", hold="0")
        require(client.created.get("requests") == "1", "a polling session", client.created.text)
        time.sleep(1.1)
        require(client.ask().names() == [], "polling")
        time.sleep(1.1)
        require(client.ask().names() == [], "polling again")
        require_terminated(client.ask(), "policy-violation", "polling too often")


def lose(server, client, payload=""):
    """A request that is held when its connection breaks, and the server has seen it."""
    seen = server.log("websocket").count("the client went")
    request = client.post(payload)
    require(request.is_held(), "it is held")
    request.drop()
    wait_until(lambda: server.log("websocket").count("the client went") > seen, "the server sees the end of the connection")


@story("section 11: requests whose connections broke are not in the way of those that follow, as when a page is loaded again")
def broken_go_on():
    with Verona() as server:
        client = Client(server).login("romeo")
        for _ in range(4):
            lose(server, client)
        held = client.post()
        require(held.is_held(), "an empty one after them")
        later = client.post(PING % "after")
        reply = held.reply()
        require("id='after'" in (reply.text if reply.names() else later.reply().text), "the session goes on", reply.text)


@story("section 11: more requests at once than were agreed end the session, but one more may pause or terminate it")
def simultaneous():
    with Verona(bosh_polling="0") as server:
        client = Client(server).login("romeo")
        rid = client.rid
        early = [client.post("<presence/>", rid=rid + 1)]
        require(early[0].is_held(), "one that came early")
        require_terminated(client.ask(rid=rid + 2), "item-not-found", "outside of the window")
        require_terminated(early[0].reply(), "other-request", "the one that waited")
        client = Client(server).login("romeo")
        early = [client.post("<presence/>", rid=client.rid + 1)]
        last = client.post(type="terminate", rid=client.rid + 2)
        require(last.is_held(), "the end waits for its turn")
        first = client.ask("<presence/>")
        require(first.get("type") == "terminate" and early[0].reply().names() == [] and last.reply().names() == [], "the end", first.text)


@story("section 14.2: what waits for a rid that never comes takes no more memory than it has bytes, and is answered when the session ends")
def missing_rid():
    elements = 100000
    with Verona(login_timeout="10", unauthenticated_per_address="100") as server:
        clients = [Client(server) for _ in range(20)]
        before = server.rss_kib()
        waiting = [client.post("<a/>" * elements, rid=client.rid + 1) for client in clients]
        require(waiting[-1].is_held(1), "a request with a rid too many is held")
        # A parser, a tree and what the sanitizers keep of freed memory, whatever the number of requests.
        if not is_sanitized():
            require(server.rss_kib() - before < 100 * 1024, "memory in KiB", server.rss_kib() - before)
        for request in waiting:
            require_terminated(request.reply(), "remote-stream-error", "the time to log in is over")
    with Verona(bosh_polling="0") as server:
        client = Client(server).login("romeo")
        early = client.post(PING % "early", rid=client.rid + 1)
        require(early.is_held(), "it came early")
        seen = client.ask(PING % "first").text + early.reply().text
        require("id='early'" in seen, "what was kept is read when its turn has come", seen)


@story("section 14.2: a request that waits for a rid that never comes is refused after wait and inactivity, and the session is over")
def lost_rid():
    with Verona(bosh_polling="0", bosh_inactivity="5") as server:
        client = Client(server, wait="1").login("romeo")
        began = time.monotonic()
        early = client.post("<presence/>", rid=client.rid + 1)
        require_terminated(early.reply(), "item-not-found", "the one that waited")
        require(time.monotonic() - began > 5.5, "it has waited", time.monotonic() - began)
        require_gone(client, "the session is over")


# ---- ending ----

@story("section 13: terminate forwards its payloads; the oldest request hears of it, others get nothing, the session is over")
def terminate():
    with Verona() as server:
        romeo, juliet = Client(server).login("romeo"), Client(server).login("juliet", "balcony")
        juliet.ask("<presence xmlns='jabber:client'/>")
        held = romeo.post()
        last = romeo.post("<message xmlns='jabber:client' to='juliet@localhost/balcony' id='bye'/><presence type='unavailable'/>",
                          type="terminate")
        first = held.reply()
        require(first.get("type") == "terminate" and first.get("condition") is None, "the oldest", first.text)
        require(last.reply().names() == [], "the request itself")
        require("id='bye'" in juliet.ask().text, "the payload")
        require_gone(romeo, "terminate")
        require("romeo@localhost/bosh" not in server.ctl("sessions").stdout, "the session goes on")
        only = Client(server).login("romeo").ask(type="terminate")
        require(only.get("type") == "terminate", "without a held one", only.text)


@story("sections 8, 17.2, XEP-0206 section 6: a stream error is remote-stream-error, with what came before it; also when nobody was waiting")
def stream_errors():
    with Verona() as server:
        client = Client(server).login("romeo")
        reply = client.ask(PING % "before" + "<message xmlns='jabber:client' from='juliet@localhost'/>")
        while reply.get("type") is None:
            reply = client.ask()
        require_terminated(reply, "remote-stream-error")
        require(reply.body.find("{%s}error/{urn:ietf:params:xml:ns:xmpp-streams}invalid-from" % STREAMS) is not None, "the error", reply.text)
        require_gone(client, "a stream error")
        client = Client(server).login("romeo")
        require(server.ctl("kick", "romeo@localhost/bosh").returncode == 0, "kick")
        require_terminated(client.ask(), "remote-stream-error", "killed")
        held = Client(server).login("romeo").post()
        require(held.is_held(), "it is held")
        server.stop()
        require_terminated(held.reply(), "remote-stream-error", "the server stops")
        server.start()


@story("sessions that end while nobody waits are remembered for their clients, but not more than a hundred of them: the oldest go")
def orphans():
    with Verona(limits="off", login_timeout="1") as server:
        clients = [Client(server) for _ in range(101)]
        wait_until(lambda: server.log().count("connection ended") >= 101, "all have ended")
        require_gone(clients[0], "the oldest")
        require_terminated(clients[1].ask(), "remote-stream-error", "the next")
        require_terminated(clients[-1].ask(), "remote-stream-error", "the youngest")


# ---- rids ----

@story("section 14.2: requests that come out of order are taken, and answered, in their order; the window is as wide as requests")
def order():
    with Verona(bosh_polling="0") as server:
        client = Client(server).login("romeo")
        client.ask("<presence xmlns='jabber:client'/>")
        rid = client.rid
        second = client.post(PING % "second", rid=rid + 1)
        require(second.is_held(), "the second was answered before the first")
        first = client.ask(PING % "first", rid=rid)
        seen = first.text + second.reply().text
        require(seen.index("id='first'") < seen.index("id='second'"), "another order", seen)
        client.rid = rid + 2
        client.ping()
        for wrong in (client.rid + 2, client.rid + 100000, 9007199254740991):
            other = Client(server).login("romeo", "r%d" % (wrong % 100))
            require_terminated(other.ask(rid=other.rid + wrong - client.rid), "item-not-found", "rid %d" % wrong)
            require_gone(other, "a rid outside of the window")


@story("section 14.3: whoever asks again gets the same answer, and nothing is taken twice; when it is no longer there, item-not-found")
def again():
    with Verona() as server:
        client = Client(server).login("romeo")
        text = client.text(PING % "once")
        first = Pending(server, text, True).reply()
        require("id='once'" in first.text, "the answer")
        require(Pending(server, text, True).reply().text == first.text, "another answer")
        client.ping("goes on")
        require(Pending(server, text, True).reply().text == first.text, "another answer, later")
        client.ping("a")
        client.ping("b")
        require_terminated(Pending(server, text, True).reply(), "item-not-found", "long ago")
        require_gone(client, "what is no longer there")
        client = Client(server).login("romeo")
        text = client.text(PING % "often")
        replies = [Pending(server, text, True).reply() for _ in range(12)]
        require(replies[10].get("type") is None, "ten times")
        require_terminated(replies[11], "policy-violation", "again and again")


@story("section 14.3: a request that is held is answered with an error when it comes again, and the answer goes to the newer one")
def held_again():
    with Verona() as server:
        client, other = Client(server).login("romeo"), Client(server).login("juliet")
        text = client.text()
        old = Pending(server, text, True)
        require(old.is_held(), "it is held")
        new = Pending(server, text, True)
        reply = old.reply()
        require(reply.get("type") == "error" and reply.get("condition") is None, "the old one", reply.text)
        other.ask("<message xmlns='jabber:client' to='romeo@localhost/bosh' id='m'/>" + PING % "behind")
        require("id='m'" in new.reply().text, "the new one")


@story("section 14.3: what was to be said on a connection that broke is not lost, whether the client asks again or goes on")
def broken():
    with Verona(bosh_polling="0") as server:
        client, other = Client(server).login("romeo"), Client(server).login("juliet")
        message = "<message xmlns='jabber:client' to='romeo@localhost/bosh' id='%s'/>" + PING % "behind"
        for goes_on in (False, True):
            text = client.text()
            lost = Pending(server, text, True)
            require(lost.is_held(), "it is held")
            lost.drop()
            time.sleep(0.1)
            other.ask(message % "m%d" % goes_on)
            reply = client.ask() if goes_on else Pending(server, text, True).reply()
            require("id='m%d'" % goes_on in reply.text, "it was lost", reply.text)


# ---- keys, security, old clients ----

def keys(seed, count):
    """K(count) … K(1)."""
    made = [hashlib.sha1(seed).hexdigest()]
    while len(made) < count:
        made.append(hashlib.sha1(made[-1].encode()).hexdigest())
    return made[::-1]


@story("section 15: with newkey every request needs the next key, in any case; another sequence may follow; a wrong or missing one ends it")
def sequences():
    with Verona() as server:
        first, second = keys(b"seed", 3), keys(b"other", 4)
        client = Client(server, newkey=first[0].upper())
        auth = "<auth xmlns='%s' mechanism='X'/>" % SASL
        require("failure" in client.ask(auth, key=first[1]).text, "the next key", client.created.text)
        text = client.text(auth, key=first[2], newkey=second[0])
        require("failure" in Pending(server, text, True).reply().text, "the last of the first sequence")
        require("failure" in Pending(server, text, True).reply().text, "asked again")
        require("failure" in client.ask(auth, key=second[1]).text, "the second sequence")
        require_terminated(client.ask(auth, key=second[3]), "item-not-found", "a key was left out")
        for key in (None, "nonsense", first[0]):
            client = Client(server, newkey=first[0])
            require_terminated(client.ask(auth, key=key), "item-not-found", "key %s" % key)
            require_gone(client, "a wrong key")
        client = Client(server, newkey=first[0])
        require("failure" in client.ask(auth, key=first[1]).text, "the next key")
        require_terminated(client.ask(auth, rid=client.rid - 1), "item-not-found", "asked again by somebody else")


@story("section 19: a secure session is not reached in clear text, and not harmed either; without TLS nobody logs in")
def security():
    with Verona() as server:
        client = Client(server).login("romeo")
        client.is_tls = False
        require_terminated(client.ask(rid=client.rid), "item-not-found", "in clear text")
        client.is_tls = True
        client.ping("unharmed")
        require("mechanism" not in Client(server, is_tls=False).created.text, "a login in clear text is offered")
    with Verona(http_proxies="127.0.0.1") as server:
        reply = Client(server, False, ["X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.9"]).created
        require("PLAIN" in reply.text, "behind a proxy with TLS", reply.text)


@story("section 17.1: clients of before BOSH 1.6, which say no ver, get 400, 403 and 404")
def old_clients():
    with Verona(bosh_polling="0") as server:
        for status, rid, repeat in ((404, 100, 1), (403, -1, 11)):
            client = Client(server, ver=None)
            require(client.created.get("ver") is None, "it was told a version")
            client.ask("<auth xmlns='%s' mechanism='X'/>" % SASL)
            for _ in range(repeat):
                reply = client.ask(rid=client.rid + rid)
            require(reply.status == status, "another status", status, reply.status, reply.text)


# ---- the server's own limits ----

@story("a client that does not fetch what comes is kept within output_max, and what it sends is taken as slowly as from others")
def limits():
    with Verona(output_max="128k", output_drop="64k", limits="off") as server:
        client = Client(server).login("romeo")
        sender = Client(server).login("juliet")
        before = server.rss_kib()
        text = "<message xmlns='jabber:client' to='romeo@localhost/bosh'><body>%s</body></message>" % ("x" * 50000)
        for _ in range(20):
            sender.ask(text + PING % "behind")
        require(is_sanitized() or server.rss_kib() - before < 3000, "it is all in memory", server.rss_kib() - before)
        size = 0
        reply = client.ask()
        while reply.get("type") is None and size < 2000000:
            size += len(reply.text)
            reply = client.ask()
        require_terminated(reply, "remote-stream-error", "its queue was full")
    with Verona(rate_stanzas="5", rate_stanzas_burst="5", bosh_polling="0") as server:
        client = Client(server).login("romeo")
        began = time.monotonic()
        seen = client.ask("".join(PING % ("p%d" % number) for number in range(20))).text
        while "id='p19'" not in seen:
            seen += client.ask().text
        require(time.monotonic() - began > 1, "the rate does not count")


@story("many clients at once, with and without TLS, talk in circles and lose nothing")
def many():
    with Verona(limits="off", allow_plaintext="yes") as server:
        failures = []

        def chat(number):
            try:
                client = Client(server, is_tls=bool(number % 2)).login("romeo", "r%d" % number)
                for turn in range(30):
                    reply = client.ask("<message xmlns='jabber:client' to='romeo@localhost/r%d' id='t%d'/>" % (number, turn))
                    while "id='t%d'" % turn not in reply.text:
                        reply = client.ask()
            except Exception as error:      # noqa: what it was is told below
                failures.append((number, repr(error)))
        threads = [threading.Thread(target=chat, args=(number,)) for number in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        require(not failures, "somebody lost something", failures)


if __name__ == "__main__":
    main()
