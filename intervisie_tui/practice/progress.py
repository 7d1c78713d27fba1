"""What practising adds up to: per pitfall how often it came, and how often it was put right in time. No more."""

from collections.abc import Iterable
from statistics import median

from msgspec import Struct

from intervisie_tui.locale import _, ngettext
from intervisie_tui.practice.debrief import pitfall_of
from intervisie_tui.practice.record import Met, Outcome, Record


class Progress(Struct, frozen=True):
    """One pitfall over all runs. `outcomes` in the order in which they came; `seconds`: the median of those seen."""

    pitfall: str
    outcomes: tuple[Outcome, ...]
    seconds: int | None

    @property
    def seen(self) -> int:
        """How often it was put right in time."""
        return self.outcomes.count("seen")


def progress(records: Iterable[Record]) -> tuple[Progress, ...]:
    """Of runs from the oldest on, those that played by themselves left out. What came most often stands first."""
    met: dict[str, list[Met]] = {}
    for record in records:
        if record.autopilot:
            continue
        for one in record.met:
            if one.outcome != "open":
                met.setdefault(pitfall_of(record, record.scenario.moment(one.moment)), []).append(one)
    found = [_of(pitfall, all_) for pitfall, all_ in met.items()]
    return tuple(sorted(found, key=lambda one: -len(one.outcomes)))


def in_words(one: Progress) -> str:
    """The quiet line: "Psychologiseren: 2 van de 3 keer gezien, meestal na 6 seconden"."""
    n = len(one.outcomes)
    if one.seconds is None:  # not "0 of 1": it came by, that is all there is to say of it yet
        text = ngettext("{pitfall}: {n} keer langsgekomen", "{pitfall}: {n} keer langsgekomen", n)
        return text.format(pitfall=one.pitfall, n=n)
    text = ngettext("{pitfall}: {seen} van de {n} keer gezien", "{pitfall}: {seen} van de {n} keer gezien", n)
    text = text.format(pitfall=one.pitfall, seen=one.seen, n=n)
    return _("{text}, meestal na {seconds} s").format(text=text, seconds=one.seconds)


def _of(pitfall: str, all_: list[Met]) -> Progress:
    seen = [met.after for met in all_ if met.outcome == "seen"]
    seconds = round(median(seen) / 1000) if seen else None
    return Progress(pitfall, tuple(met.outcome for met in all_), seconds)
