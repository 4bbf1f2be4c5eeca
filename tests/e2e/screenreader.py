"""What a program with windows shows, by name, as a screen reader finds it (AT-SPI). Runs beside the program, on its bus, for windows.py: a
request is a line of JSON on standard input, its answer one on standard output.

    {"do": "find", "window": PATTERN, "role": PATTERN, "name": PATTERN, "beside": PATTERN, "state": STATE}
                                    what shows and is in that state: [{"role", "name", "where", "states"}]
    {"do": "press", "number": N, ...}, {"do": "write", "number": N, "text": TEXT, ...}
                                    with the N-th of what "find" would find: true, or false when there is none or it does not let itself

null: something went away, or the program did not answer, while we looked or acted; nobody knows."""
import json
import re
import sys

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

# Says of all its children at once what is in its name; a screen reader would not read them either.
MOST_CHILDREN = 200
# A program that is busy answers late. The library's own limit is less than a second.
ANSWER_LIMIT_MS = 60000


def children(thing):
    for index in range(min(thing.get_child_count(), MOST_CHILDREN)):
        child = thing.get_child_at_index(index)
        if child is not None:
            yield child


def where(thing):
    """(left, top, width, height), or None."""
    if "Component" not in thing.get_interfaces():
        return None
    place = thing.get_extents(Atspi.CoordType.SCREEN)
    return place.x, place.y, place.width, place.height


def shows(thing, is_gtk4):
    """GTK 4 says of windows alone that they show, of the rest whether they have a size."""
    states = thing.get_state_set()
    if states.contains(Atspi.StateType.SHOWING):
        return True
    if not is_gtk4 or not states.contains(Atspi.StateType.VISIBLE):
        return False
    place = where(thing)
    return place is not None and place[2] > 0 and place[3] > 0


def walk(thing, is_gtk4):
    """What shows of it, from top to bottom."""
    is_showing = shows(thing, is_gtk4)
    if is_showing:
        yield thing
    # The pages of a stack of GTK 4 have no size themselves.
    if is_showing or "Component" not in thing.get_interfaces():
        for child in children(thing):
            yield from walk(child, is_gtk4)


def shown(window_pattern):
    for program in children(Atspi.get_desktop(0)):
        is_gtk4 = (program.get_toolkit_version() or "").startswith("4.")
        for window in children(program):
            if re.search(window_pattern, window.get_name()):
                yield from walk(window, is_gtk4)


def name_of(thing):
    name = thing.get_name()
    if "Text" in thing.get_interfaces():
        text = Atspi.Text.get_text(thing, 0, -1)
        return text if text else name
    return name


def is_on_one_line(thing, other):
    one, two = where(thing), where(other)
    return one is not None and two is not None and one[1] < two[1] + two[3] / 2 < one[1] + one[3]


def states_of(thing):
    """As their names are in the library: "sensitive", "checked", "focused" ..."""
    return [state.value_nick for state in thing.get_state_set().get_states()]


def find(request):
    everything = list(shown(request["window"]))
    found = [thing for thing in everything if re.fullmatch(request["role"], thing.get_role_name()) and re.search(request["name"], name_of(thing))]
    if request.get("beside"):
        others = [thing for thing in everything if re.search(request["beside"], name_of(thing))]
        found = [thing for thing in found if any(is_on_one_line(thing, other) for other in others)]
    if request.get("state"):
        found = [thing for thing in found if request["state"] in states_of(thing)]
    return found


def number_of(request):
    found = find(request)
    return found[request["number"]] if -len(found) <= request["number"] < len(found) else None


def press(thing):
    return Atspi.Action.do_action(thing, 0)


def write(thing, text):
    thing.grab_focus()
    return Atspi.EditableText.set_text_contents(thing, text)


def answer_to(request):
    if request["do"] == "find":
        return [{"role": thing.get_role_name(), "name": name_of(thing), "where": where(thing), "states": states_of(thing)}
                for thing in find(request)]
    thing = number_of(request)
    if thing is None:
        return False
    return press(thing) if request["do"] == "press" else write(thing, request["text"])


def main():
    Atspi.set_timeout(ANSWER_LIMIT_MS, ANSWER_LIMIT_MS)
    for line in sys.stdin:
        try:
            answer = answer_to(json.loads(line))
        except GLib.Error:
            answer = None
        print(json.dumps(answer), flush=True)


main()
