#!/usr/bin/env python3
"""Wrong passwords from several addresses: nobody guesses fast, nobody keeps somebody else out."""
import harness
from harness import Server, main, require, story
from operations import Wire

OWNER, NEIGHBOUR, STRANGER = "127.0.0.1", "127.0.0.2", "127.0.0.3"


def answer(server, source, password):
    with Wire(server, source=source) as wire:
        return wire.authenticate("juliet", password)


def guess(server, source, times):
    for _ in range(times):
        require("<not-authorized" in answer(server, source, "wrong"), "a wrong password is looked at", source)


def must_wait(server, source, password):
    return "<temporary-auth-failure" in answer(server, source, password)


@story("RFC 6120 section 6.5.11: who guesses wrong has to wait; the account's owner at another address does not")
def pairs():
    with Server(login_failures_per_account="3", login_penalty="1h") as server:
        server.add_accounts("juliet")
        guess(server, NEIGHBOUR, 3)
        require(must_wait(server, NEIGHBOUR, harness.password_of("juliet")), "the guesser goes on")
        with Wire(server, source=OWNER) as wire:
            wire.login("juliet")


@story("RFC 6120 section 6.5.11: many addresses together guess no faster, and do not keep the owner out")
def everywhere():
    with Server(login_failures_per_account="3", login_failures_per_account_total="4", login_penalty="1h") as server:
        server.add_accounts("juliet")
        with Wire(server, source=OWNER) as wire:
            wire.login("juliet")
        guess(server, NEIGHBOUR, 2)
        guess(server, STRANGER, 2)
        for address in NEIGHBOUR, STRANGER, "127.0.0.4":
            require(must_wait(server, address, harness.password_of("juliet")), "an address that the owner never used goes on", address)
        with Wire(server, source=OWNER) as wire:
            wire.login("juliet")


@story("a good login forgives the failures of its own address only")
def forgiven():
    with Server(login_failures_per_account="3", login_penalty="1h") as server:
        server.add_accounts("juliet")
        guess(server, OWNER, 2)
        guess(server, NEIGHBOUR, 2)
        with Wire(server, source=OWNER) as wire:
            wire.login("juliet")
        guess(server, OWNER, 3)
        guess(server, NEIGHBOUR, 1)
        require(must_wait(server, NEIGHBOUR, harness.password_of("juliet")), "the neighbour's failures are forgotten")


if __name__ == "__main__":
    main()
