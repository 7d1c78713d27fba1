"""What may stand behind `intervisie` on the command line, with the help, in the language that was chosen."""

import argparse
import os
from contextlib import suppress
from functools import cache

from intervisie_tui import __version__
from intervisie_tui.locale import LANGUAGES, _


def parser() -> argparse.ArgumentParser:
    """The parser. What it gives has `command`: None for the screen, or one of those below."""
    _translate_argparse()
    top = argparse.ArgumentParser(
        prog="intervisie",
        description=_("Leidt een groep door een intervisiebijeenkomst. Zonder opdracht opent het beginscherm."),
        epilog=_("Meer over een opdracht: intervisie OPDRACHT --help"),
        allow_abbrev=False,
        formatter_class=_Help,
    )
    top.add_argument("--version", action="version", version=f"intervisie {__version__}", help=_("toon de versie"))
    top.add_argument("--lang", choices=LANGUAGES, help=_("taal van het scherm: Nederlands of Engels"))
    top.add_argument(
        "--plain-output", action="store_true", help=_("teken het scherm telkens opnieuw, als er resten blijven staan")
    )
    commands = top.add_subparsers(
        dest="command", title=_("opdrachten"), metavar=_("OPDRACHT"), parser_class=_Command, required=False
    )
    _add_start(commands.add_parser("start", help=_("begin een bijeenkomst met een groep uit een bestand")))
    _add_practice(commands.add_parser("practice", help=_("oefen het leiden, met een groep waarin het weleens misgaat")))
    _add_methods(commands.add_parser("methods", help=_("toon of controleer methodes")))
    _add_group(commands.add_parser("group", help=_("toon de groepen, of schrijf er een als leesbare tekst")))
    _add_prepare(commands.add_parser("prepare", help=_("bereid alleen een casus voor")))
    _add_export(commands.add_parser("export", help=_("schrijf een verslag als leesbare tekst, zonder scherm")))
    return top


class _Help(argparse.HelpFormatter):
    """As wide as the terminal. argparse makes one for each argument, and asks shutil, which takes long to import."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


@cache
def _columns() -> int:
    with suppress(ValueError):
        if (columns := int(os.environ.get("COLUMNS", "0"))) > 0:
            return columns
    with suppress(OSError):
        return os.get_terminal_size(1).columns or 80
    return 80


class _Command(argparse.ArgumentParser):
    """A command of its own; what holds for all of them may stand behind it as well."""

    def __init__(self, **known: object) -> None:
        known |= {"allow_abbrev": False, "formatter_class": _Help}
        super().__init__(**known)  # type: ignore[arg-type]  # argparse hands over what its own signature asks
        self.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        self.add_argument("--plain-output", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _add_start(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Begint een bijeenkomst zonder vragen vooraf. De namen komen uit een bestand, want wat op de opdrachtregel "
        "staat kan iedereen op deze computer lezen: een naam per regel, met * voor de naam van de inbrenger."
    )
    command.add_argument("--method", metavar="ID", required=True, help=_("methode, zie: intervisie methods list"))
    command.add_argument("--names-from", metavar=_("BESTAND"), required=True, help=_("bestand met de namen"))
    command.add_argument("--pairs", action="store_true", help=_("werk in tweetallen, in de volgorde van het bestand"))


def _add_practice(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Oefen het leiden van een bijeenkomst, met een verzonnen groep waarin het nu en dan misgaat. "
        "Zonder opties begin je meteen, met een oefening van tien minuten."
    )
    command.add_argument("--scenario", metavar="ID", default="", help=_("oefencasus (standaard: die voor beginners)"))
    command.add_argument(
        "--length",
        choices=("drill", "short", "whole"),
        help=_("een minuut, tien minuten met een snelle klok, of een hele bijeenkomst"),
    )
    command.add_argument(
        "--seed", metavar="N", type=_seed, default=1, help=_("hetzelfde getal geeft dezelfde oefening (standaard: 1)")
    )
    command.add_argument(
        "--autopilot", action="store_true", help=_("laat de bijeenkomst zichzelf spelen, tot het eind")
    )
    command.add_argument(
        "--headless", action="store_true", help=_("laat de bijeenkomst zichzelf spelen, zonder scherm")
    )
    command.add_argument("--speed", metavar="X", type=_factor, help=_("zoveel keer zo snel"))
    command.add_argument(
        "--check", metavar=_("BESTAND"), nargs="+", help=_("zoek fouten in bestanden met een eigen oefencasus")
    )


def _seed(text: str) -> int:
    """A seed that every reader of a record can hold. Raises ArgumentTypeError for any other."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise argparse.ArgumentTypeError(_("kies een geheel getal van ten hoogste negen cijfers"))
    return int(text)


def _factor(text: str) -> float:
    """A speed. Raises ArgumentTypeError for what no clock can follow."""
    try:
        factor = float(text.replace(",", "."))
    except ValueError:
        factor = 0.0
    if not 0.001 <= factor <= 1_000_000:
        raise argparse.ArgumentTypeError(_("dit is geen snelheid, kies een getal boven 0"))
    return factor


def _add_methods(command: argparse.ArgumentParser) -> None:
    what = command.add_subparsers(
        dest="what", title=_("opdrachten"), metavar=_("OPDRACHT"), parser_class=_Command, required=True
    )
    what.add_parser("list", help=_("alle methodes, met hun duur"))
    show = what.add_parser("show", help=_("een methode stap voor stap"))
    show.add_argument("id", metavar="ID", help=_("de id uit de lijst"))
    check = what.add_parser("check", help=_("zoek fouten in bestanden met een eigen methode"))
    check.add_argument("files", metavar=_("BESTAND"), nargs="+", help=_("TOML-bestand met een methode"))


def _add_export(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Schrijft wat de groep heeft vastgelegd als leesbare tekst. Wat in stilte is geschreven en nog niet is "
        "voorgelezen, staat er niet in."
    )
    command.add_argument("file", metavar=_("BESTAND"), help=_("het bewaarde verslag, een TOML-bestand"))
    _add_writing(command)


def _add_group(command: argparse.ArgumentParser) -> None:
    what = command.add_subparsers(
        dest="what", title=_("opdrachten"), metavar=_("OPDRACHT"), parser_class=_Command, required=True
    )
    what.add_parser("list", help=_("alle groepen, met hun kenmerk"))
    show = what.add_parser("show", help=_("leden, afspraken, wie er aan de beurt is en wat er was"))
    show.add_argument("name", metavar=_("NAAM"), help=_("naam van de groep, het begin daarvan of het kenmerk"))
    export = what.add_parser("export", help=_("schrijf de groep als leesbare tekst, met de afspraken om te tekenen"))
    export.add_argument("name", metavar=_("NAAM"), help=_("naam van de groep, het begin daarvan of het kenmerk"))
    _add_writing(export)


def _add_prepare(command: argparse.ArgumentParser) -> None:
    command.description = _(
        "Opent een formulier voor wie een casus gaat inbrengen. Wat je opschrijft, wordt alleen op dit account "
        "bewaard; in de bijeenkomst komt het pas als jij dat wilt."
    )
    command.add_argument(
        "--group", metavar=_("NAAM"), required=True, help=_("naam van de groep, het begin daarvan of het kenmerk")
    )
    command.add_argument("--method", metavar="ID", default="", help=_("methode, zie: intervisie methods list"))


def _add_writing(command: argparse.ArgumentParser) -> None:
    """In which form, and where to."""
    command.add_argument("--format", choices=("markdown",), required=True, help=_("vorm van de tekst"))
    command.add_argument(
        "--output",
        metavar=_("BESTAND"),
        default="-",
        help=_("waarheen; een bestaand bestand wordt niet overschreven (standaard: -, het scherm)"),
    )


def _translate_argparse() -> None:
    """Let argparse say its own words in our language.

    It asks gettext for them, but gettext finds a language by the locale only, while here `--lang` or the settings
    decide. So the name by which argparse calls it gets a table; words that are not in it stay English.
    """
    words = {
        "usage: ": _("gebruik: "),
        "options": _("opties"),
        "positional arguments": _("argumenten"),
        "show this help message and exit": _("toon deze hulp"),
        "%(prog)s: error: %(message)s\n": _("%(prog)s: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": _("bij %(argument_name)s: %(message)s"),
        "expected one argument": _("hier ontbreekt een waarde"),
        "invalid choice: %(value)r (choose from %(choices)s)": _("%(value)r kan hier niet, kies uit %(choices)s"),
        "the following arguments are required: %s": _("er ontbreekt nog: %s"),
        "unrecognized arguments: %s": _("dit is onbekend: %s"),
        "ignored explicit argument %r": _("hier hoort geen waarde bij: %r"),
    }
    vars(argparse)["_"] = lambda message: words.get(message, message)
