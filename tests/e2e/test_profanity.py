"""Two people on Profanity (profanity.py)."""
from harness import Server, password_of, require, story
from profanity import Profanity, befriend
from terminals import Terminals, chat, main, miss


@story("Profanity over STARTTLS: contacts, presence, chat both ways; what was missed is there after coming back")
def starttls():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Profanity(terminals, server, "romeo").online()
        juliet = Profanity(terminals, server, "juliet").online()
        befriend(romeo, juliet)
        chat(romeo, juliet, "parting is such sweet sorrow")
        miss(romeo, juliet)
        chat(romeo, juliet, "again")
        romeo.quit()
        juliet.quit()


@story("Profanity over direct TLS: chat both ways, and again after the server was killed with SIGKILL")
def killed():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Profanity(terminals, server, "romeo", policy="legacy").online()
        juliet = Profanity(terminals, server, "juliet", policy="legacy").online()
        befriend(romeo, juliet)
        juliet.quit()
        romeo.say(juliet, "before the accident")
        # The answer to what follows a message says that it was stored.
        romeo.type("/ping")
        romeo.type("/win 1")
        romeo.see("Ping response from server")
        server.kill9()
        romeo.see("Lost connection|disconnected")
        romeo.quit()
        server.start()
        romeo.online()
        juliet.online()
        romeo.see_there(juliet)
        juliet.hear(romeo, "before the accident")
        chat(romeo, juliet, "after the accident")
        romeo.quit()
        juliet.quit()


ROOM = "verona@conference.localhost"


def make_room(romeo):
    romeo.type("/join %s nick romeo" % ROOM)
    romeo.see("Room locked, requires configuration")
    romeo.type("/room config")
    romeo.see("Use '/form submit' to save changes")     # the form is longer than the screen
    romeo.type("/field4 on")
    romeo.see("Keep the room when everybody has left: TRUE")
    romeo.type("/form submit")
    romeo.see("Room configuration successful")
    romeo.type("/join %s" % ROOM)


def enter(person):
    person.type("/join %s nick %s" % (ROOM, person.name))
    person.see("-> You have joined the room as %s" % person.name)


@story("Profanity in rooms (XEP-0045): made, configured, entered; talk, subject, kick; what was said is there after coming back")
def rooms():
    with Server(hosts="localhost") as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Profanity(terminals, server, "romeo").online()
        juliet = Profanity(terminals, server, "juliet").online()
        make_room(romeo)
        enter(juliet)
        romeo.see("juliet")
        romeo.type("two households both alike in dignity")
        juliet.see("romeo: two households both alike in dignity")
        romeo.type("/subject set In fair Verona")
        juliet.see("In fair Verona")
        romeo.type("/kick juliet late")
        juliet.see("Kicked from %s by romeo, reason: late" % ROOM)
        romeo.see("juliet has been kicked")
        enter(juliet)
        juliet.see("two households both alike in dignity", "In fair Verona")
        romeo.quit()
        juliet.quit()


@story("Profanity in rooms (XEP-0045): invites, gives and takes voice and membership, whispers, bans")
def people_in_rooms():
    with Server(hosts="localhost") as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Profanity(terminals, server, "romeo").online()
        juliet = Profanity(terminals, server, "juliet").online()
        make_room(romeo)
        romeo.type("/invite send %s at once" % juliet.jid)
        juliet.see("From +: %s" % romeo.jid, "Room +: %s" % ROOM, "Message: at once")
        enter(juliet)
        romeo.see("juliet")
        romeo.type("/role set visitor juliet")
        juliet.see("Your role has been changed to: visitor, by: romeo")
        romeo.type("/role set participant juliet")
        juliet.see("Your role has been changed to: participant, by: romeo")
        romeo.type("/affiliation set member %s" % juliet.jid)
        juliet.see("Your affiliation has been changed to: member, by: romeo")
        romeo.type("/msg juliet but soft")
        juliet.see(r"-\[3\]")             # the window exists only then
        juliet.type("/win 3")
        juliet.see("%s/romeo" % ROOM, "romeo: but soft")
        romeo.type("/join %s" % ROOM)
        romeo.type("/ban %s foul" % juliet.jid)
        juliet.type("/win 1")
        juliet.see("Banned from %s by romeo, reason: foul" % ROOM)
        romeo.quit()
        juliet.quit()


def give_password(person, password):
    for question in ("Enter password:", "Confirm password:"):
        person.see(question)
        person.type(password)


@story("XEP-0077: Profanity registers an account, logs in to it, and changes its password")
def registering():
    with Server(registration="open") as server, Terminals(server.directory) as terminals:
        romeo = Profanity(terminals, server, "romeo")
        to_log_in, romeo.program = romeo.program, ["profanity"]
        romeo.start()
        romeo.see("/register myjid")        # from then on it reads its keys
        romeo.type("/register romeo localhost port %d tls force" % server.port)
        give_password(romeo, password_of("romeo"))
        romeo.see("Registration successful")
        romeo.quit()
        romeo.program = to_log_in
        romeo.online()
        romeo.type("/changepassword")
        give_password(romeo, "correct horse")
        romeo.see("Password successfully changed")
        romeo.quit()


@story("Profanity asks the host for its software, its uptime and what it can do, and blocks somebody")
def asking():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo", "juliet")
        romeo = Profanity(terminals, server, "romeo").online()
        romeo.type("/serversoftware %s" % server.host)
        romeo.see("Name +: Nexa")
        romeo.type("/lastactivity get %s" % server.host)
        romeo.see("%s up since" % server.host)
        romeo.type("/ping")
        romeo.see("Ping response from server")
        romeo.type("/disco info")
        romeo.see("Nexa im server", "urn:xmpp:blocking", "vcard-temp")
        romeo.type("/blocked add %s" % server.jid("juliet"))
        romeo.see("%s successfully blocked" % server.jid("juliet"))
        romeo.quit()


@story("Profanity does not go on when it does not know the server's authority")
def untrusted():
    with Server() as server, Terminals(server.directory) as terminals:
        server.add_accounts("romeo")
        romeo = Profanity(terminals, server, "romeo", trusts=False).start()
        romeo.see("TLS certificate verification failed")
        romeo.type("/tls deny")
        romeo.see("Cancelling connection attempt|Login failed|Connection attempt .* failed|denied")
        require("logged in" not in server.log(), "somebody logged in")
        romeo.quit()


if __name__ == "__main__":
    main("profanity", "tmux")
