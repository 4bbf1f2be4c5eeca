"""Rooms that are killed with SIGKILL again and again, while some talk, some listen and an owner decides things (XEP-0045, XEP-0313;
doc/internals/durability.md). NEXA_E2E_SEED=N plays the same choices again.

After each kill: what somebody heard stands in the archive of its room, with the same ids, in the same order and with nothing between;
and what was answered for or seen holds: subject, configuration, affiliations, reserved nicknames; and what has changed of the affiliations
since the version that the owner saw last is all that has changed (XEP-0463). Everything that is decided is
numbered, one thing at a time, so what holds is a number between the last one known and the last one sent."""
import asyncio
import random

from harness import Server, comment, main, password_of, require, story
from survivors import LIMIT_SECS, SEED, body_of, log_in, one_round
from xmppraw import CLIENT, Client, Closed, Refused, tls_context

KILLS = 12
ROOMS = ["coven", "cave", "heath"]
SPEAKERS = ["speaker%d" % number for number in range(4)]
WATCHERS = ["watcher%d" % number for number in range(3)]
OWNER = "owner"
UNHEARD_LINES = 20      # a speaker stops when so many of its lines have not come back
SHOWN = 20              # lines of the past that who enters is shown

MUC = "http://jabber.org/protocol/muc"
ADMIN, OWN = "{%s#admin}" % MUC, "{%s#owner}" % MUC
SID, MAM, RSM = "{urn:xmpp:sid:0}", "{urn:xmpp:mam:2}", "{http://jabber.org/protocol/rsm}"
FORM = "{jabber:x:data}"
USER, MAV = "{%s#user}" % MUC, "{urn:xmpp:muc:affiliations:1}"


def address(room):
    return "%s@conference.localhost" % room


def form(form_type, **fields):
    rows = [("FORM_TYPE", form_type)] + [(name.replace("__", "#"), value) for name, value in fields.items()]
    return "<x xmlns='jabber:x:data' type='submit'>%s</x>" % "".join(
        "<field var='%s'><value>%s</value></field>" % row for row in rows)


def configuration(**fields):
    fields = {"muc__roomconfig_" + name: value for name, value in fields.items()}
    return "<query xmlns='%s#owner'>%s</query>" % (MUC, form(MUC + "#roomconfig", **fields))


def admin(item):
    return "<query xmlns='%s#admin'><item %s/></query>" % (MUC, item)


def words_of(message):
    """What a message of a room says: (archive id, text); text None: nothing, it is a notice."""
    stamp, text, subject = message.find(SID + "stanza-id"), body_of(message), message.findtext(CLIENT + "subject")
    if text is None and subject is not None:
        text = "subject: " + subject
    return stamp.get("id") if stamp is not None else None, text


# ---- people ----

class Numbered:
    """One thing that is decided again and again."""

    def __init__(self):
        self.sent = self.known = 0

    def check(self, what, found):
        require(self.known <= found <= self.sent, what + ": not what was decided", found, self.known, self.sent)
        self.sent = self.known = found      # what was not stored is not on its way any more


class Followed:
    """The affiliations of a room as a client knows them that has only ever been told of changes (XEP-0463)."""

    def __init__(self):
        self.version, self.people, self.changes, self.wrong = None, {}, 0, None

    def join(self):
        since = " since='%s'" % self.version if self.version else ""
        return "<mav xmlns='%s'%s/>" % (MAV[1:-1], since)

    def take(self, stanza):
        x = stanza.find(USER + "x")
        mav = x.find(MAV + "mav") if x is not None else None
        if mav is None:
            return
        if mav.get("since") != self.version and (self.version or stanza.tag == CLIENT + "presence"):
            # Its own presence changes nothing; a known version is never answered with everything.
            if stanza.tag == CLIENT + "message" or mav.get("until") != self.version:
                self.wrong = self.wrong or (stanza.get("from"), mav.attrib, self.version)
            return
        self.version = mav.get("until")
        self.changes += 1
        for item in x.iter(USER + "item"):
            self.people[item.get("jid").partition("/")[0]] = item.get("affiliation")

    def check(self, room, listed):
        require(self.wrong is None, "a version that does not follow the one before", self.wrong)
        known = {jid: affiliation for jid, affiliation in self.people.items() if affiliation != "none"}
        require(known == listed, "%s: changes do not lead to what the list is" % room, known, listed)


class Occupant:
    """Sits in all rooms. lines: what it has heard in each since it came, (archive id, text)."""

    def __init__(self, server, name, subjects):
        self.server, self.name, self.subjects = server, name, subjects
        self.heard = asyncio.Event()    # something has just come
        self.lines, self.entered, self.inside = {}, set(), asyncio.Event()

    async def stay_until_closed(self, context, went_in):
        self.lines = {room: [] for room in ROOMS}
        self.entered.clear()
        self.inside.clear()
        client = Client(self.server, self.name, on_stanza=self.note)
        try:
            await client.connect(password_of(self.name), context)
            for room in ROOMS:
                client.send("<presence to='%s/%s'><x xmlns='%s'><history maxstanzas='0'/>%s</x></presence>"
                            % (address(room), self.name, MUC, self.join(room)))
            await asyncio.wait_for(self.inside.wait(), LIMIT_SECS)
        finally:
            went_in.release()
        try:
            await self.live(client)
        except Closed:
            await client.task

    def join(self, room):
        return ""

    async def live(self, client):
        await client.task

    def note(self, stanza):
        if stanza is None or stanza.tag != CLIENT + "message" or stanza.get("type") != "groupchat":
            return
        room = stanza.get("from").partition("@")[0]
        if room not in self.entered:    # the subject is what comes last when one enters (section 7.2.15)
            self.entered.add(room)
            if len(self.entered) == len(ROOMS):
                self.inside.set()
            return
        ident, text = words_of(stanza)
        if text is None:
            return
        self.lines[room].append((ident, text))
        if text.startswith("subject: "):
            self.subjects[room].known = max(self.subjects[room].known, int(text.split()[-1]))
        self.heard.set()
        self.come_back(text)

    def come_back(self, text):
        """Somebody, perhaps we, said that."""


class Speaker(Occupant):
    """Says numbered lines, and reserves one nickname after the other."""

    def __init__(self, server, name, subjects, choices):
        super().__init__(server, name, subjects)
        self.choices, self.said, self.back = choices, 0, 0
        self.nicks = {room: Numbered() for room in ROOMS}

    def come_back(self, text):
        if text.split()[0] == self.name:
            self.back = int(text.split()[1])

    async def live(self, client):
        self.back = self.said           # what was not shown before the kill never will be
        while True:
            if self.said - self.back < UNHEARD_LINES:
                self.said += 1
                client.message(address(self.choices.choice(ROOMS)), "%s %d" % (self.name, self.said), "groupchat")
            if self.choices.random() < 0.05:
                await self.reserve(client, self.choices.choice(ROOMS))
            await client.drain()
            await asyncio.sleep(self.choices.random() * 0.005)

    async def reserve(self, client, room):
        nick = self.nicks[room]
        nick.sent += 1
        await client.iq("<query xmlns='jabber:iq:register'>%s</query>" % form(
            MUC + "#register", muc__register_roomnick="%s the %d" % (self.name, nick.sent)), "set", address(room))
        nick.known = nick.sent


class Owner(Occupant):
    """Decides: subjects, names, members; one thing at a time."""

    def __init__(self, server, subjects, choices):
        super().__init__(server, OWNER, subjects)
        self.choices = choices
        self.names = {room: Numbered() for room in ROOMS}
        self.members = {room: Numbered() for room in ROOMS}
        self.followed = {room: Followed() for room in ROOMS}

    def join(self, room):
        return self.followed[room].join()

    def note(self, stanza):
        room = (stanza.get("from") or "").partition("@")[0] if stanza is not None else None
        if room in ROOMS:
            self.followed[room].take(stanza)
        super().note(stanza)

    async def live(self, client):
        while True:
            room = self.choices.choice(ROOMS)
            decide = self.choices.choice((self.change_subject, self.rename, self.admit))
            await decide(client, room)
            await asyncio.sleep(self.choices.random() * 0.02)

    async def change_subject(self, client, room):
        self.subjects[room].sent += 1
        client.send("<message to='%s' type='groupchat'><subject>number %d</subject></message>"
                    % (address(room), self.subjects[room].sent))

    async def rename(self, client, room):
        self.names[room].sent += 1
        await client.iq(configuration(roomname="number %d" % self.names[room].sent), "set", address(room))
        self.names[room].known = self.names[room].sent

    async def admit(self, client, room):
        members = self.members[room]
        members.sent += 1
        await client.iq(admin("affiliation='member' jid='member%d@localhost'" % members.sent), "set", address(room))
        members.known = members.sent


async def make_rooms(server):
    client = await log_in(server, OWNER)
    for room in ROOMS + ["gossip"]:
        client.send("<presence to='%s/%s'><x xmlns='%s'/></presence>" % (address(room), OWNER, MUC))
        await client.iq(configuration(persistentroom=str(int(room in ROOMS)), maxhistoryfetch=str(SHOWN)), "set", address(room))
    await client.close()


# ---- what is left ----

async def read_archive(client, room):
    """[(archive id, text)]"""
    lines, after = [], ""
    while True:
        answer = await client.iq("<query xmlns='%s'><set xmlns='%s'><max>250</max>%s</set></query>"
                                 % (MAM[1:-1], RSM[1:-1], after), "set", address(room))
        while not client.inbox.empty():
            result = client.inbox.get_nowait().find(MAM + "result")
            if result is not None:
                lines.append((result.get("id"), words_of(result.find(".//" + CLIENT + "message"))[1]))
        if answer.find(MAM + "fin").get("complete") == "true":
            return lines
        after = "<after>%s</after>" % lines[-1][0]


async def enter(client, room, followed):
    """What who enters is shown: (the lines of the past, the subject)."""
    shown = []
    client.send("<presence to='%s/witness'><x xmlns='%s'>%s</x></presence>" % (address(room), MUC, followed.join()))
    while True:
        message = await client.next()
        followed.take(message)
        if message.find(USER + "x") is not None:
            continue
        if message.find(CLIENT + "body") is None:
            return shown, message.findtext(CLIENT + "subject")
        shown.append(body_of(message))


def number_in(text):
    return int(text.split()[-1]) if text else 0


async def check_decisions(client, room, owner, speakers):
    query = (await client.iq("<query xmlns='%s#owner'/>" % MUC, to=address(room))).find(OWN + "query")
    name = query.findtext(".//%sfield[@var='muc#roomconfig_roomname']/%svalue" % (FORM, FORM))
    owner.names[room].check("the name of " + room, number_in(name))
    items = list((await client.iq(admin("affiliation='member'"), to=address(room))).iter(ADMIN + "item"))
    owners = list((await client.iq(admin("affiliation='owner'"), to=address(room))).iter(ADMIN + "item"))
    owner.followed[room].check(room, {item.get("jid"): item.get("affiliation") for item in items + owners})
    admitted = {item.get("jid") for item in items if item.get("jid").startswith("member")}
    require(admitted == {"member%d@localhost" % number for number in range(1, len(admitted) + 1)}, "the members of " + room, admitted)
    owner.members[room].check("the members of " + room, len(admitted))
    nicks = {item.get("jid"): item.get("nick") for item in items}
    for speaker in speakers:
        speaker.nicks[room].check("a nickname in " + room, number_in(nicks.get("%s@localhost" % speaker.name)))


def check_lines(room, archive, people):
    require(len({text for _, text in archive}) == len(archive), "%s: something is there twice" % room)
    places = {line: place for place, line in enumerate(archive)}
    for person in people:
        heard = person.lines[room]
        if heard:
            require(heard[0] in places, "%s: %s heard what is not in the archive" % (room, person.name), heard[0])
            begin = places[heard[0]]
            require(archive[begin:begin + len(heard)] == heard, "%s: the archive is not what %s heard" % (room, person.name),
                    heard[-3:], archive[begin:][-3:])


async def check_rooms(server, owner, speakers, watchers):
    """How many lines there are in all."""
    client, count = await log_in(server, OWNER), 0
    for room in ROOMS:
        shown, subject = await enter(client, room, owner.followed[room])
        owner.subjects[room].check("the subject of " + room, number_in(subject))
        archive = await read_archive(client, room)
        check_lines(room, archive, [owner, *speakers, *watchers])
        said = [text for _, text in archive if not text.startswith("subject: ")]
        require(shown == said[-SHOWN:], "%s: who enters is shown something else" % room, shown[-3:], said[-3:])
        await check_decisions(client, room, owner, speakers)
        count += len(archive)
    try:
        await client.iq("<query xmlns='http://jabber.org/protocol/disco#info'/>", to=address("gossip"))
        require(False, "a room that was not to stay is there")
    except Refused as error:
        require(error.args[0] == "item-not-found", "another error", error.args)
    await client.close()
    return count


@story("%d SIGKILLs while three rooms talk: the archive has what anybody heard, rooms are as they were decided to be" % KILLS)
async def killed_while_talking():
    comment("NEXA_E2E_SEED=%d" % SEED)
    choices = random.Random(SEED)
    subjects = {room: Numbered() for room in ROOMS}
    with Server(limits="off") as server:
        server.add_accounts(OWNER, *SPEAKERS, *WATCHERS)
        context = tls_context(server.ca)
        owner = Owner(server, subjects, random.Random("%d owner" % SEED))
        speakers = [Speaker(server, name, subjects, random.Random("%d %s" % (SEED, name))) for name in SPEAKERS]
        watchers = [Occupant(server, name, subjects) for name in WATCHERS]
        await make_rooms(server)
        heard = kept = 0
        for _ in range(KILLS):
            await one_round(server, [owner, *speakers, *watchers], context, choices, server.kill9)
            heard += sum(len(lines) for watcher in watchers[:1] for lines in watcher.lines.values())
            server.start()
            kept = await check_rooms(server, owner, speakers, watchers)
        comment("%d lines heard, %d kept; %s" % (heard, kept, {room: (subjects[room].known, owner.names[room].known,
                                                                        owner.members[room].known) for room in ROOMS}))
        comment("%d changes of affiliations followed" % sum(followed.changes for followed in owner.followed.values()))
        require(heard > KILLS * 20, "hardly anything was heard; the test shows nothing", heard)


if __name__ == "__main__":
    main()
