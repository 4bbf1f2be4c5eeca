"""HTTP by hand, one byte as good as another: what a library of clients would not let us send."""
import base64
import re
import socket
import ssl

from harness import LIMIT_SECS, password_of, require


class Answer:
    """status, headers (names in small letters) and body of one answer."""

    def __init__(self, head, body):
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1])
        self.headers = dict(re.split(r":\s*", line.lower(), maxsplit=1) for line in lines[1:] if line)
        self.body = body


class Web:
    """One connection to http_port, or with is_tls to https_port."""

    def __init__(self, server, is_tls=False, limit_secs=LIMIT_SECS, context=None):
        self.sock = socket.create_connection(("127.0.0.1", server.https_port if is_tls else server.http_port), limit_secs)
        if is_tls:
            context = context or ssl.create_default_context(cafile=server.ca)
            self.sock = context.wrap_socket(self.sock, server_hostname=server.host)
        self.seen = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.sock.close()

    def send(self, data):
        self.sock.sendall(data if isinstance(data, bytes) else data.encode())

    def request(self, path, method="GET", headers=(), body="", host="nexa.test"):
        lines = ["%s %s HTTP/1.1" % (method, path), "Host: " + host] + list(headers)
        self.send("\r\n".join(lines) + "\r\n\r\n" + body)

    def more(self):
        """False at the end of the connection."""
        try:
            data = self.sock.recv(65536)
        except (ConnectionResetError, BrokenPipeError):
            data = b""
        self.seen += data
        return bool(data)

    def answer(self, has_body=True):
        """The next answer; None when the connection ended instead."""
        while b"\r\n\r\n" not in self.seen:
            if not self.more():
                return None
        head, _, self.seen = self.seen.partition(b"\r\n\r\n")
        answer = Answer(head, b"")
        want = int(answer.headers.get("content-length", "0")) if has_body else 0
        while len(self.seen) < want and self.more():
            pass
        answer.body, self.seen = self.seen[:want], self.seen[want:]
        return answer

    def is_ended(self):
        """Waits for the end of the connection; what still comes is thrown away."""
        try:
            while self.more():
                pass
            return True
        except socket.timeout:
            return False


def check(answer, status, *headers):
    """The answer itself, when it has that status and those headers ("name: part of the value")."""
    require(answer is not None, "no answer")
    require(answer.status == status, "another status", answer.status, answer.body[:1000])
    for header in headers:
        name, _, value = header.partition(": ")
        require(value in answer.headers.get(name, "(none)"), "header " + header, answer.headers)
    return answer


def ask(server, path, method="GET", headers=(), is_tls=False, body="", host="nexa.test"):
    """One request on a connection of its own."""
    with Web(server, is_tls) as web:
        web.request(path, method, headers, body, host)
        return web.answer(has_body=method != "HEAD")


# ---- WebSocket (RFC 6455) ----

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
KEY = "dGhlIHNhbXBsZSBub25jZQ=="
ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="          # RFC 6455 section 1.3
HANDSHAKE = ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + KEY,
             "Sec-WebSocket-Protocol: xmpp")
FRAMING = "urn:ietf:params:xml:ns:xmpp-framing"


def frame(opcode, payload=b"", is_final=True, mask=b"\x12\x34\x56\x78", reserved=0):
    """As a client sends it; mask None: without one."""
    payload = payload.encode() if isinstance(payload, str) else payload
    size = len(payload)
    head = bytes([(0x80 if is_final else 0) | reserved << 4 | opcode])
    masked = 0x80 if mask else 0
    if size < 126:
        head += bytes([masked | size])
    elif size < 65536:
        head += bytes([masked | 126]) + size.to_bytes(2, "big")
    else:
        head += bytes([masked | 127]) + size.to_bytes(8, "big")
    if mask:
        payload = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))
    return head + (mask or b"") + payload


class Socket(Web):
    """A WebSocket whose every byte is ours."""

    def __init__(self, server, is_tls=True, path="/ws", headers=HANDSHAKE, limit_secs=LIMIT_SECS, context=None):
        Web.__init__(self, server, is_tls, limit_secs, context)
        self.request(path, headers=headers)
        self.shaken = self.answer(has_body=True)

    def exactly(self, count):
        """None at the end of the connection."""
        while len(self.seen) < count:
            if not self.more():
                return None
        data, self.seen = self.seen[:count], self.seen[count:]
        return data

    def frame(self):
        """(opcode, whether it is the last of its message, payload); None at the end of the connection."""
        head = self.exactly(2)
        if head is None:
            return None
        size = head[1] & 0x7f
        if size >= 126:
            size = int.from_bytes(self.exactly(2 if size == 126 else 8), "big")
        return head[0] & 0xf, bool(head[0] & 0x80), self.exactly(size)

    def message(self):
        """The text of the next message; pings are answered. A close frame gives ("close", code), the end None."""
        text = b""
        while True:
            got = self.frame()
            if got is None:
                return None
            opcode, is_final, payload = got
            if opcode == PING:
                self.send(frame(PONG, payload))
            elif opcode == CLOSE:
                return "close", int.from_bytes(payload[:2], "big") if payload else None
            elif opcode in (TEXT, CONTINUATION):
                text += payload
                if is_final:
                    return text.decode()

    def say(self, text):
        self.send(frame(TEXT, text))

    def open(self, host=None):
        """<open/> both ways; the features."""
        self.say("<open xmlns='%s' to='%s' version='1.0'/>" % (FRAMING, host or self.host))
        header = self.message()
        assert header.startswith("<open xmlns='%s'" % FRAMING), header
        return self.message()

    def login(self, server, name, resource="web"):
        self.host = server.host
        self.open_features = self.open()
        proof = base64.b64encode(("\0%s\0%s" % (name, password_of(name))).encode()).decode()
        self.say("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>%s</auth>" % proof)
        answer = self.message()
        assert answer.startswith("<success"), answer
        self.open()
        self.say("<iq xmlns='jabber:client' type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>%s"
                 "</resource></bind></iq>" % resource)
        answer = self.message()
        assert "type='result'" in answer, answer
        return self

    def ping(self, ident="ping"):
        self.say("<iq xmlns='jabber:client' type='get' id='%s' to='%s'><ping xmlns='urn:xmpp:ping'/></iq>" % (ident, self.host))
        answer = self.message()
        assert answer and "id='%s'" % ident in answer, answer
