"""Abuse before login: connections that do nothing, SASL in every wrong way, guessed passwords, work for the server."""
import asyncio
import base64
import ssl
import time

from harness import password_of
from operations import context_for
from stage import Peer, abuse, gather_some, logged_in, require, scaled
from abuse_xml import CLIENT_HEADER

SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'"


def plain(name, password, authzid=""):
    proof = base64.b64encode(("%s\0%s\0%s" % (authzid, name, password)).encode()).decode()
    return "<auth %s mechanism='PLAIN'>%s</auth>" % (SASL, proof)


def login_steps(name, resource):
    """What a client says until it is bound, and how each answer ends."""
    bind = "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>%s</resource></bind></iq>" % resource
    return ((CLIENT_HEADER, b"features>"), (plain(name, password_of(name)), b">"), (CLIENT_HEADER, b"features>"), (bind, b"</iq>"))


async def connect(stage, port=None, source=None, **how):
    return await asyncio.open_connection("127.0.0.1", port or stage.server.port, local_addr=(source or stage.source(), 0), **how)


async def read_to_end(reader, writer):
    try:
        data = await reader.read(-1)
    except (ConnectionError, ssl.SSLError):
        data = b""
    writer.transport.abort()
    return data.decode(errors="replace")


# ---- connections ----

@abuse("500 connections that send one byte a second", login_timeout="3s")
async def slow_bytes(stage):
    async def dribble():
        reader, writer = await connect(stage)
        reading = asyncio.ensure_future(read_to_end(reader, writer))
        for byte in CLIENT_HEADER.encode() * 10:
            if reading.done() or writer.transport.is_closing():
                break
            writer.write(bytes([byte]))
            await asyncio.sleep(1)
        return await reading
    count = scaled(500, 20)
    ends = await gather_some(count, [dribble] * count)
    require(all("connection-timeout" in end for end in ends), "another end", ends[:3])
    return "%d times connection-timeout after login_timeout" % count


@abuse("500 TLS handshakes that stop half-way", login_timeout="3s")
async def half_open(stage):
    hello = bytearray()
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    try:
        context_for(stage.server).wrap_bio(incoming, outgoing, server_hostname="localhost").do_handshake()
    except ssl.SSLWantReadError:
        hello += outgoing.read()

    async def begin(number):
        reader, writer = await connect(stage, stage.server.tls_port)
        # Nothing, half a ClientHello, or all of it and then nothing.
        writer.write(bytes(hello[:len(hello) * (number % 3) // 2]))
        await read_to_end(reader, writer)
    count = scaled(500, 20)
    began = time.monotonic()
    await gather_some(count, [lambda number=number: begin(number) for number in range(count)])
    return "%d ended after %.0f s" % (count, time.monotonic() - began)


@abuse("5 000 connections that come and go: closed at once, after the header, and in the middle of a stanza")
async def churn(stage):
    async def come_and_go(number):
        reader, writer = await connect(stage)
        writer.write(("", CLIENT_HEADER, CLIENT_HEADER + "<auth ", "GET / HTTP/1.1\r\n\r\n")[number % 4].encode())
        if number % 3:
            await asyncio.sleep(0)
            writer.transport.abort()
        else:
            writer.write_eof()
            await read_to_end(reader, writer)
    count = scaled(5000, 100)
    await gather_some(100, [lambda number=number: come_and_go(number) for number in range(count)])
    return "%d came and went" % count


@abuse("Limits: one address with hundreds of connections that do not log in", login_timeout="5s")
async def one_address(stage):
    count, source = scaled(1000, 50), stage.source()

    async def stay():
        try:
            reader, writer = await connect(stage, source=source)
            writer.write(CLIENT_HEADER.encode())
        except ConnectionError:
            return ""
        return await read_to_end(reader, writer)
    served = sum("features" in text for text in await gather_some(count, [stay] * count))
    require(0 < served <= 20, "another number of guests at once than 20", served)
    return "20 served at once, %d turned away" % (count - served)


# libevent keeps a little for every descriptor number that it has seen, each on a page of its own by then: 2 kB for each of the most
# sessions there have ever been. The next ones find room there.
@abuse("10 000 idle sessions on top", kept_kib=40 * 1024, max_connections=20000, max_resources=500, limits="on", allow_plaintext="on")
async def idle(stage):
    count = scaled(10000, 50)

    async def stay(number):
        reader, writer = await connect(stage)
        presence = ("<presence><priority>-1</priority></presence>", b"</presence>")
        for text, end in login_steps("idle%d" % (number % 100), "r%d" % number) + (presence,):
            writer.write(text.encode())
            await asyncio.wait_for(reader.readuntil(end), 60)
        return writer
    stage.server.add_accounts(*["idle%d" % number for number in range(min(count, 100))])
    writers = await gather_some(16, [lambda number=number: stay(number) for number in range(count)])
    await asyncio.sleep(2)
    for writer in writers:
        writer.transport.abort()
    return "%d stayed" % count


# ---- SASL ----

WRONG_ORDER = (
    "<response %s>eA==</response>" % SASL,
    "<abort %s/>" % SASL,
    "<success %s/>" % SASL,
    "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
    "<message to='romeo@localhost'><body>hello</body></message>",
    "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
)
MALFORMED = (
    "<auth %s mechanism='PLAIN'>not base64!</auth>" % SASL,
    "<auth %s mechanism='PLAIN'>====</auth>" % SASL,
    "<auth %s mechanism='PLAIN'>AAAA</auth>" % SASL,
    "<auth %s mechanism='PLAIN'><x/></auth>" % SASL,
    "<auth %s/>" % SASL,
    "<auth %s mechanism='GSSAPI'/>" % SASL,
    "<auth %s mechanism='SCRAM-SHA-1'>biwsbj0scj0=</auth>" % SASL,
    "<auth %s mechanism='SCRAM-SHA-256'>eCx4LHg=</auth>" % SASL,
    "<auth %s mechanism='SCRAM-SHA-256'>%s</auth>" % (SASL, base64.b64encode(b"n,,n=" + b"m" * 4000 + b",r=x").decode()),
)


@abuse("SASL in the wrong order, malformed, in somebody else's name, too large and without end")
def wrong_sasl(stage):
    rounds = scaled(100, 1)
    stories = [[text] for text in WRONG_ORDER] + [[text] * 6 for text in MALFORMED]
    stories += [["<auth %s mechanism='SCRAM-SHA-1'/>" % SASL] * 50, ["<auth %s mechanism='PLAIN'>%s</auth>" % (SASL, "A" * 9000)],
                [plain("mallory", password_of("mallory"), "romeo@localhost")] * 6]
    for _ in range(rounds):
        for story in stories:
            with Peer(stage, "direct") as peer:
                peer.open()
                for text in story:
                    if not peer.push(text):
                        break
                peer.push("</stream:stream>")
                peer.expect_end(20)
                require("<success" not in peer.seen and "jid>" not in peer.seen, "this was a login", story, peer.seen)
                require("</stream:stream>" in peer.seen, "no proper end", story, peer.seen)
    return "%d streams ended without a login" % (rounds * len(stories))


@abuse("1 000 wrong passwords from one address")
def wrong_passwords(stage):
    count, source, refusals = scaled(1000, 60), stage.source(), []
    while len(refusals) < count:
        with Peer(stage, "direct", source=source) as peer:
            peer.open()
            for number in range(4):
                peer.push(plain("mallory%d" % (len(refusals) % 50), "guess %d" % number))
                refusals.append(peer.expect("<failure.*?<([a-z-]+)/>").group(1))
    guessed = refusals.count("not-authorized")
    require(guessed <= 30 + count // 20, "the address was not slowed down", guessed)
    require(guessed + refusals.count("temporary-auth-failure") == count, "another answer", set(refusals))
    with logged_in(stage):
        pass
    return "%d were looked at, the others were told to wait; other addresses can log in" % guessed


@abuse("a flood of PLAIN logins from everywhere, to keep the processors busy with password hashes")
async def derivations(stage):
    count = scaled(3000, 60)
    context = context_for(stage.server)
    outcomes = {}

    async def guess(number):
        reader, writer = await connect(stage, stage.server.tls_port, ssl=context, server_hostname="localhost")
        writer.write(CLIENT_HEADER.encode())
        await reader.readuntil(b"features>")
        writer.write(plain("nobody%d" % number, "guess").encode())
        answer = (await reader.readuntil(b"</failure>")).decode()
        name = next(name for name in ("not-authorized", "temporary-auth-failure", answer) if name in answer)
        outcomes[name] = outcomes.get(name, 0) + 1
        writer.transport.abort()
    await gather_some(200, [lambda number=number: guess(number) for number in range(count)])
    require(set(outcomes) <= {"not-authorized", "temporary-auth-failure"}, "another answer", outcomes)
    return ", ".join("%d %s" % (times, name) for name, times in sorted(outcomes.items()))


@abuse("10 000 resources of one account", allow_plaintext="on")
async def resources(stage):
    count, answers, writers = scaled(10000, 60), {}, []

    async def bind(number):
        reader, writer = await connect(stage)
        writers.append(writer)
        for text, end in login_steps("mallory", "r%d" % number):
            writer.write(text.encode())
            answer = await asyncio.wait_for(reader.readuntil(end), 60)
        name = "bound" if b"</jid>" in answer else "resource-constraint" if b"resource-constraint" in answer else answer
        answers[name] = answers.get(name, 0) + 1
        if name != "bound":
            writer.transport.abort()
    await gather_some(16, [lambda number=number: bind(number) for number in range(count)])
    require(answers == {"bound": 20, "resource-constraint": count - 20}, "not 20 of them", answers)
    for writer in writers:
        writer.transport.abort()
    return "20 bound, %d got resource-constraint" % (count - 20)
