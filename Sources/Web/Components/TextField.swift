/// Fields one types in.
extension Field {
  /// How wide the box is, which says how much is expected.
  public enum Size: String, Sendable {
    case short
    case medium
    case full
  }

  /// One line.
  func line(
    _ value: String, size: Size = .full, mode: String? = nil, autocomplete: String? = nil,
    takesFocus: Bool = false
  ) -> HTML {
    framed(
      """
      <input class="input input-\(size.rawValue)" id="\(id)" name="\(name)" value="\(value)"\
      \(attribute: "inputmode", mode)\(attribute: "autocomplete", autocomplete ?? "off")\
      \(attribute: "aria-describedby", described)\(attribute: "aria-invalid", invalid)\
      \(flag: "autofocus", takesFocus)>
      """)
  }

  /// A file, or several, of one of `kinds` such as `.json`.
  func file(accepting kinds: String, takesSeveral: Bool) -> HTML {
    framed(
      """
      <input class="input input-full" type="file" id="\(id)" name="\(name)" accept="\(kinds)"\
      \(flag: "multiple", takesSeveral)\
      \(attribute: "aria-describedby", described)\(attribute: "aria-invalid", invalid)>
      """)
  }

  /// Several lines.
  ///
  /// The line end after the tag is the one that a browser drops, so that a text which begins with one
  /// keeps it.
  func prose(_ value: String, rows: Int = 5) -> HTML {
    framed(
      """
      <textarea class="input input-full" id="\(id)" name="\(name)" rows="\(rows)"\
      \(attribute: "aria-describedby", described)\(attribute: "aria-invalid", invalid)>
      \(value)</textarea>
      """)
  }

  /// A number with what it counts in behind it.
  func number(_ value: String, unit: String?) -> HTML {
    let box: HTML = """
      <input class="input input-short input-number" id="\(id)" name="\(name)" value="\(value)" \
      inputmode="decimal" autocomplete="off"\(attribute: "aria-describedby", described)\
      \(attribute: "aria-invalid", invalid)>
      """
    guard let unit else { return framed(box) }
    return framed("<div class=\"input-with-unit\">\(box)<span class=\"unit\">\(unit)</span></div>")
  }
}
