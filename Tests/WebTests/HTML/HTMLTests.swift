import Domain
import Testing

@testable import Web

/// Every kind of character that could end text or an attribute, also with marks on top.
let hostile =
  "\"\u{301} autofocus onfocus=x '\u{200D}<\u{301}script>&\u{FE0F}</textarea>--></title>"

@Test func `text is escaped byte by byte, whatever is combined with it`() {
  let html: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"
  let escaped =
    "&quot;\u{301} autofocus onfocus=x &#39;\u{200D}&lt;\u{301}script&gt;&amp;\u{FE0F}"
    + "&lt;/textarea&gt;--&gt;&lt;/title&gt;"
  #expect(html.bytes == Array("<p title=\"\(escaped)\">\(escaped)</p>".utf8))
}

@Test func `markup goes in unchanged, once`() {
  let inner: HTML = "<b>\("&")</b>"
  let outer: HTML = "<p>\(inner)</p>"
  #expect(outer == "<p><b>&amp;</b></p>")
  let text = "<b>"
  #expect(HTML(text) == "&lt;b&gt;")
}

@Test func `nothing shows as nothing`() {
  let none: HTML? = nil
  #expect("<p>\(none)</p>" as HTML == "<p></p>")
  #expect("<p\(attribute: "id", nil as String?)\(flag: "hidden", false)>" as HTML == "<p>")
}

@Test func `an attribute stands in quotes with its value escaped`() {
  let html: HTML = "<p\(attribute: "title", "a\"b")\(flag: "hidden", true)>"
  #expect(html == "<p title=\"a&quot;b\" hidden>")
}

@Test func `a sequence stands in its order`() {
  let html: HTML = "<ul>\(["a", "<"].map { "<li>\($0)</li>" })</ul>"
  #expect(html == "<ul><li>a</li><li>&lt;</li></ul>")
}

@Test func `a NUL never reaches the page`() {
  let text = "a\u{0}b"
  #expect(!HTML(text).bytes.contains(0))
}

@Test(arguments: [
  "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
  "data:text/html,x", "//evil.example", "/\\evil.example", "vbscript:x", "https://a b",
  "https:", "https://é.example",
])
func `an address that does not lead to a page leads nowhere`(address: String) {
  #expect("<a href=\"\(address)\">" as HTML == "<a href=\"#\">")
}

@Test(arguments: ["https://example.nl/a?b=c", "http://example.nl", "/programmes", "#field-name"])
func `an address of a page is kept`(address: String) {
  let html: HTML = "<a href=\"\(address)\">"
  #expect(html.text == "<a href=\"\(address)\">")
}

@Test func `a link encodes what it is made of, so that it stays the same path`() {
  let link = Link("echo", "a/b?c#d\u{301}").with("q", "x&y=z").at("e\"f")
  #expect(link.address == "/echo/a%2Fb%3Fc%23d%CC%81?q=x%26y%3Dz#e%22f")
  #expect(link.with("q", nil).address == "/echo/a%2Fb%3Fc%23d%CC%81#e%22f")
}

@Test func `a link stands in an attribute as its address, escaped`() {
  let link = Link("a<b>", hostile).with("'", "&").with("\"", "<").at(">")
  #expect("<a href=\"\(link)\">" as HTML == "<a href=\"\(HTML(link.address))\">")
  #expect(Link().address == "/")
}
