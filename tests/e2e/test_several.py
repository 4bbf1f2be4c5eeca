"""Ten servers beside one another on one machine, and one with nothing but a directory (issue 2, "Run anywhere")."""
import asyncio
import contextlib
import os

from harness import Server, Skip, is_free, main, password_of, require, story
from xmppraw import CLIENT, PING, Client, Refused

SERVERS = 10


async def chat(server):
    """Two people on this server; the host's certificate is verified against this server's authority."""
    romeo = await Client(server, "romeo").connect(password_of("romeo"))
    juliet = await Client(server, "juliet").connect(password_of("juliet"))
    romeo.send("<presence/>")
    juliet.send("<presence/>")
    await juliet.iq(PING)
    romeo.message(juliet.bare, "on %s" % server.host)
    message = await juliet.next()
    require(message.findtext(CLIENT + "body") == "on %s" % server.host and message.get("from") == romeo.jid,
            "another message on %s" % server.host, message.attrib)
    await romeo.close()
    await juliet.close()


@story("ten servers side by side, each told everything by NEXA_* in its environment, know nothing of one another")
async def ten():
    with contextlib.ExitStack() as stack:
        servers = []
        for number in range(SERVERS):
            server = Server(arguments=[], hosts="school%d.example,localhost" % number, admins="romeo@school%d.example" % number)
            server.options["state_dir"] = server.state_dir
            servers.append(stack.enter_context(server))
        for server in servers:
            server.add_accounts("romeo", "juliet")
        await asyncio.gather(*[chat(server) for server in servers])
        for server in servers:
            for name in ("nexa.db", "nexactl.sock", "tls/ca.pem", "log/server.log"):
                require(os.path.exists(os.path.join(server.state_dir, name)), "not below the state directory: " + name)
        await strangers(servers[0], servers[1])
        # One stops, one is killed and comes back: the others do not notice.
        servers[1].stop()
        servers[2].kill9()
        await asyncio.gather(*[chat(server) for server in servers[3:]])
        servers[2].start()
        servers[1].start()
        await asyncio.gather(*[chat(server) for server in servers])


async def strangers(one, other):
    """An account of one server is nothing on the other."""
    other.add_accounts("mercutio")
    mercutio = Client(one, "mercutio")
    try:
        await mercutio.connect(password_of("mercutio"))
    except Refused:
        return
    require(False, "logged in to a server where the account does not exist")


DEFAULT_PORTS = {"port": 5222, "tls_port": 5223}


@story("nexad --data-dir DIR alone serves localhost on the usual ports")
async def alone():
    taken = [port for port in DEFAULT_PORTS.values() if not is_free(port)]
    if taken:
        raise Skip("port %d is taken on this machine" % taken[0])
    server = Server()
    server.options.clear()
    for name, port in DEFAULT_PORTS.items():
        setattr(server, name, port)
    with server:
        server.add_accounts("romeo", "juliet")
        await chat(server)


if __name__ == "__main__":
    main()
