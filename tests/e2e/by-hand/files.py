"""Gajim sends Dino a file through the proxy (XEP-0065, XEP-0260), because there is no other way: Gajim's network has nothing but the server's port for
clients and the proxy's. Only root may make such a network. Gajim is told what to do from within, because its dialogue to choose a file is GTK's own;
Dino takes what comes from a contact that it talks to. See README.md."""
import asyncio
import contextlib
import json
import os
import socket
import sqlite3
import subprocess
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import test_gajim
from harness import STORIES, Server, Skip, address_with_free, free_ports, main, require, story, wait_until
from people import Client, befriend
from test_dino import Dino
from windows import NOBODY, until

STORIES.clear()                 # those of the files that the clients are from

SIZE = 2000000
# Gajim takes lines of Python from a socket beside its settings; what they leave in `out` is the answer.
INSIDE = """
import socket, threading
from gi.repository import GLib
def answer(asker, code):
    names = {}
    try:
        exec(code, names)
    except Exception as error:
        names["out"] = repr(error)
    asker.sendall(str(names["out"]).encode())
    asker.close()
def listen(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        while True:
            asker = server.accept()[0]
            GLib.idle_add(answer, asker, asker.makefile().read())
threading.Thread(target=listen, args=(sys.argv[2] + "/inside",), daemon=True).start()
"""
# Does it know that Dino can be sent files, and where the proxy is?
LOOK = """
from gajim.common import app
account = next(iter(app.settings.get_active_accounts()))
romeo = app.get_client(account).get_module("Contacts").get_contact("romeo@school.test")
dino = [one.jid for one in romeo.iter_resources() if one.supports("urn:xmpp:jingle:transports:s5b:1")]
out = bool(dino) and any(proxy.host for proxy in app.proxy65_manager.proxies.values())
"""
SEND = LOOK + "out = app.interface.instances['file_transfers'].send_file(account, romeo, dino[0], %r)"


# ---- from one network into another: a socket in the file system for each port ----

def pump(source, sink):
    with contextlib.suppress(OSError):
        while True:
            data = source.recv(65536)
            if not data:
                break
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


def relay(listener, connect):
    listener.listen()
    while True:
        ends = listener.accept()[0], connect()
        for source, sink in (ends, ends[::-1]):
            threading.Thread(target=pump, args=(source, sink), daemon=True).start()


def connected_to(path):
    sock = socket.socket(socket.AF_UNIX)
    sock.connect(path)
    return sock


def let_in(path, address, port):
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    threading.Thread(target=relay, args=(listener, lambda: socket.create_connection((address, port))), daemon=True).start()


def within(folder, address, ports, command):
    """In the network of its own: the command, and the ways out."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for port in ports.split(","):
        listener = socket.create_server((address, int(port)))
        threading.Thread(target=relay, args=(listener, lambda path=os.path.join(folder, port): connected_to(path)), daemon=True).start()
    become = ["setpriv", "--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups", "--pdeathsig=TERM"]
    sys.exit(subprocess.run(become + command, check=False).returncode)


# ---- Gajim ----

class Gajim(test_gajim.Gajim):
    def configure(self):
        super().configure()
        con = sqlite3.connect(os.path.join(self.directory, "settings.sqlite"))
        (jid, text), = con.execute("SELECT * FROM account_settings").fetchall()
        settings = json.loads(text)
        settings["account"].update(custom_host=self.server.address, use_ft_proxies=True, ft_send_local_ips=False)
        con.execute("UPDATE account_settings SET settings = ? WHERE account = ?", (json.dumps(settings), jid))
        con.commit()
        con.close()

    def launch(self):
        ports = [self.server.port, self.server.options["proxy65_port"]]
        for port in ports:
            let_in(os.path.join(self.server.directory, str(port)), self.server.address, port)
        words = [test_gajim.LAUNCH.replace("sys.argv[:]", INSIDE + "sys.argv[:]") if word == test_gajim.LAUNCH else word
                 for word in super().launch()]
        return ["unshare", "-n", "/usr/bin/python3", os.path.abspath(__file__), "within", self.server.directory, self.server.address,
                ",".join(map(str, ports))] + words

    def run(self, *command, **how):
        self.refuses_root = command[0] != "unshare"     # root makes the network, and becomes nobody in it
        return super().run(*command, **how)

    async def tell(self, code):
        reader, writer = await asyncio.open_unix_connection(os.path.join(self.directory, "inside"))
        writer.write(code.encode())
        writer.write_eof()
        try:
            return (await reader.read()).decode()
        finally:
            writer.close()


async def prepare(server):
    """They know each other, and a line waits for romeo: Dino ignores files of those with whom it has no conversation."""
    server.add_accounts("romeo", "juliet")
    romeo, juliet = [await Client(server, name).log_in() for name in ("romeo", "juliet")]
    await befriend(romeo, juliet)
    await romeo.log_out()
    juliet.send_message(romeo.boundjid.bare, "here it comes", mtype="chat")
    await juliet.log_out()


def received(dino, data):
    for folder, _, names in os.walk(dino.directory):
        for name in names:
            if name.endswith("sent.bin"):
                with open(os.path.join(folder, name), "rb") as file:
                    return file.read() == data
    return False


@story("XEP-0065: Gajim sends Dino a file of 2 MB, which have no way to each other but the server's proxy")
async def through_the_proxy():
    if os.geteuid() != 0:
        raise Skip("only root may make networks")
    address, (proxy,) = address_with_free(5222), free_ports(1)
    server = Server(hosts="school.test", listen_address=address, c2s_port=5222, proxy65_port=proxy, proxy65_host=address)
    server.port = 5222
    with server:
        await prepare(server)
        async with Dino(server, "romeo") as dino, Gajim(server, "juliet") as gajim:
            for program in (dino, gajim):
                await program.is_logged_in()
            await dino.see("here it comes")
            path, data = os.path.join(gajim.directory, "sent.bin"), os.urandom(SIZE)
            with open(path, "wb") as file:
                file.write(data)

            async def knows():
                return await gajim.tell(LOOK) == "True"
            await until(knows, "Gajim knows the proxy, and what Dino can do")
            require(await gajim.tell(SEND % path) == "True", "Gajim does not send it")

            async def has_it():
                return received(dino, data)
            await until(has_it, "the file in Dino's directory, byte for byte")
            wait_until(lambda: "stream ended account=romeo@school.test bytes=%d" % SIZE in server.log(), "the proxy tells of it")
            dino.picture("file")
            gajim.picture("file")


if __name__ == "__main__":
    if sys.argv[1:2] == ["within"]:
        within(*sys.argv[2:5], sys.argv[5:])
    main()
