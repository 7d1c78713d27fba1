"""What Textual's compositor wants shown, as pieces of lines. The only place that knows how it keeps them."""

from collections.abc import Iterator

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

Update = LayoutUpdate | ChopsUpdate


def size(update: Update) -> tuple[int, int]:
    """Columns and lines of the whole screen."""
    if isinstance(update, LayoutUpdate):
        return update.region.right, update.region.bottom
    return update.chop_ends[0][-1], len(update.chop_ends)


def pieces(update: Update) -> Iterator[tuple[int, int, Strip]]:
    """Line, first column, and what stands there: the same as the updates' own `render_segments` would print."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield y, x, strip
                x += strip.cell_length
        return
    for y, x1, x2 in update.spans:
        for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if chop is not None and x <= x2 and end > x1:
                yield y, x, chop if x1 <= x < x2 and end <= x2 else chop.crop(0, min(end, x2) - x)
