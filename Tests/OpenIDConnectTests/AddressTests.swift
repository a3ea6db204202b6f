import Testing

@testable import OpenIDConnect

/// Addresses that secrets are sent to, and the forms that are sent.
struct AddressTests {
  @Test(arguments: [
    "https://provider.example", "https://provider.example:8443/realms/ilt?x=y",
    "http://localhost:9500/", "http://127.0.0.1:9500", "http://[::1]:9500/x",
  ])
  func `an address with TLS, or on this machine, is taken as it is`(_ text: String) throws {
    #expect(try #require(Address(text)).text == text)
  }

  @Test(arguments: [
    "", "provider.example", "/path", "http://provider.example", "http://127.0.0.1.example",
    "http://localhost.example", "HTTP://other.example", "https://", "https:///path",
    "https://user@provider.example", "https://provider.example/#part",
    "https://provider.example\\@other.example", "https://provider.example/\r\nX: y",
    "https://provider.example/ a", "https://próvider.example", "http://127.0.0.2",
    "http://2130706433", "file:///etc/passwd",
  ])
  func `any other is refused`(_ text: String) { #expect(Address(text) == nil) }

  @Test func `an overlong address is refused`() {
    #expect(Address("https://provider.example/" + String(repeating: "a", count: 2_048)) == nil)
  }

  @Test func `a provider describes itself below its name`() throws {
    let path = "/.well-known/openid-configuration"
    #expect(
      try #require(Issuer("https://a.example")).discoveryAddress == "https://a.example\(path)")
    #expect(
      try #require(Issuer("https://a.example/r/")).discoveryAddress == "https://a.example/r\(path)")
    #expect(Issuer("https://a.example/?x=y") == nil)
  }

  @Test func `a form is read as it was written`() throws {
    let fields = [("a", "1 + 1 = 2 & more"), ("é", "🦭\r\n"), ("", ""), ("a", "%")]
    let read = try #require(Form(encoded: Form(fields).encoded))
    #expect(read.fields.map(\.name) == fields.map(\.0))
    #expect(read.fields.map(\.value) == fields.map(\.1))
  }

  @Test func `a name that only looks the same is another name`() throws {
    let form = try #require(Form(encoded: "caf%C3%A9=composed&cafe%CC%81=decomposed"))
    #expect(form["caf\u{E9}"] == ["composed"])
  }

  @Test(arguments: ["A+", "A/", "AA==", "AB", "A", "AA.", "ÄÄ"])
  func `base64url has one spelling for the same bytes`(_ text: String) {
    #expect(Base64URL.decoded(text.utf8) == nil)
  }
}
