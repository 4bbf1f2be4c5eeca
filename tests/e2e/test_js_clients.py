#!/usr/bin/python3
"""Client libraries of the web as they are: strophe.js, @xmpp/client and stanza.js log in over a WebSocket whose certificate they verify,
strophe.js over BOSH too, also through a proxy, and chat in both directions."""
import json

from harness import Server, main, password_of, require, story, wait_until
from javascript import Browser, Person
from webproxy import WebProxy


def connect(server, library, name, path="/ws", scheme="wss", password=None):
    return Person(server, library, "%s://localhost:%d%s" % (scheme, server.https_port, path), name, password or password_of(name))


def talk(one, other):
    """Markup, other scripts and signs outside the first plane arrive as they were sent."""
    for number, (speaker, listener) in enumerate(((one, other), (other, one), (one, other))):
        text = "<b>&amp; \"Grüße\" Привет 🎭 %d" % number
        speaker.say(to=listener.jid, body=text)
        told = listener.meet("message")
        require(told["body"] == text and told["from"].startswith(speaker.jid + "/"), "another message", told)


def chat(library, **way):
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo, juliet = connect(server, library, "romeo", **way), connect(server, library, "juliet", **way)
        for person in (romeo, juliet):
            person.meet("online")
        talk(romeo, juliet)
        for person in (romeo, juliet):
            require(person.end() == 0, "the client did not end well")


@story("strophe.js over WebSocket: login with SCRAM, chat both ways, goodbye")
def strophe_websocket():
    chat("strophe")


@story("@xmpp/client over WebSocket: login, chat both ways, goodbye")
def xmpp_websocket():
    chat("xmpp")


@story("stanza.js over WebSocket: login, roster, chat both ways, goodbye")
def stanza_websocket():
    chat("stanza")


ONLINE = """new Promise((online, failed) => {
	const { Strophe, $msg, $pres } = window;
	const connection = window.connection = new Strophe.Connection("/bosh");
	window.heard = [];
	window.say = (to, text) => connection.send($msg({ to, type: "chat" }).c("body").t(text));
	connection.addHandler((message) => heard.push(message.querySelector("body").textContent), null, "message");
	connection.connect(%s, %s, (status) => {
		if (status === Strophe.Status.CONNECTED) {
			connection.send($pres());
			online(connection._proto.constructor.name);
		} else if ([Strophe.Status.AUTHFAIL, Strophe.Status.CONNFAIL].includes(status)) {
			failed(new Error(`status ${status}`));
		}
	});
})"""


def chat_over_bosh(server, site, browser):
    names = ("romeo", "juliet")
    server.add_accounts(*names)
    for name in names:
        browser.do("open", page=name, url="https://localhost:%d/health/live" % site.https_port, foreign=True)
        browser.do("load", page=name, script="strophe.js/dist/strophe.umd.min.js")
        browser.do("evaluate", page=name, script=ONLINE % (json.dumps(server.jid(name)), json.dumps(password_of(name))))
    for speaker, listener in (names, names[::-1], names):
        text = "<b>&amp; \"Grüße\" Привет 🎭 from %s" % speaker
        browser.do("evaluate", page=speaker, script="say(%s, %s)" % (json.dumps(server.jid(listener)), json.dumps(text)))
        wait_until(lambda: text in browser.do("evaluate", page=listener, script="heard"), "%s hears %s" % (listener, speaker))
    require(server.log().count("transport=bosh") == 2, "two sessions over BOSH", server.log())
    for name in names:
        browser.do("evaluate", page=name, script="connection.disconnect()")
    wait_until(lambda: server.log().count("session ended reason=\"closed by the client\"") == 2, "goodbye")


@story("strophe.js over BOSH (XEP-0124, XEP-0206), in a browser: login, chat both ways, goodbye")
def strophe_bosh():
    with Server() as server, Browser() as browser:
        chat_over_bosh(server, server, browser)


@story("strophe.js over BOSH through nginx, which does TLS: login, chat both ways, goodbye")
def strophe_bosh_proxy():
    with Server(http_proxies="127.0.0.1") as server, WebProxy(server) as proxy, Browser() as browser:
        chat_over_bosh(server, proxy, browser)


@story("The three libraries with one another, and a wrong password is said to be wrong")
def together():
    with Server() as server:
        people = []
        for library, name in (("strophe", "romeo"), ("xmpp", "juliet"), ("stanza", "nurse")):
            server.add_accounts(name)
            people.append(connect(server, library, name))
            people[-1].meet("online")
        for one, other in ((0, 1), (1, 2), (2, 0)):
            talk(people[one], people[other])
        for person in people:
            require(person.end() == 0, "the client did not end well")
        for library in ("strophe", "xmpp", "stanza"):
            connect(server, library, "romeo", password="wrong").meet("error")


if __name__ == "__main__":
    main()
