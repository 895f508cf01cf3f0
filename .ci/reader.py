"""Reads windows of the program over AT-SPI and says what somebody who does not see them is not told.

    python3 .ci/reader.py PROGRAM FOLDER RECORD...        called by .ci/reader, which sets screen and message bus up

Nothing is done with pointer or keys: the steps are gone through by the actions that the tree offers. Exit code 1 if a control has no
name, no state or no action, if the order of the tree is not that of the steps, or if a field that the window helps with is silent.
"""

import os
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role, State = Atspi.Role, Atspi.StateType
FIELDS = {Role.ENTRY, Role.PASSWORD_TEXT}
CHOICES = {Role.CHECK_BOX, Role.RADIO_BUTTON, Role.TOGGLE_BUTTON}
OPERATED = CHOICES | {Role.PUSH_BUTTON, Role.LINK, Role.PAGE_TAB, Role.LIST_ITEM, Role.COMBO_BOX, Role.MENU_ITEM}
NAMED = OPERATED | FIELDS | {Role.HEADING, Role.DIALOG, Role.FRAME, Role.TABLE, Role.LANDMARK, Role.STATUS_BAR, Role.TREE_ITEM}
PATIENCE = 30.0


def switch_on() -> None:
    """Says on this session's bus that a screen reader is there: only then does the program build its tree."""
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
             "--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", name, "<true>"],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip


class Node:
    """What is told of one node."""

    def __init__(self, of, depth: int, path: str):
        self.of, self.depth, self.path = of, depth, path
        self.role, self.role_name = of.get_role(), of.get_role_name()
        self.name, self.description = of.get_name() or "", of.get_description() or ""
        states = of.get_state_set()
        self.states = {state for state in State.__enum_values__.values() if states.contains(state)}
        offered = of.get_interfaces()
        self.actions = [Atspi.Action.get_localized_name(of, i) or Atspi.Action.get_name(of, i) for i in range(of.get_n_actions())] if "Action" in offered else []
        self.text = Atspi.Text.get_text(of, 0, -1) if "Text" in offered else ""
        self.can_write = "EditableText" in offered
        self.attributes = of.get_attributes() or {}

    def line(self) -> str:
        states = ",".join(sorted(state.value_nick for state in self.states))
        parts = [self.role_name, repr(self.name), repr(self.description), states, "/".join(self.actions), repr(self.text)]
        return "  " * self.depth + " | ".join(parts)


def read(root) -> list[Node]:
    """The tree in the order in which it is read. What goes while it is read is left out."""
    nodes, waiting = [], [(root, 0, "")]
    while waiting:
        of, depth, path = waiting.pop()
        try:
            node = Node(of, depth, path)
            children = [of.get_child_at_index(i) for i in range(of.get_child_count())]
        except GLib.Error:
            continue
        nodes.append(node)
        waiting.extend((child, depth + 1, f"{path}/{node.name}") for child in reversed(children) if child)
    return nodes


def unsaid(node: Node) -> list[str]:
    """What somebody is not told who hears this node."""
    is_read = State.READ_ONLY in node.states
    can_be_operated = State.ENABLED in node.states and not is_read
    missing = []
    if node.role in NAMED and not node.name.strip():
        missing.append("its name")
    if node.role in CHOICES and State.CHECKABLE not in node.states and node.role != Role.TOGGLE_BUTTON:
        missing.append("whether it is chosen")
    if node.role in {Role.PAGE_TAB, Role.LIST_ITEM} and State.SELECTABLE not in node.states:
        missing.append("whether it is selected")
    if node.role in OPERATED and can_be_operated and not node.actions:
        missing.append("how it is operated")
    if node.role in FIELDS and can_be_operated and not (node.can_write and State.EDITABLE in node.states):
        missing.append("that it can be written in")
    return missing


class Window:
    """A program that runs, with a record open."""

    def __init__(self, program: str, record: str):
        # What one leaves unsaved is not offered to the next.
        own = os.environ | {"LIU_WIZARD_DATA": record + ".own"}
        self.process = subprocess.Popen([program, "--lang", "ja", record], stdout=subprocess.DEVNULL, env=own)
        # Without a window manager nobody gives it the focus.
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--limit", "1", "--pid", str(self.process.pid)]
        found = subprocess.run(search, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout.split()[0]
        subprocess.run(["xdotool", "windowfocus", "--sync", found], check=True, timeout=PATIENCE)
        self.root = self.wait_for(self.frame, "the window in the tree")

    def frame(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            try:
                if application and application.get_process_id() == self.process.pid and application.get_child_count():
                    return application.get_child_at_index(0)
            except GLib.Error:
                pass
        return None

    def wait_for(self, find, what: str):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.process.poll() is not None:
                sys.exit(f"the program ended with {self.process.returncode}")
            try:
                if found := find():
                    return found
            except GLib.Error:
                pass
            time.sleep(0.1)
        shown = "\n".join(node.line() for node in read(self.root)) if hasattr(self, "root") else ""
        sys.exit(f"{shown}\n{what} did not come")

    def tabs(self) -> list[Node]:
        return [node for node in read(self.root) if node.role == Role.PAGE_TAB]

    def go_to(self, step: str) -> list[Node]:
        """Goes to a step by the action of its tab. Returns the tree when it has come to rest."""
        (tab,) = [tab for tab in self.tabs() if tab.name.split(" ")[0] == step]
        Atspi.Action.do_action(tab.of, 0)

        def is_there():
            return any(tab.name.split(" ")[0] == step and State.SELECTED in tab.states for tab in self.tabs())

        self.wait_for(is_there, f"the step {step}")
        before = None

        def rests():
            nonlocal before
            nodes = read(self.root)
            lines, last = [node.line() for node in nodes], before
            before = lines
            return nodes if lines == last else None

        return self.wait_for(rests, f"the rest of {step}")

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)


def judge(what: str, nodes: list[Node], problems: list[str]) -> None:
    for node in nodes:
        if missing := unsaid(node):
            problems.append(f"{what}: {node.role_name} “{node.name}” in {node.path} does not say {', '.join(missing)}")
    focused = [node for node in nodes if State.FOCUSED in node.states]
    if len(focused) != 1:
        problems.append(f"{what}: {len(focused)} nodes have the focus")
    headings = [node.name for node in nodes if node.role == Role.HEADING]
    if not headings:
        problems.append(f"{what}: no heading")


def write(window: Window, problems: list[str]) -> None:
    """Writes into a field by what it offers."""
    nodes = window.go_to("利用機関と体制")
    (field,) = [node for node in nodes if node.role == Role.ENTRY and node.name == "機関名"]
    if State.REQUIRED not in field.states or "府省庁" not in field.description:
        problems.append(f"the field 機関名 does not say that it is required, or what helps with it: {field.line()}")
    Atspi.EditableText.set_text_contents(field.of, "架空省")

    def is_written():
        return any(node.name == "機関名" and node.text == "架空省" for node in read(window.root))

    window.wait_for(is_written, "what was written into 機関名")
    print("a field was written into by what it offers")


def main() -> int:
    program, folder, records = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    switch_on()
    Atspi.init()
    problems: list[str] = []
    count = 0
    for record in records:
        window = Window(program, record)
        case = pathlib.Path(record).name.removesuffix(".liu.ron")
        steps = [tab.name.split(" ")[0] for tab in window.wait_for(window.tabs, "the steps")]
        for number, step in enumerate(steps):
            nodes = window.go_to(step)
            count += len(nodes)
            (folder / f"tree-{case}-{number + 1:02}.txt").write_text("\n".join(node.line() for node in nodes) + "\n", encoding="utf-8")
            judge(f"{step} of {case}", nodes, problems)
        if case == "blank":
            write(window, problems)
        window.close()
        print(f"{case}: {len(steps)} steps read")
    # A check that cannot fail is none: the same controls without a name must be objected to.
    nameless: list[str] = []
    for node in nodes:
        node.name = ""
    judge("without names", nodes, nameless)
    if len(nameless) < 10:
        problems.append(f"controls without a name were let pass: {len(nameless)}")
    print("\n".join(problems))
    print(f"{count} nodes: {len(problems)} problems")
    return 1 if problems or not count else 0


if __name__ == "__main__":
    sys.exit(main())
