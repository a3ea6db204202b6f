import Domain
import EventSourcing
import ReadModels

/// One case as who keeps the records acts on it: how long it is kept, and nothing of what it is about.
struct KeptCase: Subject {
  let kept: CaseKept
  let schedule: RetentionSchedule

  var row: CaseRetentionRow { kept.retention }
  var identity: Identity { row.id.identity }
  /// Every form about it goes by the rules alone, so none is held against what its writer saw.
  var version: Int { 0 }
  /// Of a case that somebody does not see, the list is all there is.
  var page: Link { kept.isSeen ? Site.caseFile(row.id) : Site.retention }
  /// Who keeps the records does so of the whole organisation.
  var place: Authority.Place { .organisation }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("cases.title"), Site.cases),
      Crumb(reader.text("retention.list.title"), Site.retention),
    ]
  }

  /// Under which its destruction was proposed, or else what the schedule says; nil while it goes on.
  var term: Retention.Term? { row.term ?? row.term(under: schedule) }

  func facts(for reader: Reader) -> HTML {
    RetentionFacts(row: row, term: term, reader: reader).html
  }
}

extension CaseRetentionRow {
  func term(under schedule: RetentionSchedule) -> Retention.Term? {
    guard let result, let closedOn else { return nil }
    return schedule.term(after: result, on: closedOn)
  }
}

/// What can be done about the keeping of one case, now and by this reader.
struct KeepingActs {
  let row: CaseRetentionRow
  let term: Retention.Term?
  /// What the acts are done to, for who does not see where they stand; nil where the page says so.
  let thing: String?
  let reader: Reader

  var html: HTML {
    let (isHeld, isKept) = (row.heldBecause != nil, row.stage == .kept || row.stage == .proposed)
    let isOver = term.map { $0.until < reader.today } ?? false
    let mine = row.proposed?.by == reader.visitor.person?.id
    let links: [(Phrase, Link?)] = [
      ("retention.act.hold", form("hold", when: isKept && !isHeld)),
      ("retention.act.lift", form("hold", "end", when: isKept && isHeld)),
      ("retention.act.propose", form("destruction", when: row.stage == .kept && isOver && !isHeld)),
      (
        "retention.act.approve",
        form("destruction", "approval", when: row.stage == .proposed && !mine && !isHeld)
      ),
      ("retention.act.decline", form("destruction", "declining", when: row.stage == .proposed)),
    ]
    return links.map { words, link in Act.html(words, on: thing, to: link, for: reader) }.joined()
  }

  /// The form at this part of its address, for who watches over what must be kept.
  private func form(_ part: String..., when isTime: Bool) -> Link? {
    let link = Link(segments: Site.caseFile(row.id).segments + part)
    return isTime && reader.mayPost(to: link) && reader.may(.keepRecords, at: .organisation)
      ? link : nil
  }
}
