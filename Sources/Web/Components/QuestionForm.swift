/// A form that asks for what a page shows: it changes nothing, and its answers stand in the address.
struct QuestionForm {
  private let link: Link
  private let reader: Reader
  private var fields = HTML.nothing

  /// - Parameters:
  ///   - link: the page that answers.
  ///   - reader: who asks.
  init(to link: Link, for reader: Reader) {
    self.link = link
    self.reader = reader
  }

  /// Words to search for.
  mutating func search(_ name: String, _ label: Phrase, written: String?) {
    fields += """
      <div class="field"><label class="field-label" for="ask-\(name)">\(reader.text(label))</label>
      <input class="input" id="ask-\(name)" name="\(name)" type="search" value="\(written ?? "")" \
      autocomplete="off"></div>

      """
  }

  /// One of many, or `none`; `groups` stand under their names, and a group without one stands before the others.
  mutating func select(
    _ name: String, _ label: Phrase, chosen: String?, none: Phrase,
    _ groups: [(name: String?, choices: [Choice])]
  ) {
    fields += """
      <div class="field"><label class="field-label" for="ask-\(name)">\(reader.text(label))</label>
      <select class="input select" id="ask-\(name)" name="\(name)">
      <option value="">\(reader.text(none))</option>
      \(groups.map { Self.group($0.name, $0.choices, chosen) })</select></div>

      """
  }

  private static func group(_ name: String?, _ choices: [Choice], _ chosen: String?) -> HTML {
    let options = choices.map { choice -> HTML in
      "<option value=\"\(choice.value)\"\(flag: "selected", choice.value == chosen)>\(choice.name)</option>\n"
    }
    guard let name else { return options.joined() }
    guard !choices.isEmpty else { return .nothing }
    return "<optgroup label=\"\(name)\">\n\(options)</optgroup>\n"
  }

  /// A day, or none.
  mutating func day(_ name: String, _ label: Phrase, written: String?) {
    fields += """
      <div class="field"><label class="field-label" for="ask-\(name)">\(reader.text(label))</label>
      <input class="input input-short" id="ask-\(name)" name="\(name)" value="\(written ?? "")" \
      placeholder="\(reader.text("as-of.example"))" autocomplete="off"></div>

      """
  }

  /// The form, whose button says `button`.
  func html(button: Phrase) -> HTML {
    """
    <form class="question" method="get" action="\(link)">
    \(reader.to(link).query.map { hidden($0.name, $0.value) })\
    \(fields)\(Button.html(reader.text(button)))
    </form>

    """
  }

  /// A form that asks replaces every question in its address, so that the moment has to go along.
  private func hidden(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">\n"
  }
}
