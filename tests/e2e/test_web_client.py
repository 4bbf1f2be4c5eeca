#!/usr/bin/python3
"""The web chat (Converse.js from npm, built into web/dist) in a headless Chromium, with a friend at Profanity: issue 6. What the stories looked like is
in build/tests/e2e/screenshots. No page may ask anything of another host, or do what its policy forbids."""
import os
import re
import ssl
import urllib.request

from harness import LIMIT_SECS, require, story
from profanity import Profanity
from terminals import Terminals, main
from webchat import Visitor, chat_browser, require_home_only, url_of, wait_heard, web_server
from webproxy import WebProxy


def befriend(romeo, juliet):
    """romeo asks from his browser, juliet answers at Profanity and asks back."""
    romeo.befriend(juliet)
    juliet.see("Received authorization request from %s" % romeo.jid)
    juliet.type("/sub allow %s" % romeo.jid)
    romeo.sees_there(juliet)
    juliet.type("/sub request %s" % romeo.jid)
    juliet.see("Subscription received from %s" % romeo.jid)


@story("Home page: on a screen and on a phone, light and dark, without scripts; the QR code says where the page is")
def home():
    with web_server() as server, chat_browser() as browser:
        for name, wishes in (("home", {}), ("home-phone", {"width": 390, "height": 844, "touch": True}),
                             ("home-dark", {"dark": True}), ("home-without-scripts", {"scripts": False})):
            browser.do("open", page=name, url=url_of(server, "/de" if "dark" in wishes else "/"), **wishes)
            browser.do("see", page=name, at="h1")
            browser.do("shot", page=name, file=browser.shot_file(name))
            wide = browser.do("evaluate", page=name, script="document.documentElement.scrollWidth - innerWidth") if "scripts" not in wishes else 0
            require(wide <= 0, "the page is wider than the window", name, wide)
        told = browser.do("qr", page="home", at=".qr img")
        require(told and told.endswith(":%d/" % server.https_port) and "localhost" not in told, "the QR code", told)
        browser.do("click", page="home", at="a.button:has-text(\"Open the chat\")")
        browser.do("see", page="home", at="#converse-login")
        require_home_only(browser, server)


@story("Web chat and Profanity: contact, presence, chat both ways; a reload and a second tab keep everything")
def chat():
    with web_server() as server, Terminals(server.directory) as terminals, chat_browser() as browser:
        server.add_accounts("romeo", "juliet")
        juliet = Profanity(terminals, server, "juliet").online()
        romeo = Visitor(browser, server, "romeo").log_in()
        befriend(romeo, juliet)
        romeo.talk_to(juliet)
        romeo.say("but soft what light")
        juliet.hear(romeo, "but soft what light")
        juliet.say(romeo, "wherefore art thou")
        romeo.hear("wherefore art thou")
        romeo.shot("chat")
        romeo.reload("but soft what light", "wherefore art thou")
        romeo.sees_there(juliet)
        romeo.hear("but soft what light").hear("wherefore art thou")
        romeo.say("after the reload")
        juliet.hear(romeo, "after the reload")
        second = Visitor(browser, server, "romeo", page="second tab", shares=romeo).open().see_online()
        second.sees_there(juliet)
        second.talk_to(juliet)
        juliet.say(romeo, "to both tabs")
        romeo.hear("to both tabs")
        second.hear("to both tabs").say("from the second")
        juliet.hear(romeo, "from the second")
        juliet.quit()
        romeo.sees_gone(juliet)
        require_home_only(browser, server)


@story("Rooms: one in the browser and one at Profanity enter and talk; who comes later reads what was said")
def rooms():
    with web_server() as server, Terminals(server.directory) as terminals, chat_browser() as browser:
        server.add_accounts("romeo", "juliet")
        juliet = Profanity(terminals, server, "juliet").online()
        romeo = Visitor(browser, server, "romeo", language="de-DE").log_in()
        romeo.join("verona@conference.localhost", "romeo")
        romeo.say("two households")
        juliet.type("/join verona@conference.localhost nick juliet")
        juliet.see("-> You have joined the room as juliet", "romeo: two households")
        juliet.type("both alike in dignity")
        romeo.hear("both alike in dignity")
        romeo.shot("room")
        require_home_only(browser, server)


@story("The server is restarted while the chat is open: it connects again by itself, and goes on where it was")
def restart():
    with web_server() as server, Terminals(server.directory) as terminals, chat_browser() as browser:
        server.add_accounts("romeo", "juliet")
        juliet = Profanity(terminals, server, "juliet").online()
        romeo = Visitor(browser, server, "romeo").log_in()
        befriend(romeo, juliet)
        romeo.talk_to(juliet)
        romeo.say("before the restart")
        juliet.hear(romeo, "before the restart")
        juliet.quit()
        browser.allow("(?i)WebSocket|ERR_CONNECTION_REFUSED")
        server.stop()
        server.start()
        juliet.online()
        romeo.sees_there(juliet)
        juliet.say(romeo, "after the restart")
        romeo.hear("after the restart")
        romeo.say("good night")
        juliet.hear(romeo, "good night")
        wait_heard(romeo, "before the restart")


@story("A picture from the web chat (XEP-0363): shown there, downloaded by the other side byte for byte, and shown in her browser")
def picture():
    with web_server() as server, Terminals(server.directory) as terminals, chat_browser() as browser:
        server.add_accounts("romeo", "juliet")
        juliet = Profanity(terminals, server, "juliet").online()
        romeo = Visitor(browser, server, "romeo").log_in()
        befriend(romeo, juliet)
        other = Visitor(browser, server, "juliet").log_in()
        romeo.talk_to(juliet)
        sent = os.path.join(server.directory, "a picture.png")
        browser.do("shot", page="romeo", file=sent, full=False)
        romeo.send_file(sent).shot("picture")
        address = re.search(r"https://localhost:%d/\S+" % server.https_port, juliet.hear(romeo, r"https://localhost:\d+/\S+")).group()
        with urllib.request.urlopen(address, context=ssl.create_default_context(cafile=server.ca), timeout=LIMIT_SECS) as answer, \
                open(sent, "rb") as file:
            require(answer.read() == file.read() and answer.headers["content-type"] == "image/png", "the picture", answer.headers)
        other.talk_to(romeo)
        other.see_picture()
        require_home_only(browser, server)


@story("Behind a proxy that lets no WebSocket through (nginx as it comes), the web chat falls back on BOSH (XEP-0206): login, chat both ways, also after a reload")
def fallback():
    with web_server(http_proxies="127.0.0.1") as server, WebProxy(server) as proxy, Terminals(server.directory) as terminals, \
            chat_browser() as browser:
        browser.allow("(?i)WebSocket")
        server.add_accounts("romeo", "juliet")
        juliet = Profanity(terminals, server, "juliet").online()
        romeo = Visitor(browser, server, "romeo", site=proxy).log_in()
        require("transport=bosh" in server.log() and "transport=wss" not in server.log(), "another transport", server.log())
        befriend(romeo, juliet)
        romeo.talk_to(juliet)
        romeo.say("by another way")
        juliet.hear(romeo, "by another way")
        juliet.say(romeo, "what's in a name")
        romeo.hear("what's in a name")
        romeo.reload("by another way", "what's in a name")
        romeo.sees_there(juliet)
        romeo.hear("by another way").hear("what's in a name")
        romeo.say("a rose")
        juliet.hear(romeo, "a rose")
        require_home_only(browser, proxy)


@story("On a phone in German: a wrong password in words, login, a room")
def phone():
    with web_server() as server, chat_browser() as browser:
        server.add_accounts("romeo", "juliet")
        phone_of = {"width": 390, "height": 844, "touch": True, "dark": True, "language": "de-DE"}
        visitor = Visitor(browser, server, "romeo", page="phone", **phone_of).open()
        visitor.see("#converse-login").shot("phone-login")
        visitor.do("fill", "#converse-login-jid", text="romeo")
        visitor.do("fill", "#converse-login-password", text="wrong")
        visitor.do("click", "#converse-login button[type=submit]")
        visitor.see(".conn-feedback:has-text(\"Kennwort\")")
        visitor.log_in().shot("phone-contacts")
        visitor.join("verona@conference.localhost", "romeo").say("two households").shot("phone-room")
        require_home_only(browser, server)


if __name__ == "__main__":
    main("profanity", "tmux")
