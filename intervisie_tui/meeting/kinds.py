"""What a kind of contribution is called, by people."""

from intervisie_tui.locale import _
from intervisie_tui.method.model import Kind


def one(kind: Kind) -> str:
    """A single one, with a small letter: "vraag"."""
    return {
        "question": _("vraag"),
        "answer": _("antwoord"),
        "advice": _("advies"),
        "association": _("associatie"),
        "image": _("beeld"),
        "feedback": _("feedback"),
        "experience": _("ervaring"),
        "insight": _("inzicht"),
        "summary": _("samenvatting"),
        "note": _("notitie"),
        "case": _("casus"),
        "intention": _("voornemen"),
    }[kind]


def several(kind: Kind) -> str:
    """More of them, as a heading: "Vragen"."""
    return {
        "question": _("Vragen"),
        "answer": _("Antwoorden"),
        "advice": _("Adviezen"),
        "association": _("Associaties"),
        "image": _("Beelden"),
        "feedback": _("Feedback"),
        "experience": _("Ervaringen"),
        "insight": _("Inzichten"),
        "summary": _("Samenvatting"),
        "note": _("Notities"),
        "case": _("Wat er ligt"),
        "intention": _("Voornemens"),
    }[kind]
