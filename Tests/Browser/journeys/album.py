"""Pictures of pages as they were right after each step, to hold against what looking back shows."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from acting import Person, history


@dataclass
class Picture:
    step: str
    position: int
    path: str
    main: str


@dataclass
class Album:
    """Pictures that `reader` takes: somebody who only reads, so no page offers a form."""

    reader: Person
    pictures: list[Picture] = field(default_factory=list)

    def keep(self, step: str, subject: str, *others: str) -> int:
        """Takes a picture of `subject`, of its history and of `others`.

        Returns the position of what happened last to `subject`.
        """
        position = history(self.reader, subject)[0]
        paths = [subject, f"{subject}/history", *others]
        for path, document in zip(paths, self.reader.reads(*paths), strict=True):
            self.pictures.append(Picture(step, position, path, main(document)))
        return position

    def differences(self) -> list[str]:
        """Where looking back shows something else than what was there."""
        found = []
        addresses = [as_of(picture.path, picture.position) for picture in self.pictures]
        for picture, document in zip(self.pictures, self.reader.reads(*addresses), strict=True):
            now = main(document)
            if now != picture.main:
                found.append(
                    f"{picture.step}: {picture.path} as of {picture.position}: "
                    f"{first_difference(picture.main, now)}"
                )
        return found


def as_of(path: str, moment: int | str) -> str:
    return f"{path}{'&' if urlsplit(path).query else '?'}as-of={moment}"


def main(document: str) -> str:
    """What a page says, apart from the moment that its links carry on."""
    (content,) = re.findall(r"<main.*?</main>", document, re.DOTALL)
    content = re.sub(r"as-of=[0-9-]+&amp;", "", content)
    return re.sub(r"(\?|&amp;)as-of=[0-9-]+", "", content)


def first_difference(was: str, now: str) -> str:
    for old, new in zip(was.splitlines(), now.splitlines(), strict=False):
        if old != new:
            return f"{old!r} became {new!r}"
    return "one is longer than the other"
