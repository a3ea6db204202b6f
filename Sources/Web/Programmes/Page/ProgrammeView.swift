import Domain
import ReadModels

/// What the parts of a programme's page have in common: the programme, its reader, and the links to change it.
struct ProgrammeView {
  let about: ProgrammeSubject
  /// The programme's address, which all its links begin with.
  private let segments: [String]

  init(about: ProgrammeSubject) {
    self.about = about
    segments = Site.programme(about.id).segments
  }

  var reader: Reader { about.reader }

  /// A part of the page with its own heading, to which links may lead.
  func part(_ id: String, _ title: Phrase, _ actions: HTML = .nothing, _ body: HTML) -> HTML {
    """
    <section class="part" id="\(id)" aria-labelledby="\(id)-title">
    <div class="part-head"><h3 id="\(id)-title">\(reader.text(title))</h3>\(actions)</div>
    \(body)</section>

    """
  }

  /// Whether the reader may use the form at these parts of the programme's address.
  func may(_ parts: [String]) -> Bool {
    guard reader.mayPost(to: link(parts)) else { return false }
    return !about.programme.isEnded || outlasts(parts)
  }

  /// Whether the form at these parts is there after the end too: a measurement is put right, and an
  /// intervention evaluated.
  private func outlasts(_ parts: [String]) -> Bool {
    parts.last == "correction"
      || parts.first == "interventions" && parts.dropFirst(2).first == "evaluation"
  }

  /// Whether there is work of the programme that the reader may do, so that a table has a column for it.
  var mayWork: Bool {
    !about.programme.isEnded && reader.may(.work, at: .programme(about.programme.id))
  }

  /// Whether the reader may record what was measured, after the programme ended too.
  var mayMeasure: Bool { reader.may(.measure, at: .programme(about.programme.id)) }

  /// A link to a form; nothing for who may not use it.
  ///
  /// - Parameters:
  ///   - words: what it does.
  ///   - thing: the name of what it does it to, for who does not see where the link stands.
  ///   - parts: the address of the form within the programme's.
  /// - Returns: the link, or nothing.
  func act(_ words: Phrase, on thing: String? = nil, _ parts: String...) -> HTML {
    Act.html(words, on: thing, to: may(parts) ? link(parts) : nil, for: reader)
  }

  /// The button to the form that comes next; nothing for who may not use it.
  func button(_ words: Phrase, _ parts: String...) -> HTML {
    guard may(parts) else { return .nothing }
    return """
      <p class="row">\(Button.link(reader.text(words), to: reader.to(link(parts))))</p>

      """
  }

  /// What stands where there is nothing yet: the sentence, and the button to begin.
  func nothing(_ sentence: Phrase, _ button: Phrase, _ parts: String...) -> HTML {
    let action =
      may(parts)
      ? Button.link(reader.text(button), to: reader.to(link(parts)), .secondary) : .nothing
    return EmptyState.html(reader.text(sentence), action: action)
  }

  /// What no longer counts, folded away.
  func earlier(_ words: String, _ body: HTML) -> HTML {
    guard !body.isEmpty else { return .nothing }
    return "<details class=\"earlier\"><summary>\(words)</summary>\n\(body)</details>\n"
  }

  /// That something was dropped, when and why.
  func dropped(_ drop: Drop) -> HTML {
    """
    <span class="muted">\(reader.text(
      "programme.dropped", ["day": .text(reader.day(drop.on))])): \(drop.because)</span>
    """
  }

  /// When and why something was withdrawn.
  func withdrawn(_ drop: Drop) -> HTML {
    """
    <span class="muted">\(reader.text(
      "programme.withdrawn", ["day": .text(reader.day(drop.on))])): \(drop.because)</span>
    """
  }

  /// A part of the programme with a page of its own, and what happened to such parts.
  func tabs(_ name: Phrase, _ page: Link, changes kind: HistoryKind) -> HTML {
    let history = Site.programme(about.id, "history")
    guard reader.maySee(history) else { return .nothing }
    return Tabs.html(
      [
        .init(reader.text(name), page),
        .init(reader.text("programme.tab.history"), history.with("kind", kind.rawValue)),
      ], label: reader.text("programme.tabs"), for: reader)
  }

  func link(_ parts: [String]) -> Link { Link(segments: segments + parts) }
}
