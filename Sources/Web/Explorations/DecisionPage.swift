import Domain
import ReadModels

/// A decision: what was proposed and why, what was decided and by whom, and what came of it.
enum DecisionPage {
  /// - Parameters:
  ///   - decision: what to show.
  ///   - about: the exploration on which it was proposed.
  ///   - followUp: what the programme or the signal is called that came of it; nil when nothing did.
  /// - Returns: the page.
  static func page(
    _ decision: DecisionRow, of about: ExplorationSubject, leadingTo followUp: Line?
  ) -> Page {
    let reader = about.reader
    return Page(
      title(decision, about), kicker: reader.text("exploration.decision.kicker"),
      trail: about.trail(for: reader),
      width: .read,
      body: """
        \(tabs(decision, of: about))
        <p class="row">\(decision.fate.badge(for: reader))</p>
        \(waiting(decision, about))\(self.followUp(decision, named: followUp, reader))
        <h2>\(reader.text("exploration.decision.proposal"))</h2>
        \(proposal(decision, about))
        \(fate(decision, about))
        """)
  }

  /// What was decided about what.
  private static func title(_ decision: DecisionRow, _ about: ExplorationSubject) -> String {
    let key: StaticString =
      switch decision.fate {
      case .pending: "exploration.decision.title-pending"
      case .withdrawn: "exploration.decision.title-withdrawn"
      case .adopted: "exploration.decision.title-adopted"
      case .rejected: "exploration.decision.title-rejected"
      }
    return about.reader.text(
      key,
      [
        "outcome": .text(amid(about.reader.text(decision.proposal.outcome.kind.name))),
        "subject": .text(about.exploration.title.description),
      ])
  }

  /// A word as it stands within a sentence.
  private static func amid(_ word: String) -> String {
    word.prefix(1).lowercased() + word.dropFirst()
  }

  /// The decision, and what led to it.
  private static func tabs(_ decision: DecisionRow, of about: ExplorationSubject) -> HTML {
    let reader = about.reader
    let history = Site.exploration(about.id, "history")
    guard reader.maySee(history) else { return .nothing }
    return Tabs.html(
      [
        .init(
          reader.text("exploration.decision.kicker"),
          Site.exploration(about.id, "decisions", decision.id.description)),
        .init(
          reader.text("history.tab"), history.with("kind", HistoryKind.decision.rawValue)),
      ], label: reader.text("history.tabs"), for: reader)
  }

  /// What was proposed, by whom and when.
  static func proposal(_ decision: DecisionRow, _ about: ExplorationSubject) -> HTML {
    let (reader, proposal) = (about.reader, decision.proposal)
    var list = SummaryList()
    list.add(
      reader.text("exploration.decision.outcome"), text: reader.text(proposal.outcome.kind.name))
    switch proposal.outcome {
    case .programme, .signal: break
    case .project(let description, let owner), .lineActivity(let description, let owner):
      list.add(reader.text("exploration.field.description"), description.html)
      list.add(reader.text("exploration.field.owner"), text: about.people.name(owner))
    case .noAction(let day): list.add(reader.text("exploration.field.look-again"), reader.time(day))
    }
    list.add(reader.text("exploration.field.grounds"), proposal.grounds.html)
    list.add(reader.text("exploration.field.alternatives"), proposal.alternatives.html)
    list.add(
      reader.text("exploration.decision.proposed-by"),
      "\(about.people.name(proposal.by)), \(reader.time(decision.proposedOn))")
    return list.html(for: reader)
  }

  private static func waiting(_ decision: DecisionRow, _ about: ExplorationSubject) -> HTML {
    switch decision.fate {
    case .pending: PendingProposal.html(decision, about)
    case .withdrawn, .adopted, .rejected: .nothing
    }
  }

  private static func fate(_ decision: DecisionRow, _ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    switch decision.fate {
    case .pending: return .nothing
    case .withdrawn(let person, let reason, let day):
      var list = SummaryList()
      list.add(
        reader.text("exploration.decision.withdrawn-by"),
        "\(about.people.name(person)), \(reader.time(day))")
      list.add(reader.text("exploration.decision.reason"), reason.html)
      return section("exploration.fate.withdrawn", list.html(for: reader), reader)
    case .adopted(let ruling, let day):
      return section(
        "exploration.decision.adopted", self.ruling(ruling, on: day, about), reader)
    case .rejected(let ruling, let day):
      return section(
        "exploration.decision.rejected", self.ruling(ruling, on: day, about), reader)
    }
  }

  private static func ruling(
    _ ruling: Exploration.Ruling, on day: Day, _ about: ExplorationSubject
  ) -> HTML {
    let reader = about.reader
    var list = SummaryList()
    list.add(
      reader.text("exploration.decision.decided-by"),
      "\(about.people.name(ruling.by)), \(reader.time(day))")
    list.add(reader.text("exploration.field.ruling-grounds"), ruling.grounds.html)
    for dissent in ruling.dissent {
      list.add(
        reader.text(
          "exploration.decision.dissent", ["person": .text(about.people.name(dissent.by))]),
        dissent.text.html)
    }
    if ruling.dissent.isEmpty {
      list.add(
        reader.text("exploration.ruling.dissent"),
        text: reader.text("exploration.decision.no-dissent"))
    }
    return list.html(for: reader)
  }

  private static func section(_ title: Phrase, _ body: HTML, _ reader: Reader) -> HTML {
    "<h2>\(reader.text(title))</h2>\n\(body)"
  }

  /// The programme or the signal that came of it.
  static func followUp(
    _ decision: DecisionRow, named name: Line?, _ reader: Reader
  ) -> HTML {
    switch decision.fate {
    case .pending, .withdrawn, .rejected: return .nothing
    case .adopted: break
    }
    let (words, named, link): (Phrase, StaticString, Link)
    switch decision.proposal.outcome.followUp {
    case .establish(let id):
      (words, named) = ("exploration.to-programme", "exploration.to-programme-named")
      link = Site.programme(id)
    case .raise(let id):
      (words, named) = ("exploration.to-signal", "exploration.to-signal-named")
      link = Site.signal(id)
    case nil: return .nothing
    }
    let button = name.map { Phrase(named, ["name": .text($0.description)]) } ?? words
    return "<p class=\"row\">\(Button.link(reader.text(button), to: reader.to(link)))</p>\n"
  }
}

/// That a proposal waits, for whom, and what the reader can do about it.
enum PendingProposal {
  static func html(_ decision: DecisionRow, _ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    let id = decision.id.description
    let isOwn = decision.proposal.by == reader.visitor.person?.id
    let adopt =
      isOwn ? nil : about.form(for: .deciding, "decisions", id, "adoption")
    let reject =
      isOwn ? nil : about.form(for: .deciding, "decisions", id, "rejection")
    return """
      <p>\(reader.text(sentence(decision, about, isOwn: isOwn, mayDecide: adopt != nil)))</p>
      <p class="row">\(about.button("exploration.act.adopt", adopt))\
      \(about.button("exploration.act.reject", reject, .secondary))\
      \(about.button(
        "exploration.act.withdraw-proposal",
        about.form(for: .deciding, "decisions", id, "withdrawal"), .secondary))</p>

      """
  }

  private static func sentence(
    _ decision: DecisionRow, _ about: ExplorationSubject, isOwn: Bool, mayDecide: Bool
  ) -> Phrase {
    if mayDecide { return "exploration.pending.yours" }
    let deciders = about.deciders(besides: decision.proposal.by).map(\.name)
    let names: [String: Phrase.Value] = ["deciders": .text(about.reader.listed(deciders))]
    guard !deciders.isEmpty else {
      return isOwn ? "exploration.four-eyes" : "exploration.pending.nobody"
    }
    return isOwn
      ? Phrase("exploration.pending.own", names) : Phrase("exploration.pending.others", names)
  }
}
