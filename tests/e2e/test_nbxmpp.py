"""Two people on nbxmpp, the library under Gajim: its main loop, its TLS (GLib's), its modules, none of them changed."""
import time
import warnings

import gi
gi.require_version("Soup", "3.0")
from gi.repository import Gio, GLib
from nbxmpp.client import Client
from nbxmpp.const import ConnectionProtocol, ConnectionType, Mode, StreamError
from nbxmpp.errors import RegisterStanzaError
from nbxmpp.modules.vcard_temp import VCard
from nbxmpp.protocol import JID, Message
from nbxmpp.structs import AnnotationNote, StanzaHandler

from harness import LIMIT_SECS, Failure, Server, main, password_of, require, story

HOLD_SECS = 0.3         # how long something that must not come has time to come
CONTEXT = GLib.MainContext.default()


def turn_until(holds, limit_secs=LIMIT_SECS):
    """Runs GLib's loop until holds() says yes; its last answer is returned."""
    # The loop sleeps until something happens; this wakes it for a look at the clock.
    alarm = GLib.timeout_add(50, lambda: GLib.SOURCE_CONTINUE)
    end = time.monotonic() + limit_secs
    try:
        while not (answer := holds()) and time.monotonic() < end:
            CONTEXT.iteration(True)
        return answer
    finally:
        GLib.source_remove(alarm)


class Person:
    """One nbxmpp client that keeps what happens to it: happened is a list of (kind, what), waited for by meet()."""

    SIGNALS = ("connected", "connection-failed", "disconnected")

    def __init__(self, server, name, kind=ConnectionType.START_TLS, password=None, authority=None):
        # GLib asks the system which authorities it trusts; here that is the server's alone.
        Gio.TlsBackend.get_default().set_default_database(Gio.TlsFileDatabase.new((authority or server).ca))
        self.jid = JID.from_string(server.jid(name))
        self.happened = []
        self.client = Client(log_context=name)
        self.client.set_domain(self.jid.domain)
        self.client.set_username(self.jid.localpart)
        self.client.set_resource("nbxmpp")
        self.client.set_password(password or password_of(name))
        port = server.tls_port if kind == ConnectionType.DIRECT_TLS else server.port
        self.client.set_custom_host("127.0.0.1:%d" % port, ConnectionProtocol.TCP, kind)
        for signal in self.SIGNALS:
            self.client.subscribe(signal, self.on_signal)
        for name in ("message", "presence", "iq"):
            # After the library's own handlers: they fill in the properties.
            self.client.register_handler(StanzaHandler(name=name, callback=self.on_stanza, priority=60))

    def on_signal(self, _client, signal, *_):
        self.happened.append((signal, None))

    def on_stanza(self, _client, stanza, properties):
        self.happened.append((stanza.getName(), (stanza, properties)))

    def meet(self, kind, holds=lambda *_: True):
        """The first such event that no meet() has taken yet."""
        def look():
            for index, (name, what) in enumerate(self.happened):
                if name == kind and (what is None or holds(*what)):
                    del self.happened[index]
                    return (what,)
            return None
        found = turn_until(look)
        if not found:
            raise Failure("%s: no %s" % (self.jid, kind),
                          [(name, what and str(what[0])) for name, what in self.happened])
        return found[0]

    def nothing(self, kind):
        turn_until(lambda: any(name == kind for name, _ in self.happened), HOLD_SECS)
        seen = [str(what[0]) for name, what in self.happened if name == kind]
        require(not seen, "%s: an unexpected %s" % (self.jid, kind), seen)

    def ask(self, module, request, *arguments, **named):
        """The result of a module's request; raises what the library raises."""
        results = []
        task = getattr(self.client.get_module(module), request)(*arguments, **named)
        task.add_done_callback(lambda done: results.append(done.get_result()), weak=False)
        require(turn_until(lambda: results), "%s: %s.%s was not answered" % (self.jid, module, request))
        if isinstance(results[0], Exception):
            raise results[0]
        return results[0]

    def log_in(self):
        self.client.connect()
        self.meet("connected")
        self.ask("Roster", "request_roster")
        self.show()
        self.meet("presence", lambda _, properties: properties.self_presence)
        return self

    def show(self, **named):
        self.client.get_module("BasePresence").send(**named)

    def log_out(self):
        self.client.disconnect()
        self.meet("disconnected")

    def say(self, other, text):
        self.client.send_stanza(Message(to=other.jid, typ="chat", body=text))

    def hear(self, other, text):
        _, properties = self.meet("message")
        require(properties.body == text, "%s: another text" % self.jid, properties.body, text)
        require(properties.jid.bare_match(other.jid), "%s: another sender" % self.jid, str(properties.jid))
        return properties

    def contact(self, other):
        items = self.ask("Roster", "request_roster").items
        return next((item for item in items if item.jid == other.jid), None)


def is_from(other, kind):
    return lambda _, properties: properties.jid.bare_match(other.jid) and properties.type.value == kind


def befriend(one, other):
    """Requests and approvals both ways (RFC 6121 section 3)."""
    for asks, allows in ((one, other), (other, one)):
        asks.client.get_module("BasePresence").subscribe(allows.jid)
        allows.meet("presence", is_from(asks, "subscribe"))
        allows.client.get_module("BasePresence").subscribed(asks.jid)
        asks.meet("presence", is_from(allows, "subscribed"))
        asks.meet("presence", is_from(allows, None))
    require(one.contact(other).subscription == "both" and other.contact(one).subscription == "both",
            "two approvals make both")


@story("nbxmpp over STARTTLS and direct TLS, verified: contacts, presence, chat both ways, and what waited comes once")
def together():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = Person(server, "romeo").log_in()
        juliet = Person(server, "juliet", ConnectionType.DIRECT_TLS).log_in()
        require(romeo.client.is_stream_secure and juliet.client.is_stream_secure, "no TLS")
        romeo.ask("Roster", "set_item", juliet.jid, "Juliet", ["Capulets", "Balcony"])
        _, properties = romeo.meet("iq", lambda _, properties: getattr(properties, "roster", None) is not None)
        require(properties.roster.item.name == "Juliet", "the push tells something else", str(properties.roster))
        befriend(romeo, juliet)
        item = romeo.contact(juliet)
        require(item.name == "Juliet" and set(item.groups) == {"Balcony", "Capulets"}, "the contact was changed", str(item))
        for number in range(10):
            romeo.say(juliet, "call %d ✓ <&>" % number)
            juliet.say(romeo, "answer %d" % number)
        for number in range(10):
            juliet.hear(romeo, "call %d ✓ <&>" % number)
            romeo.hear(juliet, "answer %d" % number)
        juliet.show(show="away", status="on the balcony")
        _, properties = romeo.meet("presence", is_from(juliet, None))
        require(properties.show.value == "away" and properties.status == "on the balcony", "another presence",
                str(properties.status))
        juliet.log_out()
        romeo.meet("presence", is_from(juliet, "unavailable"))
        for number in range(3):
            romeo.say(juliet, "later %d" % number)
        romeo.ask("Ping", "ping", romeo.jid.domain)
        juliet = Person(server, "juliet").log_in()
        for number in range(3):
            properties = juliet.hear(romeo, "later %d" % number)
            require(properties.timestamp is not None and abs(properties.timestamp - time.time()) < 60, "a wrong time")
        juliet.nothing("message")
        romeo.ask("Roster", "delete_item", juliet.jid)
        juliet.meet("presence", is_from(romeo, "unsubscribe"))
        require(romeo.contact(juliet) is None, "the contact is still there")
        romeo.log_out()
        juliet.log_out()


@story("what Gajim asks a server: disco, software version, time, last activity, ping; nbxmpp understands every answer")
def asking():
    with Server() as server:
        server.add_accounts("romeo")
        romeo = Person(server, "romeo").log_in()
        info = romeo.ask("Discovery", "disco_info", server.host)
        require(any(one.category == "server" and one.type == "im" for one in info.identities), "it is no server",
                str(info.identities))
        for feature in ("urn:xmpp:blocking", "vcard-temp", "jabber:iq:private", "urn:xmpp:ping", "jabber:iq:register"):
            require(info.supports(feature), "not offered", feature)
        require(any(one.category == "account" for one in romeo.ask("Discovery", "disco_info", romeo.jid).identities),
                "the own account is none")
        romeo.ask("Discovery", "disco_items", server.host)
        require("nexa" in romeo.ask("SoftwareVersion", "request_software_version", server.host).name.lower(), "another name")
        require(romeo.ask("EntityTime", "request_entity_time", server.host), "no time")
        require(romeo.ask("LastActivity", "request_last_activity", server.host).seconds < 60, "another uptime")
        romeo.ask("Ping", "ping", server.host)
        romeo.log_out()


@story("XEP-0191: whom nbxmpp blocks is not heard, and is heard again afterwards")
def blocking():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = Person(server, "romeo").log_in()
        juliet = Person(server, "juliet").log_in()
        require(juliet.ask("Blocking", "request_blocking_list") == set(), "somebody is blocked already")
        juliet.ask("Blocking", "block", [romeo.jid])
        _, properties = juliet.meet("iq", lambda _, properties: getattr(properties, "blocking", None) is not None)
        require(properties.blocking.block == {romeo.jid}, "another push", str(properties.blocking))
        require(juliet.ask("Blocking", "request_blocking_list") == {romeo.jid}, "another list")
        romeo.say(juliet, "but soft")
        stanza, _ = romeo.meet("message")
        require(stanza.getType() == "error", "no error came back", str(stanza))
        juliet.nothing("message")
        juliet.ask("Blocking", "unblock", [romeo.jid])
        romeo.say(juliet, "what light")
        juliet.hear(romeo, "what light")
        romeo.log_out()
        juliet.log_out()


@story("XEP-0054 and XEP-0049: a card with a picture and notes about contacts come back as they were")
def keeping():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = Person(server, "romeo").log_in()
        juliet = Person(server, "juliet").log_in()
        card = VCard({"FN": "Romeo Montague", "N": {"FAMILY": "Montague", "GIVEN": "Romeo"},
                      "EMAIL": [{"USERID": "romeo@montague.example"}]})
        card.set_avatar(bytes(range(256)) * 64, "image/png")
        romeo.ask("VCardTemp", "set_vcard", card)
        for person, jid in ((romeo, None), (juliet, romeo.jid)):
            require(person.ask("VCardTemp", "request_vcard", jid).data == card.data, "another card")
        notes = [AnnotationNote(jid=juliet.jid, data="the sun ✓ <&>", cdate=None, mdate=None)]
        romeo.ask("Annotations", "set_annotations", notes)
        require(romeo.ask("Annotations", "request_annotations") == notes, "other notes")
        romeo.ask("Delimiter", "set_delimiter", "::")
        require(romeo.ask("Delimiter", "request_delimiter") == "::", "another delimiter")
        require(romeo.ask("PrivateBookmarks", "request_bookmarks") == [], "bookmarks out of nothing")
        romeo.log_out()
        juliet.log_out()


@story("nbxmpp after SIGKILL: the same client object connects again and its contacts are there")
def killed():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = Person(server, "romeo").log_in()
        juliet = Person(server, "juliet").log_in()
        befriend(romeo, juliet)
        server.kill9()
        romeo.meet("disconnected")
        juliet.meet("disconnected")
        romeo.happened.clear()
        server.start()
        romeo.log_in()
        juliet.log_in()
        romeo.meet("presence", is_from(juliet, None))
        romeo.say(juliet, "again")
        juliet.hear(romeo, "again")
        romeo.log_out()
        juliet.log_out()


def newcomer(server, name):
    """Who registers, as Gajim does: on a connection of its own."""
    person = Person(server, name)
    person.client.set_mode(Mode.REGISTER)
    person.client.connect()
    person.meet("connected")
    return person


@story("XEP-0077: nbxmpp fills in the form and registers, changes its password and leaves; a name is given once")
def registering():
    with Server(registration="open") as server:
        romeo = newcomer(server, "romeo")
        data = romeo.ask("Register", "request_register_form")
        require(data.form is not None and data.fields_form is not None and not data.oob_url, "no form beside the fields", data)
        data.form.vars["username"].value, data.form.vars["password"].value = "romeo", "correct horse"
        data.form.type_ = "submit"
        romeo.ask("Register", "submit_register_form", data.form)
        romeo.log_out()
        twin = newcomer(server, "romeo")
        try:
            twin.ask("Register", "submit_register_form", data.form)
            raise Failure("the name was given twice")
        except RegisterStanzaError as error:
            form = error.get_data().form
            require(error.condition == "conflict" and form.vars["username"].value == "romeo" and not form.vars["password"].value,
                    "another error, or one that nobody can mend", str(error), form)
        twin.log_out()
        romeo = Person(server, "romeo", password="correct horse").log_in()
        romeo.ask("Register", "change_password", "battery staple")
        romeo.log_out()
        romeo = Person(server, "romeo", password="battery staple").log_in()
        romeo.ask("Register", "unregister")
        romeo.meet("disconnected")


@story("XEP-0077 section 5: where accounts are made on a web page, nbxmpp is told of it")
def redirected():
    with Server(registration_url="https://localhost/join") as server:
        romeo = newcomer(server, "romeo")
        data = romeo.ask("Register", "request_register_form")
        require(data.oob_url == "https://localhost/join" and data.form is None, "another way", data)
        romeo.log_out()


@story("an authority that GLib does not know, and a wrong password, end before anything else happens")
def refused():
    with Server() as server, Server() as stranger:
        server.add_accounts("romeo")
        # First the authority: GLib resumes a session without looking at the certificate again.
        romeo = Person(server, "romeo", authority=stranger)
        romeo.client.connect()
        romeo.meet("disconnected")
        require(romeo.client.get_error()[0] == StreamError.BAD_CERTIFICATE, "another error", str(romeo.client.get_error()))
        require("login" not in server.log(), "it went on to log in")
        romeo = Person(server, "romeo", password="not it")
        romeo.client.connect()
        romeo.meet("disconnected")
        _, error, text = romeo.client.get_error()
        require(error == "not-authorized" and len(text.split()) > 3, "another refusal", error, text)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
