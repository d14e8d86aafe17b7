"""Pages of one size under one another: where each of them is, in pixels of the screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The places of all pages.

    Attributes:
        width: of a page.
        height: of a page.
        gap: around every page.
    """

    count: int
    width: int
    height: int
    gap: int = 16

    @property
    def length(self) -> int:
        """From above the first page to below the last."""
        return self.gap + self.count * self._step

    @property
    def across(self) -> int:
        """A page with the gaps beside it."""
        return self.width + 2 * self.gap

    def top(self, number: int) -> int:
        """The upper edge of a page, counted from 0."""
        return self.gap + number * self._step

    def number_at(self, down: int) -> int:
        """The page at this place, or below the gap at it."""
        return max(0, min(down // self._step, self.count - 1))

    def seen(self, top: int, bottom: int) -> range:
        """The pages between two places."""
        if not self.count:
            return range(0)
        return range(self.number_at(top), self.number_at(bottom - self.gap - 1) + 1)

    def part(self, down: int) -> float:
        """A place as pages from the top, so that it can be found again at another size."""
        return down / self._step

    def at(self, part: float) -> int:
        """The place of a part."""
        return round(part * self._step)

    @property
    def _step(self) -> int:
        return self.height + self.gap
