"""Stories: the tests of a file are chapters, each going on where the one before it ended."""

from collections.abc import Iterator

import pytest
from acting import Cast
from album import Album
from playwright.sync_api import Browser
from running import Koers


@pytest.fixture(scope="module")
def cast(koers: Koers, browser: Browser) -> Iterator[Cast]:
    cast = Cast.of(koers, browser)
    yield cast
    cast.leave()


@pytest.fixture(scope="module")
def album(cast: Cast) -> Album:
    return Album(cast.lotte)


def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> None:
    if call.excinfo is not None and getattr(item.module, "IS_STORY", False):
        item.module.FAILED_CHAPTER = getattr(item.module, "FAILED_CHAPTER", item.name)


def pytest_runtest_setup(item: pytest.Item) -> None:
    failed = getattr(item.module, "FAILED_CHAPTER", None)
    if failed is not None:
        pytest.skip(f"the story ended in {failed}")
