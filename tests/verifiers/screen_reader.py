"""A blind evaluator's side of the window, through AT-SPI alone. Run by the system's Python, which has gi.

    screen_reader.py tree APP                   everything shown, as [role, name, states]
    screen_reader.py press APP ROLE PREFIX      does the first action of what has that role and name
    screen_reader.py wait APP PREFIX SECONDS    the first name that begins so, when it is there

One JSON document on stdout.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 20.0


def application(name):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(i)
            if found is not None and name in (found.get_name() or ""):
                return found
        time.sleep(0.1)
    sys.exit(f"no application {name} on the accessibility bus")


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def walk(node):
    yield node
    for i in range(min(node.get_child_count(), 400)):
        child = node.get_child_at_index(i)
        if child is not None and (showing(child) or child.get_role_name() in ("application", "frame")):
            yield from walk(child)


def states(node):
    known = {
        "checked": Atspi.StateType.CHECKED,
        "focusable": Atspi.StateType.FOCUSABLE,
        "focused": Atspi.StateType.FOCUSED,
    }
    found = node.get_state_set()
    return [name for name, state in known.items() if found.contains(state)]


def press(app, role, prefix):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for node in walk(app):
            if node.get_role_name() == role and (node.get_name() or "").startswith(prefix):
                return bool(Atspi.Action.do_action(node, 0))
        time.sleep(0.1)
    sys.exit(f"no {role} {prefix}")


def wait(app, prefix, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for node in walk(app):
            if (node.get_name() or "").startswith(prefix):
                return node.get_name()
        time.sleep(0.1)
    return ""


def main(command, name, *rest):
    Atspi.init()
    app = application(name)
    if command == "tree":
        return [[n.get_role_name(), n.get_name() or "", states(n)] for n in walk(app)]
    if command == "press":
        return press(app, *rest)
    return wait(app, rest[0], float(rest[1]))


print(json.dumps(main(*sys.argv[1:]), ensure_ascii=False))
