import Credentials

extension FormSheet {
  /// A password, which never comes back to the page and is not kept as a draft.
  mutating func secret(
    _ name: String, label: Phrase, hint: Phrase? = nil, autocomplete: String
  ) {
    secret(name, label, hint) { $0.secret(autocomplete: autocomplete) }
  }

  /// A code that is good once, which is not kept as a draft either.
  mutating func once(_ name: String, label: Phrase, hint: Phrase) {
    secret(name, label, hint) {
      $0.line("", size: .medium, mode: "text", autocomplete: "one-time-code")
    }
  }
}

extension Field {
  /// What nobody may read along.
  func secret(autocomplete: String) -> HTML {
    framed(
      """
      <input class="input input-full" type="password" id="\(id)" name="\(name)" \
      autocomplete="\(autocomplete)"\(attribute: "aria-describedby", described)\
      \(attribute: "aria-invalid", invalid)>
      """)
  }
}

extension Form {
  /// The fields that hold secrets: no page shows them again.
  static let secretNames: Set = ["password", "password-new", "code"]

  /// A password that must be there, as it was typed.
  mutating func secret(_ field: String) -> Password? {
    guard !value(field).isEmpty else {
      note(.empty, at: field)
      return nil
    }
    return Password(value(field))
  }

  /// What stands in a field that may be left out.
  func optional(_ field: String) -> String? { value(field).isEmpty ? nil : value(field) }
}
