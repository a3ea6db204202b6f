import Domain
import ReadModels

/// What is made known to everybody of the result of a case, and how far that came.
struct CasePublicationsPart {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    let rows = about.publications
    let body: HTML =
      rows.isEmpty
      ? EmptyState.html(reader.text("publication.none"))
      : "<ul class=\"things\">\n\(rows.map(item))</ul>\n"
    return Part.html(
      "publications", "publication.part", body,
      actions: Act.html(
        "publication.act.intend", on: nil, to: about.form("publications", when: canIntend),
        for: reader),
      for: reader)
  }

  /// There is something to tell, and nothing of it is told or about to be.
  private var canIntend: Bool {
    let hasResult =
      !about.isOpen
      || about.reports.contains { $0.report.kind == .inspectionReport && $0.withdrawn == nil }
    return hasResult
      && about.publications.allSatisfy { !$0.isUnderway && !$0.isPublic(on: reader.today) }
  }

  private func item(_ row: CasePublicationRow) -> HTML {
    let isPublic = row.isPublic(on: reader.dayShown)
    return """
      <li id="publication-\(row.id)" class="many-acts"><span><strong>\(row.text.title)</strong> \
      \(StatusBadge.html(reader.text(name(of: row)), row.standing.tone))\
      \(lines(row).map { "<br><span class=\"muted\">\($0)</span>" as HTML })\
      \(NextLegalDay.all(for: row, on: reader.dayShown).map { "<br>\($0.html(for: reader))" as HTML })\
      \(row.hearings.map(hearing))\
      \(row.ended.map { "<br>\($0.because)" as HTML })\
      \(isPublic ? "<br><a href=\"\(reader.to(Site.published(row.id)))\">\(reader.text("publication.see"))</a>" : HTML.nothing)\
      </span>\(acts(row))</li>

      """
  }

  private func name(of row: CasePublicationRow) -> Phrase {
    let isOver = row.standing == .published && !row.isPublic(on: reader.dayShown)
    return isOver ? "publication.standing.over" : row.standing.name
  }

  /// To whom it was put, until when, and what they said.
  private func hearing(_ hearing: Publication.Hearing) -> HTML {
    let asked = reader.text(
      "publication.put-to",
      [
        "party": .text(about.name(of: hearing)), "day": .text(reader.day(hearing.putOn)),
        "until": .text(reader.day(hearing.viewUntil)),
      ])
    let came = hearing.viewOn.map {
      " " + reader.text("publication.view-on", ["day": .text(reader.day($0))])
    }
    let former = hearing.subject.flatMap { $0 == about.entity?.id ? nil : $0 }
    return """
      <br>\(asked)\(came ?? "")\
      \(former.map { " <a href=\"\(reader.to(Site.entity($0)))\">\(reader.text("publication.party.see"))</a>" as HTML })\
      \(hearing.view.map { "<br>\(about.heading(of: hearing)): \($0)" as HTML })
      """
  }

  private func lines(_ row: CasePublicationRow) -> [String] {
    func dated(_ key: StaticString, _ day: Day?) -> String? {
      day.map { reader.text(Phrase(key, ["day": .text(reader.day($0))])) }
    }
    func agreed() -> String? {
      guard let person = row.agreedBy, let day = row.agreedOn else { return nil }
      return reader.text(
        "publication.agreed-on",
        ["person": .text(about.names.name(of: person)), "day": .text(reader.day(day))])
    }
    let changed: Phrase? = row.viewChanged.map {
      $0 ? "publication.changed" : "publication.not-changed"
    }
    return [
      dated("publication.intended-on", row.intendedOn),
      dated("publication.revised-on", row.revisedOn), changed.map { reader.text($0) },
      dated("publication.decided-on", row.decidedOn), agreed(),
      dated("publication.made-known-on", row.madeKnownOn),
      row.standing == .madeKnown ? dated("publication.publishable-from", row.publishableFrom) : nil,
      dated("publication.published-on", row.publishedOn),
      dated("publication.public-until", row.publicUntil), row.untilBecause?.description,
      dated("publication.stopped-on", row.stoppedOn), row.stop.map { reader.text($0.reason) },
    ].compactMap(\.self)
  }

  private func acts(_ row: CasePublicationRow) -> HTML {
    let awaited = row.awaited(on: reader.today)
    let isAnothers = row.decidedBy != reader.visitor.person?.id
    let steps: [(Phrase, String, Bool)] = [
      ("publication.act.put", "parties", row.isUnsent),
      ("publication.act.take-back-hearing", "parties/end", row.mayTakeBackHearing),
      ("publication.act.view", "view", row.mayTakeView),
      ("publication.act.take-back-view", "view/end", row.mayTakeBackView),
      ("publication.act.decide", "decision", awaited == .decision),
      ("publication.act.agree", "agreement", awaited == .agreement && isAnothers),
      ("publication.act.decide-again", "decision", row.standing == .decided),
      ("publication.act.revise", "revision", row.isUnsent),
      ("publication.act.make-known", "notice", awaited == .sending),
      ("publication.act.release", "release", awaited == .release),
      ("publication.act.refrain", "refusal", row.isUnderway),
      ("publication.act.withdraw", "end", row.isPublic(on: reader.today)),
    ]
    return steps.map { words, part, isTime in
      Act.html(
        words, on: row.text.title.description,
        to: about.form(of: row, part, when: isTime), for: reader)
    }.joined()
  }
}
