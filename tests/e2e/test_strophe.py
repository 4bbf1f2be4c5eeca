"""Two people on libstrophe (strophe_chat.c) over verified TLS, by STARTTLS and by direct TLS."""
import datetime
import os
import queue
import subprocess
import threading

from harness import BUILD, LIMIT_SECS, Failure, Server, comment, main, password_of, require, story

STROPHE_CHAT = os.path.join(BUILD, "tests/e2e/strophe_chat")


class Strophe:
    """A running strophe_chat: say lines, expect lines."""

    def __init__(self, server, name, security, ca=None, password=None):
        port = server.tls_port if security == "direct" else server.port
        self.name, self.lines, self.seen = name, queue.Queue(), []
        self.process = subprocess.Popen([STROPHE_CHAT, "%s/strophe" % server.jid(name), "localhost", str(port),
                                         ca or server.ca, security], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        encoding="utf-8", bufsize=1)
        threading.Thread(target=self.read_all, daemon=True).start()
        self.say(password or password_of(name))

    def read_all(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def say(self, line):
        self.process.stdin.write(line + "\n")

    def expect(self, *beginning):
        """Waits for a line that begins with these words; the words of that line. Others before it are passed over."""
        while True:
            try:
                line = self.lines.get(timeout=LIMIT_SECS)
            except queue.Empty:
                line = None
            if line is None:
                raise Failure("%s: no line %r" % (self.name, " ".join(beginning)), self.seen)
            self.seen.append(line)
            words = line.split(" ")
            if words[:len(beginning)] == list(beginning):
                return words

    def expect_message(self, sender, text):
        """Returns the delay stamp, or "-"."""
        words = self.expect("message")
        require(words[1] == sender and words[3:] == text.split(" "), "%s: another message" % self.name, words, text)
        return words[2]

    def quit(self):
        self.say("quit")
        self.expect("offline")
        self.finish()

    def finish(self):
        self.process.stdin.close()
        code = self.process.wait(LIMIT_SECS)
        require(code == 0, "strophe_chat ended with %s" % code)



def chat_both_ways(server, security):
    romeo, juliet = Strophe(server, "romeo", security), Strophe(server, "juliet", security)
    romeo_jid, juliet_jid = server.jid("romeo"), server.jid("juliet")
    require(romeo.expect("online")[1] == romeo_jid + "/strophe", "another full JID than asked for")
    juliet.expect("online")

    romeo.say("roster %s" % juliet_jid)
    romeo.expect("roster", juliet_jid, "none")
    romeo.say("subscribe %s" % juliet_jid)
    juliet.expect("presence", romeo_jid, "subscribe")
    juliet.say("subscribed %s" % romeo_jid)
    juliet.say("subscribe %s" % romeo_jid)
    romeo.expect("presence", juliet_jid, "subscribed")
    romeo.expect("presence", juliet_jid + "/strophe", "available")
    romeo.say("subscribed %s" % juliet_jid)
    romeo.expect("roster", juliet_jid, "both")
    juliet.expect("presence", romeo_jid + "/strophe", "available")

    for number in range(1, 21):
        romeo.say("say %s Good night, good night %d" % (juliet_jid, number))
        juliet.say("say %s/strophe It is the east & <you> «ñ» %d" % (romeo_jid, number))
    for number in range(1, 21):
        stamp = juliet.expect_message(romeo_jid + "/strophe", "Good night, good night %d" % number)
        require(stamp == "-", "a delay on a message that was not delayed", stamp)
        romeo.expect_message(juliet_jid + "/strophe", "It is the east & <you> «ñ» %d" % number)

    juliet.quit()
    romeo.expect("presence", juliet_jid + "/strophe", "unavailable")
    for number in range(1, 6):
        romeo.say("say %s while you sleep %d" % (juliet_jid, number))
    return romeo


def read_offline(server, security, count):
    juliet = Strophe(server, "juliet", security)
    juliet.expect("online")
    for number in range(1, count + 1):
        stamp = juliet.expect_message(server.jid("romeo") + "/strophe", "while you sleep %d" % number)
        when = datetime.datetime.fromisoformat(stamp.replace("Z", "+00:00"))
        age = datetime.datetime.now(datetime.timezone.utc) - when
        require(abs(age.total_seconds()) < 120, "a wrong delay stamp", stamp)
    return juliet


def whole_story(security):
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = chat_both_ways(server, security)
        romeo.quit()
        juliet = read_offline(server, security, 5)
        juliet.quit()


@story("libstrophe over STARTTLS: subscribe, presence, chat both ways, offline messages in order")
def starttls():
    whole_story("starttls")


@story("libstrophe over direct TLS (XEP-0368): the same")
def direct():
    whole_story("direct")


@story("libstrophe refuses a certificate of somebody else's authority, and a wrong password gets no session")
def refused():
    with Server() as server, Server() as stranger:
        server.add_accounts("romeo")
        romeo = Strophe(server, "romeo", "starttls", ca=stranger.ca)
        romeo.expect("offline")
        romeo.finish()
        require("online" not in [line.split(" ")[0] for line in romeo.seen], "logged in over an unverified connection")
        romeo = Strophe(server, "romeo", "starttls", password="wrong")
        romeo.expect("offline")
        romeo.finish()
        require("online" not in [line.split(" ")[0] for line in romeo.seen], "logged in with a wrong password")


@story("libstrophe: offline messages and the subscription survive SIGKILL")
def killed():
    with Server() as server:
        server.add_accounts("romeo", "juliet")
        romeo = chat_both_ways(server, "starttls")
        # What follows his messages is answered after they are stored.
        romeo.say("roster tybalt@localhost")
        romeo.expect("roster", "tybalt@localhost", "none")
        server.kill9()
        romeo.expect("offline")
        romeo.finish()
        server.start()
        juliet = read_offline(server, "starttls", 5)
        romeo = Strophe(server, "romeo", "starttls")
        romeo.expect("online")
        juliet.expect("presence", server.jid("romeo") + "/strophe", "available")
        romeo.expect("presence", server.jid("juliet") + "/strophe", "available")
        romeo.quit()
        juliet.quit()


if __name__ == "__main__":
    if not os.path.exists(STROPHE_CHAT):
        comment("%s is not built: it needs libstrophe" % STROPHE_CHAT)
        print("1..1\nnot ok 1 - libstrophe is there")
        raise SystemExit(1)
    main()
