#!/usr/bin/python3
"""What was answered for survives a power cut (doc/internals/durability.md): the database is on an ext4 disk that goes
down without flushing, while people write. NEXA_POWER_CUTS=N is how many (2); NEXA_E2E_SEED=N plays the same choices again."""
import os

from disks import Disk, DiskServer
from harness import Failure, comment, is_sanitized, main, password_of, require, story
from survivors import outlive
from xmppraw import Client, Closed, Refused

CUTS = int(os.environ.get("NEXA_POWER_CUTS") or 2)
# Turns fsync() and its like into nothing: what the disk would be if the server did not insist. Built by make check.
NO_FLUSH = os.path.join(os.environ.get("NEXA_BUILD_DIR") or ".", "tests/abuse/.libs/noflush.so")


@story("power cuts under load: nothing that was answered for is lost, nothing is doubled, order is kept")
async def power_cuts():
    with Disk() as disk, DiskServer(disk, limits="off", offline_max_messages=100000) as server:
        await outlive(server, CUTS, server.power_cut, server.power_is_back)
        client = await Client(server, "writer0", "last").connect(password_of("writer0"))
        await client.close()
        comment("%d cuts; from exec to logins %s s" % (CUTS, ", ".join("%.2f" % secs for secs in server.recovery_secs)))


@story("this test can fail: a server whose flushes do nothing loses what it answered for")
async def it_can_fail():
    if is_sanitized():
        comment("a sanitizer wants to be loaded first; the build without one shows it")
        return
    require(os.path.exists(NO_FLUSH), "make check builds it", NO_FLUSH)
    with Disk() as disk:
        os.environ["LD_PRELOAD"] = NO_FLUSH
        try:
            with DiskServer(disk, limits="off", offline_max_messages=100000) as server:
                await outlive(server, 1, server.power_cut, server.power_is_back)
        except (Failure, Refused, Closed, OSError) as loss:      # messages, accounts or certificates are gone
            comment("noticed: %s" % loss)
            return
        finally:
            del os.environ["LD_PRELOAD"]
        raise Failure("a server that never flushes passed")


if __name__ == "__main__":
    main()
