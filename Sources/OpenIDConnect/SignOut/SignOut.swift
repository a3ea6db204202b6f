/// Somebody about to end their session at the provider too (OpenID Connect RP-Initiated Logout 1.0).
public struct SignOut: Sendable {
  /// Where to send them.
  public let address: String
  /// Comes back in the query of the signed-out address, if the person comes back at all.
  public let state: String

  init(_ receipt: Receipt?, for registration: Registration, at endpoint: Address) {
    state = Secret.fresh()
    var form = Form([("client_id", registration.clientID)])
    if let receipt { form.add("id_token_hint", receipt.idToken) }
    if let back = registration.signedOutAddress {
      form.add("post_logout_redirect_uri", back.text)
      form.add("state", state)
    }
    address = endpoint.adding(form)
  }
}
