import Testing

@testable import Credentials

/// What the page posts, before anything in it is believed.
struct PasskeyResponseTests {
  private let id = String(repeating: "A", count: 43)

  private func registration(
    id: String? = nil, rawID: String? = nil, response: String? = nil, more: String = ""
  ) -> String {
    let response = response ?? #"{"clientDataJSON":"e30","attestationObject":"oA"}"#
    return #"{"id":"\#(id ?? self.id)","rawId":"\#(rawID ?? self.id)","type":"public-key","#
      + #""response":\#(response)\#(more)}"#
  }

  @Test func `what a browser adds does no harm`() throws {
    let json = registration(more: #","authenticatorAttachment":null,"something":{"new":[]}"#)
    #expect(try PasskeyRegistration(json: json).id.description == id)
  }

  @Test func `only ways to reach a passkey that browsers know are kept`() throws {
    let json = registration(
      response: #"{"clientDataJSON":"e30","attestationObject":"oA","#
        + #""transports":["usb","\"><script>","internal","USB"]}"#)
    #expect(try PasskeyRegistration(json: json).transports == ["usb", "internal"])
  }

  @Test func `a passkey has one name`() {
    refuses(registration(id: String(repeating: "B", count: 42) + "A"))
    refuses(registration(rawID: String(repeating: "B", count: 42) + "A"))
  }

  @Test(arguments: [
    "", "A", "AAAA", String(repeating: "A", count: 42) + "B", String(repeating: "A", count: 1368),
    String(repeating: "A", count: 42) + "+",
  ])
  func `a name is 16 to 1023 bytes in base64url`(name: String) {
    refuses(registration(id: name, rawID: name))
  }

  @Test func `what is endless is not read`() throws {
    let padding = String(repeating: "x", count: 32 * 1024)
    refuses(registration(more: #","padding":"\#(padding)""#))
  }

  @Test func `what is endlessly deep is not read`() {
    refuses(registration(more: #","deep":"# + String(repeating: "[", count: 30_000)))
  }

  @Test(arguments: [
    "", "{}", "[]", "null", "\u{0}", #"{"id":1}"#, #"{"clientDataJSON":"e30"}"#, "\"\u{301}",
  ])
  func `what is no answer at all is not read`(json: String) {
    refuses(json)
    refuses(registration(response: json.isEmpty ? "\"\"" : json))
  }

  private func refuses(_ json: String) {
    #expect(throws: PasskeyRefusal.malformed(.response)) { try PasskeyRegistration(json: json) }
    #expect(throws: PasskeyRefusal.malformed(.response)) { try PasskeyAssertion(json: json) }
  }
}
