"""What people write into text fields: as hostile as can be, or harmless and of the same shape."""

PAYLOADS = [
    "\"><script>document.title='ran'</script>",
    "\"\u0301 autofocus onfocus=document.title='ran' x=\"\u0301",
    "'\u200d onmouseover=alert(1) style='\u0301position:fixed;inset:0",
    "</title></textarea></style></script><svg/onload=alert(1)>",
    "--><!--><img src=x onerror=alert(1)>--!>",
    "&lt;img src=x onerror=alert(1)&gt;&#60;b&#62;&quot; onclick=&quot;&NotEqualTilde;&amp",
    "javascript:alert(document.domain)//",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "\u200f\u061c<bdo dir=rtl>\u200e<plaintext>",
    "]]><svg><![CDATA[</svg><script>alert(1)</script>]]><?xml?>",
    "<a href=javascript:alert(1)>\u0338{{7*7}}${7*7}<%=7%>\\(7)\\u003cb>",
    "<base href=//example.org><meta http-equiv=refresh content=0>",
    "<\u0338iframe srcdoc='<script>alert(1)</script>'>\u0301",
    "<form action=//example.org><input name=command><button>",
    '=HYPERLINK("x")`\'"></option></select><li id=main data-draft>',
]


class Hostile:
    """Writes something else each time, so that every kind of attack reaches every kind of field."""

    def __init__(self) -> None:
        self.count = 0
        # Every line that was written.
        self.written: set[str] = set()

    def line(self) -> str:
        """One line, as long as a line may be."""
        return self.kept(self.next_line())

    def prose(self) -> str:
        """Paragraphs and lines with everything in them."""
        return self.kept(self.next_prose())

    def address(self) -> str:
        return self.kept(self.next_address())

    def kept(self, text: str) -> str:
        self.written.update(text.split("\r\n"))
        return text

    def next_line(self) -> str:
        self.count += 1
        words = f"{self.count:03}"
        for at in range(len(PAYLOADS)):
            more = f"{words} {PAYLOADS[(self.count * 3 + at) % len(PAYLOADS)]}"
            if len(more) <= 200:
                words = more
        return words

    def next_prose(self) -> str:
        self.count += 1
        first = self.count % len(PAYLOADS)
        lines = PAYLOADS[first:] + PAYLOADS[:first]
        return f"{self.count:03} " + "\r\n\r\n".join(
            "\r\n".join(lines[at : at + 4]) for at in range(0, len(lines), 4)
        )

    def next_address(self) -> str:
        return "https://example.org/'onclick=alert(1)?a=&quot;&lt;b&amp#javascript:alert(1)"


class Harmless(Hostile):
    """The same with a letter for every mark."""

    def next_line(self) -> str:
        return plain(super().next_line())

    def next_prose(self) -> str:
        return plain(super().next_prose())

    def next_address(self) -> str:
        return "https://example.org/" + plain(super().next_address())[20:]


def plain(text: str) -> str:
    return "".join(one if one.isspace() or one.isdecimal() else "a" for one in text)
