"""Which widgets are asked for what they look like: those in the rows that are to be drawn, and for those rows only."""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class RowCompositor(Compositor):
    """Textual's asks every widget of the screen for all of its rows, for a letter in one of them too."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        wanted = self.size.region if crop is None else crop
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            top, bottom = max(seen.y, wanted.y), min(seen.bottom, wanted.bottom)
            if top < bottom and seen.width:
                rows = Region(seen.x, top, seen.width, bottom - top)
                yield rows, clip, widget.render_lines(rows.translate((-region.x, -region.y)))
