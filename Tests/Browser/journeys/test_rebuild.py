"""The read models hold nothing the log does not say: made anew, they change no page."""

import re
import tempfile
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from acting import Cast, Person
from album import first_difference
from playwright.sync_api import Browser
from running import Koers, Running


def without_look_back(document: str) -> str:
    """The page without the moments to look back to, at some of which it was not there."""
    return re.sub(r'<details class="look-back">.*?</details>', "", document, flags=re.DOTALL)


def pages(person: Person) -> dict[str, str]:
    """Every page that links lead to, by its address.

    What is asked of a page, such as an order or a moment, is looked at but not followed from.
    """
    found: dict[str, str] = {}
    waiting, known = deque(["/"]), {"/"}
    while waiting:
        batch = [waiting.popleft() for _ in range(min(6, len(waiting)))]
        for address, document in zip(batch, person.reads(*batch), strict=True):
            found[address] = timeless(document)
            if "?" in address:
                continue
            for link in re.findall(r'<a [^>]*href="(/[^"#]*)', without_look_back(document)):
                link = link.replace("&amp;", "&")
                # Another language would be kept in a cookie, and so change every page. Where one is
                # signed in is no read model's, and another session each time.
                if link not in known and "lang=" not in link and link != "/account":
                    known.add(link)
                    waiting.append(link)
    return found


def timeless(document: str) -> str:
    """The page without the identity that each drawing of a form makes for its command."""
    return re.sub(r'name="command" value="[^"]*"', 'name="command"', document)


def differences(before: dict[str, str], after: dict[str, str]) -> list[str]:
    gone = [f"{address} is no longer reached" for address in before.keys() - after.keys()]
    new = [f"{address} is reached only now" for address in after.keys() - before.keys()]
    return (
        gone
        + new
        + [
            f"{address}: {first_difference(before[address], after[address])}"
            for address in before.keys() & after.keys()
            if before[address] != after[address]
        ]
    )


def test_a_rebuild_while_the_server_runs_changes_no_page(cast: Cast, koers: Koers) -> None:
    cast.noor.goes("/")
    before = pages(cast.noor)
    assert len(before) > 100, sorted(before)
    assert "rebuilt every read model" in koers.run("rebuild")
    after = pages(cast.noor)
    assert not differences(before, after), "\n".join(differences(before, after))
    assert "as promised" in koers.run("verify")


@pytest.fixture
def directory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="koers-rebuild-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_start_without_read_models_makes_the_same_pages(
    koers: Koers, browser: Browser, directory: Path
) -> None:
    running = Running(koers.program, directory)
    try:
        cast = Cast.of(running.koers, browser)
        cast.noor.goes("/explorations/new")
        cast.noor.saves(title="Fatbikes zonder begrenzer", origin="development")
        cast.lotte.goes("/")
        before = pages(cast.lotte)
        cast.leave()
        drop_read_models(running.koers)
    finally:
        assert running.stop() == 0
    running = Running(koers.program, directory)
    try:
        cast = Cast.of(running.koers, browser)
        cast.lotte.goes("/")
        after = pages(cast.lotte)
        cast.leave()
    finally:
        assert running.stop() == 0
    assert not differences(before, after), "\n".join(differences(before, after))


def drop_read_models(koers: Koers) -> None:
    """Drops the schema of every generation of every read model, and their views with them."""
    koers.tell_database("""
        DO $$ DECLARE _schema name; BEGIN
          FOR _schema IN SELECT nspname FROM pg_namespace WHERE nspname ~ '__v[0-9]+$' LOOP
            EXECUTE format('DROP SCHEMA %I CASCADE', _schema);
          END LOOP;
        END $$
        """)
