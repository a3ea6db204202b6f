import Foundation

/// What a browser brought back from the provider (RFC 6749, section 4.1.2; RFC 9207).
struct Answer {
  private let state: String?
  private let issuer: String?
  private let code: String?
  private let error: String?

  init(query: String) throws(Refusal) {
    guard let form = Form(encoded: query) else { throw .malformed }
    state = try Self.only("state", in: form)
    issuer = try Self.only("iss", in: form)
    code = try Self.only("code", in: form)
    error = try Self.only("error", in: form)
  }

  /// RFC 6749, section 3.1: no parameter may come twice.
  private static func only(_ name: String, in form: Form) throws(Refusal) -> String? {
    let values = form[name]
    guard values.count <= 1 else { throw .malformed }
    return values.first
  }

  /// Whether it answers this departure.
  func checkState(_ remembered: Remembered) throws(Refusal) {
    guard let state, state.isExactlyInConstantTime(remembered.state) else { throw .stateDiffers }
  }

  /// Whether it comes from the provider that was asked.
  func checkIssuer(_ issuer: Issuer, isPromised: Bool) throws(Refusal) {
    guard let said = self.issuer else {
      if isPromised { throw .issuerMissing }
      return
    }
    guard said.isExactly(issuer.address.text) else { throw .issuerDiffers }
  }

  /// The code, unless the provider says why there is none.
  func codeOrReason() throws(Refusal) -> String {
    if let error { throw .declined(Decline(rawValue: error) ?? .other) }
    guard let code, !code.isEmpty else { throw .codeMissing }
    return code
  }
}
