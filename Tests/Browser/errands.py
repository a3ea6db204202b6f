"""How a part of a life is lived: by the forms that the pages of one place offer."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from places import MANAGER, kind

if TYPE_CHECKING:
    from lives import Filled, Life


class Errands:
    """What people do at one place, through the forms to which its pages lead."""

    def __init__(self, life: "Life", here: str) -> None:
        self.life = life
        self.here = here

    def do(
        self,
        page: str,
        part: str,
        actor: str = MANAGER,
        pick: int = 0,
        root: str = "",
        **filled: "Filled",
    ) -> None:
        """Carries out the form `part` that `page` offers; of several, the one that `pick` says."""
        self.life.carry_out(actor, self.leads(page, part, actor, pick, root), filled)

    def leads(
        self, page: str, part: str, actor: str = MANAGER, pick: int = 0, root: str = ""
    ) -> str:
        """The address of `part` as a link of `page` has it."""
        shown = self.life.visitors[actor].get(page)
        wanted = f"{root or self.here}/{part}"
        found = [
            path
            for path in (urlsplit(link).path for link in shown.document.links)
            if kind(path) == kind(wanted) and path.startswith(root or self.here)
        ]
        assert found, f"{shown} leads the {actor} to no {part}"
        return found[pick]

    def at(self, part: str, actor: str = MANAGER, pick: int = 0, **filled: "Filled") -> None:
        """Carries out the form `part` of the place to which its own page leads."""
        self.do(self.here, part, actor, pick, self.here, **filled)
