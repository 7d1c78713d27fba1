"""No text that a person reads is left out of translation: the code is read for literals that look like language.

What counts as one: words with a blank between them, anywhere; and a single word where a widget, a label or a title
is given one. Not counted: documentation, regular expressions, styles, CSS, selectors, and the text of an error that
only a programmer can cause.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent.parent / "intervisie_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))

MARKERS = {"_", "N_", "ngettext"}
LOOKED_UP = {"_", "ngettext"}
SHOWING = {"Static", "Label", "Content", "Button", "Option", "Text", "notify", "print", "update", "from_text"}
"""Calls whose words, even a single one, are read by a person."""
SHOWN = {"label", "title", "placeholder", "tooltip", "hint", "help", "description", "border_title", "border_subtitle"}
"""Arguments and attributes of which the same is true."""
SILENT_CALLS = {"compile", "match", "fullmatch", "sub", "split", "search", "findall", "query", "query_one"} | {
    f"{verb}_class" for verb in ("add", "remove", "set", "has", "toggle")
}
SILENT_ARGUMENTS = {"classes", "id", "name", "style", "pattern", "action"}
SILENT_NAMES = re.compile(r"^_?[A-Z_]*(CSS|STYLE|BINDINGS|PATTERN)[A-Z_]*$")
PROGRAMMERS_ERRORS = {"AssertionError", "KeyError", "LookupError", "RuntimeError", "TypeError", "ValueError"}

WORDS = re.compile(r"[^\W\d_]{2,}[,;:.?]? +[^\W\d_]{2,}")
WORD = re.compile(r"[^\W\d_]{2,}")
STYLE = re.compile(r"^(?:(?:not|bold|dim|italic|reverse|underline|strike|on|none|\$[\w-]+|\d+%|ansi_\w+)(?: |$))+$")

ALLOWED: dict[str, str] = {}
"""Literals that look like language and need no translation, each with the reason."""


def name_of(node: ast.expr) -> str:
    """The last name of what is called or assigned to."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def is_silent(node: ast.AST) -> bool:
    """Whether nothing in this node is read by a person, or all of it is marked."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert():
            return True
        case ast.Call(func=function):
            return name_of(function) in MARKERS | SILENT_CALLS
        case ast.keyword(arg=name):
            return name in SILENT_ARGUMENTS
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
            return bool(SILENT_NAMES.match(name_of(target)))
        case ast.Raise(exc=ast.Call(func=function)):
            return name_of(function) in PROGRAMMERS_ERRORS
        case ast.Subscript(value=value):
            return name_of(value) == "Literal"
    return False


def children(node: ast.AST) -> Iterator[tuple[ast.AST, bool]]:
    """The nodes below, each with whether a single word in it is read by a person."""
    match node:
        case ast.Call(func=function, args=args, keywords=keywords):
            shown = name_of(function) in SHOWING
            yield function, False
            yield from ((argument, shown) for argument in args)
            yield from ((keyword, keyword.arg in SHOWN) for keyword in keywords)
        case ast.Assign(targets=[target], value=value):
            yield value, name_of(target) in SHOWN
        case ast.Dict(values=values):  # the keys are looked up, not read
            yield from ((value, False) for value in values)
        case ast.keyword(value=value):
            yield value, node.arg in SHOWN
        case ast.JoinedStr(values=values):
            yield from ((value, True) for value in values if isinstance(value, ast.FormattedValue))
        case _:
            yield from ((child, False) for child in ast.iter_child_nodes(node))


def unmarked(node: ast.AST, *, shown: bool = False) -> Iterator[tuple[int, str]]:
    """Line and text of each literal below the node that a person may read and nobody can translate."""
    if is_silent(node):
        return
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values)
        if looks_like_language(text, shown=shown):
            yield node.lineno, text.replace("\0", "{}")
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and looks_like_language(node.value, shown=shown):
            yield node.lineno, node.value
        return
    for child, child_shown in children(node):
        yield from unmarked(child, shown=child_shown or (shown and isinstance(node, ast.IfExp | ast.BinOp)))


def looks_like_language(text: str, *, shown: bool) -> bool:
    """Whether the text has words; one is enough where it is `shown`."""
    if text in ALLOWED or STYLE.match(text):
        return False
    return bool((WORD if shown else WORDS).search(text))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_text_that_is_read_is_marked(module: Path) -> None:
    found = [f"{module.name}:{line}: {text!r}" for line, text in unmarked(ast.parse(module.read_text("utf-8")))]
    assert not found, "mark these with _() or ngettext(), or give a reason in ALLOWED"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_text_is_put_together_before_it_is_looked_up(module: Path) -> None:
    """Such a text is in no catalogue. A variable may be looked up: its text was marked with N_() where it stands."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and name_of(node.func) in MARKERS:
            made = [ast.unparse(text) for text in node.args if isinstance(text, ast.JoinedStr | ast.BinOp)]
            assert not made, f"line {node.lineno}: {made}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_text_is_looked_up_inside_an_f_string(module: Path) -> None:
    """Babel does not look in there before Python 3.12, so such a text would be in no catalogue."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            inside = [ast.unparse(call) for call in ast.walk(node) if isinstance(call, ast.Call)]
            assert not [call for call in inside if call.partition("(")[0] in MARKERS], f"line {node.lineno}: {inside}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_text_is_looked_up_at_import(module: Path) -> None:
    """The language is chosen after the import: a text looked up before would stay Dutch."""
    assert [f"line {call.lineno}" for call in calls_at_import(ast.parse(module.read_text("utf-8")))] == []


def calls_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """The calls that look up a text, outside the body of any function; default values are worked out at import too."""
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        for early in [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]:
            yield from calls_at_import(early)
        return
    if isinstance(node, ast.Call) and name_of(node.func) in LOOKED_UP:
        yield node
    for child in ast.iter_child_nodes(node):
        yield from calls_at_import(child)


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ('x = "Twee woorden"', ["Twee woorden"]),
        ('x = f"Nog {n} minuten over"', ["Nog {} minuten over"]),
        ('Static("Pauze")', ["Pauze"]),
        ('Static(f"Pauze {n}")', ["Pauze {}"]),
        ('Act(id="pause", label="Pauze")', ["Pauze"]),
        ('self.border_title = "Namen"', ["Namen"]),
        ('Static("Pauze" if paused else "Loopt")', ["Pauze", "Loopt"]),
        ('raise Refused("Dat kan nu niet")', ["Dat kan nu niet"]),
        ('x = _("Twee woorden")', []),
        ('"""Twee woorden."""', []),
        ('raise ValueError("no such step")', []),
        ('Static("", classes="wide dim", id="say")', []),
        ('DEFAULT_CSS = "Screen { layout: vertical; align: center middle }"', []),
        ('x = "bold reverse"', []),
        ('x = re.compile("a b|cd ef")', []),
        ('assert x, "valid TOML has a key"', []),
        ('x = {"usage of old": 1}', []),
    ],
)
def test_the_reader_of_the_code_tells_texts_from_the_rest(code: str, texts: list[str]) -> None:
    assert [text for _line, text in unmarked(ast.parse(code))] == texts


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('TITLE = _("Namen")', 1),
        ('class A:\n    label = _("Namen")', 1),
        ('def f(x=_("Namen")): ...', 1),
        ('def f():\n    return _("Namen")', 0),
        ('label = lambda: _("Namen")', 0),
        ('TITLE = N_("Namen")', 0),
    ],
)
def test_the_reader_of_the_code_finds_what_is_looked_up_at_import(code: str, count: int) -> None:
    assert len(list(calls_at_import(ast.parse(code)))) == count
