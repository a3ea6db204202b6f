/// What a form calls its fields, which it brings along.
///
/// Who is not signed in may not see the form again, but what they wrote, each text under its name. The
/// labels come from whoever sent the form, and are shown to nobody else.
struct FieldLabels {
  private let labels: [String: String]

  /// Reads them from a form that came in; none when it brings none.
  init(in body: FormBody) {
    let entries = (body.values["labels"]?.first ?? "").utf8.split(separator: UInt8(ascii: "\t"))
    let pairs = entries.compactMap { entry -> (String, String)? in
      let parts = entry.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (String(Substring(parts[0])), String(Substring(parts[1])))
    }
    labels = Dictionary(pairs) { first, _ in first }
  }

  subscript(field: String) -> String? { labels[field] }

  /// The same in one text: each name before a colon, and a tab between.
  static func text(_ labels: [(name: String, label: String)]) -> String {
    labels.map { "\($0.name):\($0.label)" }.joined(separator: "\t")
  }
}
