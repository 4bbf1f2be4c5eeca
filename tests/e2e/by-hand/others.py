"""Other clients and libraries of Debian say a line to juliet and hear one: gloox (with tls-unique), QXmpp (which opens a stream
with direct TLS twice), go-sendxmpp and sendxmpp (PLAIN only). The two small programs beside this file are compiled first.
See README.md."""
import asyncio
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from harness import Server, main, password_of, require, story
from people import Client

LIMIT_SECS = 30
CALL, ANSWER = "but soft ✓ <&>", "ay me"


def compiled(directory, name, *packages):
    program = os.path.join(directory, name)
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *packages], check=True, stdout=subprocess.PIPE,
                           encoding="ascii").stdout.split()
    subprocess.run(["g++", "-fPIC", "-o", program, os.path.join(HERE, name + ".cpp"), *flags], check=True)
    return program


async def run(command, stdin="", env=None):
    """(exit status, what it said)"""
    program = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
                                                   stderr=asyncio.subprocess.STDOUT, env=env)
    said, _ = await asyncio.wait_for(program.communicate(stdin.encode()), LIMIT_SECS)
    return program.returncode, said.decode(errors="replace")


async def answer(juliet):
    message = await juliet.meet_message(CALL)
    juliet.send_message(message["from"], ANSWER, mtype="chat")


async def talk(server, program, *more, port=None):
    """A program that speaks and listens."""
    juliet = await Client(server, "juliet").log_in()
    command = [program, server.jid("romeo"), password_of("romeo"), str(port or server.port), server.ca, server.jid("juliet"), CALL]
    (status, said), _ = await asyncio.gather(run(command + list(more)), answer(juliet))
    require(status == 0 and "told: " + ANSWER in said, "%s did not hear the answer" % program, said)
    await juliet.log_out()
    return said


@story("gloox over STARTTLS logs in with a -PLUS mechanism and talks")
async def gloox():
    with tempfile.TemporaryDirectory() as directory, Server() as server:
        server.add_accounts("romeo", "juliet")
        await talk(server, compiled(directory, "gloox_chat", "gloox"))
        require("account=%s mechanism=SCRAM-SHA-1-PLUS" % server.jid("romeo") in server.log(), "another mechanism", server.log())


@story("QXmpp over STARTTLS and direct TLS, verified, talks")
async def qxmpp():
    with tempfile.TemporaryDirectory() as directory, Server() as server:
        server.add_accounts("romeo", "juliet")
        program = compiled(directory, "qxmpp_chat", "qxmpp", "Qt5Core", "Qt5Network", "Qt5Xml")
        await talk(server, program)
        await talk(server, program, "direct", port=server.tls_port)


async def hear(server, command, env=None):
    """A program that only sends what it reads."""
    juliet = await Client(server, "juliet").log_in()
    (status, said), _ = await asyncio.gather(run(command, CALL + "\n", env), juliet.meet("message", lambda m: CALL in m["body"]))
    require(status == 0, "%s failed" % command[0], said)
    await juliet.log_out()


@story("go-sendxmpp over STARTTLS and direct TLS, verified, sends a message")
async def go_sendxmpp():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        env = dict(os.environ, SSL_CERT_FILE=server.ca, HOME=server.directory)
        command = ["go-sendxmpp", "-u", server.jid("romeo"), "-p", password_of("romeo")]
        await hear(server, command + ["-j", "localhost:%d" % server.port, server.jid("juliet")], env)
        await hear(server, command + ["-t", "-j", "localhost:%d" % server.tls_port, server.jid("juliet")], env)


@story("sendxmpp over STARTTLS, verified, sends a message")
async def sendxmpp():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        command = ["sendxmpp", "-u", "romeo", "-j", "%s:%d" % (server.host, server.port), "-p", password_of("romeo"), "-t",
                   "--tls-ca-path", server.ca, server.jid("juliet")]
        await hear(server, command, dict(os.environ, HOME=server.directory))


if __name__ == "__main__":
    for program in ("g++", "go-sendxmpp", "sendxmpp"):
        require(shutil.which(program), "%s is not installed: see README.md" % program)
    main()
