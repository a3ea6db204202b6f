/// A form that a device answers: the script asks it, and sends what it says.
enum PasskeyForm {
  static let script = "passkey.js"

  enum Ceremony: String {
    case create
    case get
  }

  static func html(
    _ ceremony: Ceremony, _ options: String, to action: Link, button: Phrase, fields: HTML,
    for reader: Reader
  ) -> HTML {
    """
    <form class="form" method="post" action="\(reader.toNow(action))" data-passkey="\(ceremony.rawValue)" \
    data-options="\(options)" data-failed="\(reader.text("sign-in.passkey.failed"))" \
    data-known="\(reader.text("sign-in.passkey.known"))">
    <input type="hidden" name="response">
    \(fields)
    <p data-passkey-without>\(reader.text("sign-in.passkey.without"))</p>
    <p class="field-error" data-passkey-message role="alert" hidden></p>
    <button class="button button-secondary" data-passkey-button hidden>\(reader.text(button))</button>
    </form>

    """
  }
}
