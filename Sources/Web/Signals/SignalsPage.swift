import HTTPTypes
import Domain
import HTTPTypes
import ReadModels

/// Which signals a list shows.
struct SignalChoice {
  /// How far a signal has come, as a list is chosen by it.
  enum Standing: String, CaseIterable {
    case open
    case inTreatment
    case handled
    case overdue
  }

  let standing: Standing?
  let kind: Signal.Kind?
  let addressee: Signal.Addressee?

  init(_ visit: Visit) throws(Problem) {
    standing = try Self.read("status", visit)
    kind = try Self.read("kind", visit)
    addressee = try Self.read("addressee", visit)
  }

  private static func read<Choice: RawRepresentable<String>>(
    _ name: String, _ visit: Visit
  ) throws(Problem) -> Choice? {
    guard let text = visit.query(name), !text.isEmpty else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw Problem(.badRequest, "signals.choice-unreadable")
    }
    return choice
  }

  func admits(_ signal: SignalRow, on today: Day) -> Bool {
    (kind == nil || kind == signal.message.kind)
      && (addressee == nil || addressee == signal.message.addressee)
      && (standing.map { $0.admits(signal, on: today) } ?? true)
  }

  /// The list with these choices.
  var link: Link {
    Site.signals.with("status", standing?.rawValue).with("kind", kind?.rawValue)
      .with("addressee", addressee?.rawValue)
  }
}

extension SignalChoice.Standing {
  var name: Phrase {
    switch self {
    case .open: Signal.Status.open.name
    case .inTreatment: Signal.Status.inTreatment.name
    case .handled: Signal.Status.handled.name
    case .overdue: "signal.overdue"
    }
  }

  func admits(_ signal: SignalRow, on today: Day) -> Bool {
    switch self {
    case .open: signal.status == .open
    case .inTreatment: signal.status == .inTreatment
    case .handled: signal.status == .handled
    case .overdue: signal.isOverdue(on: today)
    }
  }
}

/// Every signal: what it asks of whom, and how far it has come.
struct SignalsPage {
  let signals: [SignalRow]
  let choice: SignalChoice

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("signals.title"),
      body: """
        <p class="lead">\(reader.text("signals.lead"))</p>
        \(begin(reader))\(signals.isEmpty ? .nothing : filters(reader))
        \(table(reader))
        """)
  }

  private func begin(_ reader: Reader) -> HTML {
    guard reader.mayPost(to: Site.newSignal) else { return .nothing }
    let button = Button.link(reader.text("signals.new"), to: reader.to(Site.newSignal))
    return "<p class=\"row\">\(button)</p>\n"
  }

  private func filters(_ reader: Reader) -> HTML {
    filter(
      "status", "signals.by-standing", chosen: choice.standing,
      SignalChoice.Standing.allCases.map { ($0, $0.name) }, reader)
      + filter(
        "kind", "signals.by-kind", chosen: choice.kind,
        Signal.Kind.allCases.map { ($0, $0.name) }, reader)
      + filter(
        "addressee", "signals.by-addressee", chosen: choice.addressee,
        Signal.Addressee.allCases.map { ($0, $0.name) }, reader)
  }

  private func filter<Value: RawRepresentable<String> & Equatable>(
    _ name: String, _ label: Phrase, chosen: Value?, _ values: [(Value, Phrase)],
    _ reader: Reader
  ) -> HTML {
    var links = FilterLinks(reader.text(label))
    links.add(reader.text("signals.all"), choice.link.with(name, nil), isChosen: chosen == nil)
    for (value, words) in values {
      links.add(
        reader.text(words), choice.link.with(name, value.rawValue), isChosen: chosen == value)
    }
    return links.html(for: reader)
  }

  /// Who may not raise a signal is not told to, nor that there are none: there may be some they do not see.
  private func nothing(_ reader: Reader) -> Phrase {
    reader.mayPost(to: Site.newSignal) ? "signals.empty" : "signals.none-in-sight"
  }

  private func table(_ reader: Reader) -> HTML {
    let shown = signals.filter { choice.admits($0, on: reader.dayShown) }
    guard !shown.isEmpty else {
      return EmptyState.html(
        reader.text(signals.isEmpty ? nothing(reader) : "signals.none-chosen"))
    }
    var table = DataTable("signals", caption: reader.text("signals.title"), isCaptionHidden: true)
    for column: Phrase in [
      "signals.column.title", "signals.column.kind", "signals.column.addressee",
      "signals.column.status", "signals.column.due", "signals.column.public",
    ] {
      table.column(reader.text(column))
    }
    for signal in shown {
      table.row(
        "<a href=\"\(reader.to(Site.signal(signal.id)))\">\(signal.message.title)</a>",
        HTML(reader.text(signal.message.kind.name)),
        HTML(reader.text(signal.message.addressee.name)), signal.badge(for: reader),
        signal.due(for: reader), signal.publicity(for: reader))
    }
    return table.html(for: reader)
  }
}
