"""A small XMPP client for tests that need many or fast ones: direct TLS with a verified certificate, SASL PLAIN, one resource.
Stanzas are written as text and read as xml.etree elements. No other library."""
import asyncio
import base64
import logging
import ssl
import xml.etree.ElementTree as ET
from xml.sax.saxutils import quoteattr

CLIENT = "{jabber:client}"
STREAM = "{http://etherx.jabber.org/streams}"
SASL = "{urn:ietf:params:xml:ns:xmpp-sasl}"
BIND = "{urn:ietf:params:xml:ns:xmpp-bind}"
DELAY = "{urn:xmpp:delay}"
PING = "<ping xmlns='urn:xmpp:ping'/>"
STEP_LIMIT_SECS = 120

# No line for each write to a connection whose end has not been noticed yet.
logging.getLogger("asyncio").setLevel(logging.ERROR)


class Closed(Exception):
    """The connection has ended."""


class Refused(Exception):
    """The server said no: (condition, text)."""


def tls_context(ca):
    context = ssl.create_default_context(cafile=ca)
    context.set_alpn_protocols(["xmpp-client"])
    return context


def refusal(element):
    """(condition, text) of an element that holds both as children: SASL failure, stanza error, stream error."""
    condition = text = ""
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name == "text":
            text = child.text or ""
        elif not condition:
            condition = name
    return condition, text


class Client:
    """One session. inbox: the stanzas that nobody waited for, in order. Or on_stanza(element) gets them as they come."""

    def __init__(self, server, name, resource="raw", on_stanza=None):
        self.server = server
        self.name, self.resource = name.split("@")[0], resource
        self.bare = server.jid(name)
        self.host = self.bare.split("@")[1]
        self.jid = "%s/%s" % (self.bare, resource)
        self.inbox = asyncio.Queue()
        self.on_stanza = on_stanza or self.inbox.put_nowait
        self.asked = {}
        self.last_id = 0
        self.reader = self.writer = self.parser = self.task = None
        self.closed = None      # why

    # ---- the stream ----

    async def connect(self, password, context=None):
        """Logs in and binds; presence is the caller's."""
        context = context or tls_context(self.server.ca)
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.server.tls_port, ssl=context,
                                                                 server_hostname=self.host)
        try:
            await asyncio.wait_for(self.negotiate(password), STEP_LIMIT_SECS)
        except BaseException:
            self.writer.transport.abort()
            raise
        self.task = asyncio.ensure_future(self.read_all())
        return self

    async def negotiate(self, password):
        await self.open_stream()
        proof = base64.b64encode(("\0%s\0%s" % (self.name, password)).encode()).decode()
        self.send("<auth xmlns='%s' mechanism='PLAIN'>%s</auth>" % (SASL[1:-1], proof))
        answer = await self.read_one()
        if answer.tag != SASL + "success":
            raise Refused(*refusal(answer))
        await self.open_stream()
        self.send("<iq type='set' id='bind'><bind xmlns='%s'><resource>%s</resource></bind></iq>"
                  % (BIND[1:-1], self.resource))
        answer = await self.read_one()
        if answer.get("type") != "result":
            raise Refused(*refusal(answer.find(CLIENT + "error")))
        self.jid = answer.findtext("%sbind/%sjid" % (BIND, BIND))

    async def open_stream(self):
        self.parser = ET.XMLPullParser(("start", "end"))
        self.depth, self.root, self.ready = 0, None, []
        self.send("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='%s' to=%s version='1.0'>"
                  % (STREAM[1:-1], quoteattr(self.host)))
        features = await self.read_one()
        if features.tag != STREAM + "features":
            raise Refused(*refusal(features))

    async def read_one(self):
        """The next child of the stream."""
        while not self.ready:
            try:
                data = await self.reader.read(65536)
            except (OSError, ssl.SSLError) as error:
                raise Closed(str(error)) from None
            if not data:
                raise Closed("the server hung up")
            self.parser.feed(data)
            self.take_events()
        return self.ready.pop(0)

    def take_events(self):
        for event, element in self.parser.read_events():
            if event == "start":
                self.depth += 1
                if self.depth == 1:
                    self.root = element
            else:
                self.depth -= 1
                if self.depth == 1:
                    self.root.remove(element)
                    self.ready.append(element)

    async def read_all(self):
        try:
            while True:
                self.take(await self.read_one())
        except (Closed, ET.ParseError) as why:
            self.closed = self.closed or str(why)
        for future in self.asked.values():
            if not future.done():
                future.set_exception(Closed(self.closed))
        self.asked.clear()
        self.on_stanza(None)
        self.writer.transport.abort()

    def take(self, stanza):
        if stanza.tag == STREAM + "error":
            self.closed = "stream error: %s %s" % refusal(stanza)
            return
        future = None
        if stanza.tag == CLIENT + "iq" and stanza.get("type") in ("result", "error"):
            future = self.asked.pop(stanza.get("id"), None)
        if future is None:
            self.on_stanza(stanza)
        elif not future.done():
            future.set_result(stanza)

    # ---- talking ----

    def send(self, text):
        if self.closed or self.writer.transport.is_closing():
            raise Closed(self.closed or "the connection is closing")
        self.writer.write(text.encode())

    async def drain(self):
        try:
            await self.writer.drain()
        except (OSError, ssl.SSLError) as error:
            raise Closed(str(error)) from None

    def message(self, to, body, kind="chat"):
        self.send("<message to=%s type='%s'><body>%s</body></message>" % (quoteattr(to), kind, body))

    def ask(self, payload, kind="get", to=None):
        """Sends an iq; the future gets the answer, whatever it is, or Closed."""
        self.last_id += 1
        ident = "q%d" % self.last_id
        future = asyncio.get_running_loop().create_future()
        self.send("<iq type='%s' id='%s'%s>%s</iq>" % (kind, ident, " to=" + quoteattr(to) if to else "", payload))
        self.asked[ident] = future
        return future

    async def iq(self, payload, kind="get", to=None):
        """Like ask(), and waits; an error raises Refused."""
        answer = await asyncio.wait_for(self.ask(payload, kind, to), STEP_LIMIT_SECS)
        if answer.get("type") != "result":
            raise Refused(*refusal(answer.find(CLIENT + "error")))
        return answer

    async def next(self, tag="message", limit_secs=STEP_LIMIT_SECS):
        """The next stanza with this name; others before it are dropped."""
        async def find():
            while True:
                stanza = await self.inbox.get()
                if stanza is None:
                    raise Closed(self.closed)
                if stanza.tag == CLIENT + tag:
                    return stanza
        return await asyncio.wait_for(find(), limit_secs)

    async def close(self):
        """Ends the stream as RFC 6120 section 4.4 says, and waits for the other side's end."""
        if self.task is None:
            return
        if not self.closed:
            try:
                self.send("</stream:stream>")
                await asyncio.wait_for(asyncio.shield(self.task), STEP_LIMIT_SECS)
            except Closed:
                pass
        self.drop()
        await asyncio.gather(self.task, return_exceptions=True)

    def drop(self):
        """Gone without a word."""
        if self.writer is not None:
            self.writer.transport.abort()
