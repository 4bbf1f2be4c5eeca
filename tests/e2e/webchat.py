"""People at the web chat (Converse.js) in a headless Chromium: what they do and see, as javascript.Browser's Person does for libraries."""
import json
import os

import harness
from harness import Server, password_of, require, wait_until
from javascript import Browser

WEB = os.path.join(harness.TOP, "web/dist")


def web_server(**options):
    require(os.path.exists(os.path.join(WEB, "chat/index.html")), "the web client is not built; script/test builds it (web/build.mjs)")
    return Server(web_dir=WEB, **options)


def url_of(server, path="/chat/"):
    return "https://localhost:%d%s" % (server.https_port, path)


def chat_browser():
    """A browser in which nobody may complain but of what Converse.js asks for anyway: what comes with PEP, and rooms in the way of before XEP-0433."""
    browser = Browser()
    for asked in ("node=\"urn:xmpp:reactions:popular:0\"", "<search xmlns=\"https://xmlns.zombofant.net/muclumbus/search/1.0\""):
        browser.allow(asked + ".*<service-unavailable")
    return browser


# Is that text in one of the page's databases?
IS_KEPT = """(async (text) => {
	const answer = (request) => new Promise((done, failed) => {
		request.onsuccess = () => done(request.result);
		request.onerror = () => failed(request.error);
	});
	for (const { name } of await indexedDB.databases()) {
		const base = await answer(indexedDB.open(name));
		const stores = [...base.objectStoreNames];
		const rows = await Promise.all(stores.map((store) => answer(base.transaction(store).objectStore(store).getAll())));
		base.close();
		if (JSON.stringify(rows).includes(text))
			return true;
	}
	return false;
})(%s)"""


class Visitor:
    """One browser profile, or another tab of the one it shares. site: a proxy in front of the server, where the page is then."""

    def __init__(self, browser, server, name, page=None, shares=None, site=None, **wishes):
        self.browser, self.site, self.name, self.jid = browser, site or server, name, server.jid(name)
        self.page = page or name
        self.wishes = dict(wishes, **({"shares": shares.page} if shares else {}))

    def do(self, action, at=None, **details):
        if at is not None:
            details["at"] = at
        return self.browser.do(action, page=self.page, **details)

    def see(self, at, **details):
        self.do("see", at, **details)
        return self

    def open(self):
        self.do("open", url=url_of(self.site), **self.wishes)
        return self

    def log_in(self):
        self.open()
        self.do("fill", "#converse-login-jid", text=self.name)
        self.do("fill", "#converse-login-password", text=password_of(self.name))
        self.do("click", "#converse-login button[type=submit]")
        return self.see_online()

    def see_online(self):
        return self.see("converse-user-profile [color=\"var(--chat-status-online)\"]")

    def choose(self, section, entry):
        """An entry of the menu beside the heading of groupchats or contacts."""
        self.do("choose", "%s .%s" % (section, entry), menu="%s converse-dropdown button" % section)

    def befriend(self, other):
        self.choose("converse-roster", "add-contact")
        self.do("fill", ".add-xmpp-contact input[name=jid]", text=other.jid)
        self.do("click", ".add-xmpp-contact button[type=submit]")
        self.see(self.contact(other))

    @staticmethod
    def contact(other):
        return "converse-roster [data-jid=\"%s\"]" % other.jid

    def sees_there(self, other):
        self.see("%s .contact-name--online" % self.contact(other))

    def sees_gone(self, other):
        self.see("%s .contact-name--offline" % self.contact(other))

    def talk_to(self, other):
        self.do("click", self.contact(other))
        self.see(self.box(other.jid))

    @staticmethod
    def box(jid):
        return "converse-chats [data-jid=\"%s\"], converse-chats #%s" % (jid, jid.replace("@", "_"))

    def say(self, text):
        """In the conversation that is open."""
        self.do("fill", ".chat-textarea", text=text)
        self.do("press", ".chat-textarea", key="Enter")
        return self.hear(text)

    def hear(self, text):
        return self.see(".chat-msg__text:has-text(\"%s\")" % text)

    def reload(self, *texts):
        """When these, which are shown before Converse.js has stored them, are stored."""
        for text in texts:
            wait_until(lambda: self.do("evaluate", script=IS_KEPT % json.dumps(text)), "%s's page stores %r" % (self.name, text))
        self.do("reload")

    def heard(self, text):
        """How often it stands there."""
        return self.do("count", ".chat-msg__text:has-text(\"%s\")" % text)

    def join(self, room, nick):
        self.choose("converse-rooms-list", "show-add-muc-modal")
        self.do("fill", ".add-chatroom input[name=chatroom]", text=room)
        self.do("fill", ".add-chatroom input[name=nickname]", text=nick)
        self.do("click", ".add-chatroom input[type=submit]")
        return self.see("converse-muc .chat-textarea")

    def send_file(self, path):
        """In the conversation that is open; it shows the picture when it has come back from the server."""
        self.do("give", ".fileupload", file=path)
        return self.see_picture()

    def see_picture(self):
        self.see(".chat-msg__media img, .chat-msg img.chat-image")
        wait_until(lambda: self.do("evaluate", script="[...document.querySelectorAll('.chat-msg img.chat-image, .chat-msg__media img')]"
                                   ".some((image) => image.naturalWidth > 0)"), "%s sees the picture" % self.name)
        return self

    def shot(self, name):
        self.browser.shot(self.page, name)


def require_home_only(browser, site):
    """Every request of every page went to this server, or to this proxy."""
    allowed = ("https://localhost:%d/" % site.https_port, "http://localhost:%d/" % site.http_port, "wss://localhost:%d/" % site.https_port,
               "data:", "blob:")
    strange = [url for url in browser.do("requests") if not url.startswith(allowed)]
    require(not strange, "requests to others", strange)


def wait_heard(visitor, text, count=1):
    wait_until(lambda: visitor.heard(text) == count, "%s hears %r %d times" % (visitor.name, text, count))
