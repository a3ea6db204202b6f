"""Checks the SQL in sql/: every file parses, and reserved words are in capitals.

PostgreSQL's own grammar does the parsing (pglast), the bodies of PL/pgSQL functions included.
"""

import re
import sys
from pathlib import Path

import pglast
from pglast import parser

# Values that are spelled like words.
VALUES = {"true", "false", "current_user", "session_user"}
BODY = re.compile(r"(\$\w*\$)(.*?)\1", re.DOTALL)


def faults(path: Path) -> list[str]:
    """What is wrong in one file, a line each."""
    text = path.read_text(encoding="utf-8")
    try:
        parser.parse_sql_json(text)
        if re.search(r"\bLANGUAGE\s+plpgsql\b", text):
            parser.parse_plpgsql_json(text)
    except pglast.Error as error:
        return [f"{path}: does not parse: {error}"]
    return [f"{path}:{line}: write {word.upper()}" for line, word in small_words(text, 1)]


def small_words(text: str, first_line: int) -> list[tuple[int, str]]:
    """Reserved words that are not in capitals, with their lines, function bodies included."""
    found = []
    for token in parser.scan(text):
        piece = text[token.start : token.end + 1]
        line = first_line + text.count("\n", 0, token.start)
        if body := BODY.fullmatch(piece):
            found += small_words(body.group(2), line)
        elif token.kind == "RESERVED_KEYWORD" and piece not in VALUES | {piece.upper()}:
            found.append((line, piece))
    return found


if __name__ == "__main__":
    found = [fault for path in sorted(Path("sql").rglob("*.sql")) for fault in faults(path)]
    print("\n".join(found), file=sys.stderr)
    sys.exit(1 if found else 0)
