import Domain
import ReadModels
import Reads

/// Erasing one account: what was asked and judged, what must be kept, and the proof once it was carried out.
enum ErasurePage {
  /// The page, with the files about the person that were taken along; nil for who may not know of them.
  static func page(_ about: AccountSubject, exports: [Read]?) -> Page {
    let reader = about.reader
    return Page(
      reader.text(
        "people.erasure.title", ["person": .text(about.account.profile.name.description)]),
      kicker: reader.text("history.kicker.account"), trail: about.trail(for: reader),
      body: """
        \(AccountPage.tabs(about))
        <p class="lead">\(reader.text("people.erasure.lead"))</p>
        \(requestLink(about))
        \(about.erasures.isEmpty ? EmptyState.html(reader.text("people.erasure.none")) : .nothing)\
        \(about.erasures.map { erasure($0, about, exports) })
        <h2>\(reader.text("people.hold.heading"))</h2>
        \(holdLink(about))
        \(holds(about))
        """)
  }

  /// The duties that forbid erasing today, or that there are none.
  static func holdsInForce(_ about: AccountSubject) -> HTML {
    let reader = about.reader
    let inForce = about.holds.filter { $0.holds(on: reader.today) }
    guard !inForce.isEmpty else { return HTML(reader.text("people.hold.none")) }
    return inForce.map { hold -> HTML in
      "<p>\(term(of: hold, reader)): \(hold.hold.reason.html)</p>"
    }.reduce(.nothing, +)
  }

  private static func requestLink(_ about: AccountSubject) -> HTML {
    let reader = about.reader
    let isOpen = about.account.closing == nil
    guard !about.erasures.contains(where: { $0.standing != .declined }) else { return .nothing }
    guard let form = about.form("erasures", "new", when: !about.isReader) else { return .nothing }
    return isOpen
      ? "<p>\(reader.text("people.erasure.close-first"))</p>\n"
      : "<p class=\"row\">\(Button.link(reader.text("people.erasure.request.title"), to: reader.to(form)))</p>\n"
  }

  private static func erasure(
    _ erasure: ErasureRow, _ about: AccountSubject, _ exports: [Read]?
  ) -> HTML {
    let reader = about.reader
    var list = SummaryList()
    list.add(reader.text("people.column.standing"), standing(of: erasure, reader))
    list.add(reader.text("people.erasure.ground"), text: reader.text(erasure.erasure.ground.name))
    list.add(reader.text("history.reason"), erasure.erasure.reason.html)
    list.add(
      reader.text("people.erasure.requested-by"),
      text: act(by: erasure.requestedBy, on: erasure.requestedOn, reader))
    if let judgement = erasure.judgement {
      list.add(
        reader.text("people.erasure.judged-by"),
        text: act(by: judgement.by, on: judgement.on, reader))
      if let reason = judgement.reason {
        list.add(reader.text("people.erasure.judged-because"), reason.html)
      }
    }
    return list.html(for: reader) + judging(erasure, about) + proof(of: erasure, exports, reader)
  }

  private static func standing(of erasure: ErasureRow, _ reader: Reader) -> HTML {
    switch erasure.standing {
    case .requested: StatusBadge.html(reader.text("people.erasure.standing.requested"), .warn)
    case .approved: StatusBadge.html(reader.text("people.erasure.standing.approved"), .warn)
    case .declined: StatusBadge.html(reader.text("people.erasure.standing.declined"))
    case .carriedOut: StatusBadge.html(reader.text("people.erasure.standing.carried-out"), .ok)
    }
  }

  private static func act(by person: PersonID, on day: Day, _ reader: Reader) -> String {
    reader.text(
      "people.erasure.by",
      [
        "person": .text(reader.people.name(ofActor: person, for: reader)),
        "day": .text(reader.day(day)),
      ])
  }

  /// What would be refused is not offered: whoever asked for it is not the second pair of eyes.
  private static func judging(_ erasure: ErasureRow, _ about: AccountSubject) -> HTML {
    let reader = about.reader
    let isWaiting = erasure.standing == .requested
    let isOthers = reader.visitor.person?.id != erasure.requestedBy
    func way(_ words: Phrase, _ part: String, when isTime: Bool) -> HTML {
      Act.html(
        words, on: nil, to: about.form("erasures", erasure.id.description, part, when: isTime),
        for: reader)
    }
    return """
      <p class="row acts">\
      \(way("people.erasure.approval.title", "approval", when: isWaiting && isOthers && !about.isReader))\
      \(way("people.erasure.declining.title", "declining", when: isWaiting))</p>

      """
  }

  private static func proof(
    of erasure: ErasureRow, _ exports: [Read]?, _ reader: Reader
  ) -> HTML {
    guard let proof = erasure.proof else { return .nothing }
    var list = SummaryList()
    list.add(
      reader.text("people.erasure.proof.destroyed"), text: reader.minute(proof.destroyedAt))
    for (name, count) in [
      ("people.erasure.proof.events", proof.eventCount),
      ("people.erasure.proof.read-models", proof.readModelCount),
      ("people.erasure.proof.sign-in", proof.signInCount),
    ] as [(Phrase, Int)] {
      list.add(reader.text(name), text: reader.number(count))
    }
    return """
      <h3>\(reader.text("people.erasure.proof"))</h3>
      \(list.html(for: reader))
      <h3>\(reader.text("people.erasure.beyond"))</h3>
      <ul>
      <li>\(reader.text("people.erasure.beyond.exports"))\(exports.map { taken($0, reader) })</li>
      <li>\(reader.text("people.erasure.beyond.backups"))</li>
      <li>\(reader.text("people.erasure.beyond.texts"))</li>
      \(proof.clearEventCount == 0 ? .nothing : clear(proof, reader))</ul>

      """
  }

  /// When each file was taken along, and which.
  private static func taken(_ exports: [Read], _ reader: Reader) -> HTML {
    guard !exports.isEmpty else { return " \(reader.text("people.erasure.beyond.no-exports"))" }
    return """
      <ul>
      \(exports.map {
        "<li>\(reader.time($0.at)): \(reader.words(forRoute: $0.route))</li>\n" as HTML
      })</ul>
      """
  }

  private static func clear(_ proof: Account.ErasureProof, _ reader: Reader) -> HTML {
    """
    <li>\(reader.text("people.erasure.beyond.clear", ["count": .number(proof.clearEventCount)]))</li>

    """
  }

  private static func holdLink(_ about: AccountSubject) -> HTML {
    let isTime = !about.erasures.contains { [.approved, .carriedOut].contains($0.standing) }
    guard let form = about.form("holds", when: isTime) else { return .nothing }
    let button = Button.link(
      about.reader.text("people.hold.title"), to: about.reader.to(form), .secondary)
    return "<p class=\"row\">\(button)</p>\n"
  }

  private static func holds(_ about: AccountSubject) -> HTML {
    let reader = about.reader
    guard !about.holds.isEmpty else { return EmptyState.html(reader.text("people.hold.none")) }
    var table = DataTable(
      "holds", caption: reader.text("people.hold.heading"), isCaptionHidden: true)
    for column: Phrase in [
      "people.column.term", "people.hold.why", "people.hold.placed-by", "people.column.standing",
    ] {
      table.column(reader.text(column))
    }
    let ways = about.holds.map { lifting($0, about) }
    let canAct = ways.contains { !$0.isEmpty }
    if canAct { table.column(reader.text("people.column.act"), .words) }
    for (hold, way) in zip(about.holds, ways) {
      let cells = [
        HTML(term(of: hold, reader)), hold.hold.reason.html,
        HTML(act(by: hold.placedBy, on: hold.placedOn, reader)), standing(of: hold, reader),
      ]
      table.row(canAct ? cells + [way] : cells)
    }
    return table.html(for: reader)
  }

  private static func lifting(_ hold: HoldRow, _ about: AccountSubject) -> HTML {
    Act.html(
      "people.hold.lifting.title", on: nil,
      to: about.form("holds", hold.id.description, "lifting", when: hold.lifting == nil),
      for: about.reader)
  }

  private static func term(of hold: HoldRow, _ reader: Reader) -> String {
    guard let until = hold.hold.until else {
      return reader.text("people.term.open", ["start": .text(reader.day(hold.placedOn))])
    }
    return reader.text(
      "people.term",
      ["start": .text(reader.day(hold.placedOn)), "end": .text(reader.day(until))])
  }

  private static func standing(of hold: HoldRow, _ reader: Reader) -> HTML {
    if let lifting = hold.lifting {
      return """
        \(reader.text("people.hold.lifted", ["act": .text(act(by: lifting.by, on: lifting.on, reader))])) \
        \(lifting.reason.html)
        """
    }
    return hold.holds(on: reader.today)
      ? StatusBadge.html(reader.text("people.standing.held"), .ok)
      : StatusBadge.html(reader.text("people.standing.past"))
  }
}
