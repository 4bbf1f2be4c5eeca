"""Programs in JavaScript (tests/e2e/js) that the stories drive: a headless Chromium, and people at client libraries. script/test installs what they
need; `npm ci` in tests/e2e/js does it by hand."""
import json
import os
import queue
import re
import shutil
import subprocess
import threading

from harness import BUILD, LIMIT_SECS, Failure, comment, die_with_parent, require

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "js")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHOTS = os.path.join(BUILD, "tests/e2e/screenshots")


class Program:
    """A node process that speaks lines of JSON."""

    def __init__(self, script, *arguments, **environment):
        require(shutil.which("node"), "node is not installed; script/test installs it")
        require(os.path.isdir(os.path.join(HERE, "node_modules")), "the packages of tests/e2e/js are not installed: run npm ci there")
        self.process = subprocess.Popen(["node", os.path.join(HERE, script)] + list(arguments), stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, encoding="utf-8", env=dict(os.environ, **environment),
                                        preexec_fn=die_with_parent)
        self.lines = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def hear(self):
        try:
            line = self.lines.get(timeout=LIMIT_SECS)
        except queue.Empty:
            raise Failure("%s says nothing" % " ".join(self.process.args[1:3])) from None
        require(line is not None, "%s has ended by itself" % " ".join(self.process.args[1:3]))
        return json.loads(line)

    def say(self, **words):
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()

    def end(self):
        self.process.stdin.close()
        try:
            return self.process.wait(LIMIT_SECS)
        finally:
            self.process.kill()


class Browser(Program):
    """One Chromium; pages have names. Every method of js/browser.mjs is one here: browser.do("click", page="a", at="button")."""

    def __init__(self):
        require(CHROMIUM, "chromium is not installed; script/test installs it")
        super().__init__("browser.mjs", CHROMIUM=CHROMIUM)
        self.count, self.allowed = 0, []

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        try:
            complaints = [text for text in self.do("complaints") if not any(re.search(pattern, text) for pattern in self.allowed)]
            for text in complaints:
                comment("browser: " + text)
            require(kind is not None or not complaints, "the pages complain", len(complaints))
        finally:
            self.end()

    def allow(self, pattern):
        """A complaint that may come. Every other one of any page, also what its policy forbids, fails the story at the end."""
        self.allowed.append(pattern)

    def do(self, action, **details):
        self.count += 1
        self.say(id=self.count, do=action, **details)
        answer = self.hear()
        if "error" in answer:
            if "page" in details:
                self.shot(details["page"], "failure")
            raise Failure("the browser cannot %s %s: %s" % (action, details, answer["error"].partition("\n")[0]))
        return answer["result"]

    @staticmethod
    def shot_file(name):
        os.makedirs(SHOTS, exist_ok=True)
        return os.path.join(SHOTS, name + ".png")

    def shot(self, page, name):
        """A picture in the test's output, for people to look at."""
        self.say(id=0, do="shot", page=page, file=self.shot_file(name), full=False)
        self.hear()


class Person(Program):
    """Somebody at a client library: strophe, xmpp or stanza."""

    def __init__(self, server, library, url, name, password):
        self.jid = server.jid(name)
        super().__init__("client.mjs", library, url, self.jid, password, NODE_EXTRA_CA_CERTS=server.ca)

    def meet(self, event):
        told = self.hear()
        require(told["event"] == event, "%s: something else than %s" % (self.jid, event), told)
        return told
