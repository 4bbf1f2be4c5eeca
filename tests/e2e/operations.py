"""What the stories of operation share: starts that have to be refused, certificates, and a client that sees every byte."""
import base64
import contextlib
import os
import re
import resource
import select
import signal
import socket
import ssl
import subprocess
import time

import harness
from harness import LIMIT_SECS, Failure, require

LOG_LINE = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z (ERROR|WARNING|INFO|DEBUG) ")


# ---- starting ----

def environment(server, **options):
    env = harness.clean_environment()
    options = dict(server.options, **options)
    env.update({"NEXA_" + name.upper(): str(value) for name, value in options.items() if value is not None})
    return env


def ended(server, arguments=None, env=None, wrapper=(), limit_secs=LIMIT_SECS, before=None, **options):
    """Runs nexad until it ends by itself: (exit code, standard output, standard error stream)."""
    full = environment(server, **options)
    full.update(env or {})
    run = subprocess.run([*wrapper, harness.NEXAD] + (arguments if arguments is not None else server.arguments), env=full,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                         timeout=limit_secs, check=False, cwd=server.directory, preexec_fn=before)
    return run.returncode, run.stdout, run.stderr


def refused(server, code, *patterns, **how):
    """nexad must end with this code and one sentence that has all the patterns; the sentence is returned."""
    got, _, errors = ended(server, **how)
    lines = [line for line in errors.splitlines() if not LOG_LINE.match(line)]
    require(got == code, "nexad ended with another code than %d" % code, got, errors)
    require(len(lines) == 1 and lines[0].startswith("nexad: "), "not one sentence on the standard error stream", errors)
    for pattern in patterns:
        require(re.search(pattern, lines[0]), "the sentence does not say " + pattern, lines[0])
    return lines[0]


def without_rights(*names):
    """Command words that take capabilities away from root; nothing for anybody else, who has none."""
    if os.geteuid() != 0:
        return ()
    return ("setpriv", "--bounding-set", ",".join("-" + name for name in names))


@contextlib.contextmanager
def started(server, env):
    """The server with this environment and nothing else around it: who waits until it is ready is the caller."""
    with open(server.stderr_path, "ab") as err:
        server.process = subprocess.Popen([harness.NEXAD] + server.arguments, env=env, stdin=subprocess.DEVNULL,
                                          stdout=subprocess.DEVNULL, stderr=err, cwd=server.directory,
                                          preexec_fn=harness.die_with_parent)
    try:
        yield server
        require(not harness.ALARM.search(server.stderr()), "the standard error stream holds an alarm", server.stderr())
    finally:
        server.remove()


def takes_commands(server):
    """The control socket answers; for servers that were started without READY=1."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
        return sock.connect_ex(os.path.join(server.state_dir, "nexactl.sock")) == 0


def limit_files(size_bytes):
    """For preexec_fn: no file may grow beyond this, which is a full disk to the program."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, resource.RLIM_INFINITY))
    return limit


def fill_disk(server, size_bytes=4096):
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size_bytes, resource.RLIM_INFINITY))


def free_disk(server):
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def hang_up(server, signum=signal.SIGHUP):
    server.process.send_signal(signum)


# ---- certificates ----

def openssl(*words, stdin=""):
    run = subprocess.run(["openssl", *words], input=stdin, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         check=False, timeout=LIMIT_SECS)
    require(run.returncode == 0, "openssl failed", words, run.stderr)
    return run.stdout


def make_certificate(directory, name, has_expired=False, file_name=None):
    """A self-signed certificate for name: (certificate file, key file)."""
    stem = os.path.join(directory, file_name or name)
    openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=" + name,
            "-keyout", stem + ".key", "-out", stem + ".csr")
    if has_expired:
        sign_in_the_past(stem, name)
    else:
        with open(stem + ".ext", "w", encoding="ascii") as file:
            file.write("subjectAltName=DNS:%s\n" % name)
        openssl("x509", "-req", "-in", stem + ".csr", "-signkey", stem + ".key", "-extfile", stem + ".ext", "-days", "30",
                "-out", stem + ".pem")
    return stem + ".pem", stem + ".key"


def sign_in_the_past(stem, name):
    """`openssl ca` is the one tool of all versions that takes dates."""
    with open(stem + ".conf", "w", encoding="ascii") as file:
        file.write("[ca]\ndefault_ca=own\n[own]\ndatabase=%s.index\nnew_certs_dir=%s\nserial=%s.serial\ndefault_md=sha256\n"
                   "policy=any\n[any]\ncommonName=supplied\n[ext]\nsubjectAltName=DNS:%s\n"
                   % (stem, os.path.dirname(stem), stem, name))
    open(stem + ".index", "w", encoding="ascii").close()
    with open(stem + ".serial", "w", encoding="ascii") as file:
        file.write("01\n")
    openssl("ca", "-batch", "-config", stem + ".conf", "-selfsign", "-keyfile", stem + ".key", "-in", stem + ".csr", "-out",
            stem + ".pem", "-extensions", "ext", "-startdate", "20200101000000Z", "-enddate", "20200201000000Z", "-notext")


# ---- a client that sees every byte ----

class Wire:
    """One connection of a client: text out, text in. tls: "starttls", "direct" or None (it stays clear text);
    source: the address it comes from."""

    def __init__(self, server, tls="starttls", host=None, context=None, address="127.0.0.1", server_name=None,
                 buffer_bytes=0, source=None):
        self.server = server
        self.host = host or server.host
        self.text = ""          # what came and was not asked for yet
        self.seen = ""          # everything that came on this stream
        self.is_over = False
        self.features = ""
        self.context = context
        self.server_name = self.host if server_name is None else server_name
        self.sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        self.sock.settimeout(LIMIT_SECS)
        if buffer_bytes:
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer_bytes)
        if source:
            self.sock.bind((source, 0))
        self.sock.connect((address, server.tls_port if tls == "direct" else server.port))
        if tls == "direct":
            self.secure()
        if tls == "starttls":
            self.start_tls()

    def __enter__(self):
        return self

    def __exit__(self, *why):
        self.sock.close()

    def secure(self):
        context = self.context or context_for(self.server)
        self.sock = context.wrap_socket(self.sock, server_hostname=self.server_name or None)

    def start_tls(self):
        self.open()
        self.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
        self.expect("<proceed[^>]*>")
        self.text = ""
        self.secure()

    def send(self, text):
        self.sock.sendall(text.encode())

    def receive(self, limit_secs):
        """Adds what comes within the time; False when nothing came, or it is over."""
        pending = isinstance(self.sock, ssl.SSLSocket) and self.sock.pending()
        if not pending and not select.select([self.sock], [], [], max(limit_secs, 0))[0]:
            return False
        try:
            data = self.sock.recv(65536)
        except (ssl.SSLEOFError, ConnectionResetError):
            data = b""
        if not data:
            self.is_over = True
            return False
        self.text += data.decode(errors="replace")
        self.seen += data.decode(errors="replace")
        return True

    def expect(self, pattern, limit_secs=LIMIT_SECS):
        """Waits for the pattern and forgets everything up to its end; the match is returned."""
        end = time.monotonic() + limit_secs
        while True:
            match = re.search(pattern, self.text, re.DOTALL)
            if match:
                self.text = self.text[match.end():]
                return match
            left = end - time.monotonic()
            if self.is_over or left <= 0:
                raise Failure("%s did not come but %r%s" % (pattern, self.text[-400:], " and the end" * self.is_over))
            self.receive(left)

    def expect_end(self, limit_secs=LIMIT_SECS):
        """Waits for the end of the connection; what came before it is returned."""
        end = time.monotonic() + limit_secs
        while not self.is_over:
            require(time.monotonic() < end, "the server does not hang up", self.text[-400:])
            self.receive(end - time.monotonic())
        return self.text

    def open(self):
        self.send("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
                  " to='%s' version='1.0'>" % self.host)
        self.features = self.expect("<stream:features.*</stream:features>").group(0)
        return self.features

    def authenticate(self, name, password):
        self.open()
        proof = base64.b64encode(("\0%s\0%s" % (name, password)).encode()).decode()
        self.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>%s</auth>" % proof)
        return self.expect("<success[^>]*>|<failure.*</failure>").group(0)

    def login(self, name, password=None, resource="wire"):
        answer = self.authenticate(name, password or harness.password_of(name))
        require(answer.startswith("<success"), "the login was refused", answer)
        self.open()
        self.send("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>%s</resource></bind></iq>"
                  % resource)
        self.expect("<iq[^>]*id=['\"]bind['\"][^>]*type=['\"]result['\"].*</iq>|<iq[^>]*type=['\"]result['\"].*</iq>")
        return self

    def ping(self, ident="ping"):
        """The session is alive: a question is answered."""
        self.send("<iq type='get' id='%s' to='%s'><ping xmlns='urn:xmpp:ping'/></iq>" % (ident, self.host))
        self.expect("<iq[^>]*id=['\"]%s['\"][^>]*>" % ident)

    def certificate(self):
        """The server's, in DER."""
        return self.sock.getpeercert(binary_form=True)


def context_for(server, ca=None):
    context = ssl.create_default_context(cafile=ca or server.ca)
    context.set_alpn_protocols(["xmpp-client"])
    return context


def trusting(certificate):
    """A context that trusts just this certificate."""
    return ssl.create_default_context(cafile=certificate)


class NotifySocket:
    """systemd's end of sd_notify(3)."""

    def __init__(self, server):
        self.path = os.path.join(server.directory, "systemd.sock")
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.sock.bind(self.path)
        self.sock.settimeout(LIMIT_SECS)

    def next(self):
        return self.sock.recv(4096).decode()
