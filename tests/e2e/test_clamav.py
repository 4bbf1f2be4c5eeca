#!/usr/bin/python3
"""Uploads in front of a real scanner (mod_upload_scan): Debian's clamd, with a database of one signature, that of EICAR's test file. It runs as
somebody who cannot read the directory of uploads, as it does on a machine of its own user."""
import io
import os
import re
import shutil
import subprocess
import zipfile

from harness import Server, Skip, comment, die_with_parent, main, require, story, wait_until
from terminals import NOBODY
from uploads import Uploader, get, put, stored

CLAMD = shutil.which("clamd", path=os.environ["PATH"] + ":/usr/sbin")
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd:
    def __init__(self, server):
        if not CLAMD or not shutil.which("clamdscan"):
            raise Skip("Debian's clamav-daemon and clamdscan are not installed")
        self.directory = os.path.join(server.directory, "clamd")
        self.log, self.socket = [os.path.join(self.directory, name) for name in ("clamd.log", "clamd.sock")]
        self.configuration = os.path.join(self.directory, "clamd.conf")
        self.process = None
        os.makedirs(self.directory)
        self.write("test.ndb", "Eicar-Test:0:*:%s\n" % EICAR.hex())
        self.write("clamd.conf", "Foreground yes\nLocalSocket %s\nDatabaseDirectory %s\nLogFile %s\n" % (self.socket, self.directory, self.log))
        if os.geteuid() == 0:
            os.chmod(server.directory, 0o711)
            for path in (self.directory, *[os.path.join(self.directory, name) for name in os.listdir(self.directory)]):
                os.chown(path, NOBODY, NOBODY)

    def write(self, name, text):
        with open(os.path.join(self.directory, name), "w", encoding="ascii") as file:
            file.write(text)

    def command(self, way):
        """For the option upload_scanner."""
        return "%s --config-file=%s %s --no-summary" % (shutil.which("clamdscan"), self.configuration, way)

    def start(self):
        become = ["setpriv", "--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups", "--pdeathsig=KILL"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen(become + [CLAMD, "-c", self.configuration], cwd=self.directory, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=die_with_parent)
        wait_until(lambda: self.process.poll() is not None or os.path.exists(self.socket), "clamd listens")
        require(self.process.poll() is None, "clamd has ended by itself")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, *_):
        self.stop()
        if kind is not None:
            with open(self.log, encoding="utf-8") as file:
                comment(file.read())


def zipped(data):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("homework.com", data)
    return file.getvalue()


def look_through(way):
    server = Server()
    clamd = Clamd(server)
    server.options["upload_scanner"] = clamd.command(way)
    with clamd, server:
        server.add_accounts("romeo")
        with Uploader(server, "romeo") as romeo:
            for data, status in ((b"homework", 201), (EICAR, 403), (zipped(b"homework"), 201), (zipped(EICAR), 403)):
                slot = romeo.upload(data, status=status)
                require((get(server, slot).body == data) == (status == 201), "what can be fetched", data)
            require(len(re.findall("Eicar-Test.UNOFFICIAL FOUND", server.log())) == 2, "the log says what was found", server.log())
            clamd.stop()
            server.expect_log("(?i)could not connect to clamd")
            require(put(server, romeo.slot(5), b"again").status == 503, "nobody can look")
            clamd.start()
            romeo.upload(b"again")
            wait_until(lambda: [len(files) for files in stored(server)] == [3, 0], "only the good ones are kept")


@story("ADMINISTRATION: clamdscan --fdpass shows uploads to a clamd that may not read them; what it finds is refused, also in an archive; without it nothing goes")
def by_descriptor():
    look_through("--fdpass")


@story("ADMINISTRATION: clamdscan --stream, for a clamd that is elsewhere (INSTREAM)")
def by_stream():
    look_through("--stream")


if __name__ == "__main__":
    main()
