"""HTTP by hand, one byte as good as another: what a library of clients would not let us send."""
import re
import socket
import ssl


class Answer:
    """status, headers (names in small letters) and body of one answer."""

    def __init__(self, head, body):
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1])
        self.headers = dict(re.split(r":\s*", line.lower(), maxsplit=1) for line in lines[1:] if line)
        self.body = body


class Web:
    """One connection to http_port, or with is_tls to https_port."""

    def __init__(self, server, is_tls=False, limit_secs=15):
        self.sock = socket.create_connection(("127.0.0.1", server.https_port if is_tls else server.http_port), limit_secs)
        if is_tls:
            self.sock = ssl.create_default_context(cafile=server.ca).wrap_socket(self.sock, server_hostname=server.host)
        self.seen = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.sock.close()

    def send(self, data):
        self.sock.sendall(data if isinstance(data, bytes) else data.encode())

    def request(self, path, method="GET", headers=(), body=""):
        lines = ["%s %s HTTP/1.1" % (method, path), "Host: nexa.test"] + list(headers)
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


def ask(server, path, method="GET", headers=(), is_tls=False, body=""):
    """One request on a connection of its own."""
    with Web(server, is_tls) as web:
        web.request(path, method, headers, body)
        return web.answer(has_body=method != "HEAD")
