import Domain
import Foundation
import ReadModels

/// How grants are told to a reader.
extension Reader {
  /// Where a grant holds, with the way to the programme for who may see it.
  func scope(_ scope: Grant.Scope, among programmes: [ProgrammeNamesQuery.Name] = []) -> HTML {
    let words = scopeText(scope, among: programmes)
    guard case .programme(let id) = scope, maySee(Site.programme(id)) else { return HTML(words) }
    return "<a href=\"\(to(Site.programme(id)))\">\(words)</a>"
  }

  /// The same without a link.
  func scopeText(_ scope: Grant.Scope, among programmes: [ProgrammeNamesQuery.Name]) -> String {
    switch scope {
    case .organisation: text("people.scope.organisation")
    case .programme(let id):
      programmes.first { $0.programme == id }?.label.name.description
        ?? text("people.scope.programme")
    case .caseType(let name):
      text("people.scope.case-type", ["type": .text(name.description)])
    }
  }

  /// On which days a grant holds.
  func term(_ term: Grant.Term) -> String {
    guard let end = term.end else {
      return text("people.term.open", ["start": .text(shortDay(term.start))])
    }
    return text(
      "people.term", ["start": .text(shortDay(term.start)), "end": .text(shortDay(end))])
  }

  /// Who gave or ended a grant.
  func grantor(_ grantor: Grant.Grantor) -> String {
    switch grantor {
    case .person(let id): people.name(ofActor: id, for: self)
    case .founding: text("people.grantor.founding")
    case .operator: text("people.grantor.operator")
    case .directory(let group):
      text("people.grantor.directory", ["group": .text(group.description)])
    }
  }

  /// By whom and why a grant was given, and how it ended.
  func why(_ grant: GrantRow) -> HTML {
    var lines = [
      told(
        grant.standing == .proposed ? "people.proposed" : "people.given",
        ["person": .text(grantor(grant.grantor))], grant.reason)
    ]
    if let second = grant.confirmedBy {
      lines.append(
        told("people.confirmed", ["person": .text(people.name(ofActor: second, for: self))], nil))
    }
    if let end = grant.end {
      lines.append(
        told(
          "people.ended", ["person": .text(grantor(end.by)), "day": .text(shortDay(end.on))],
          end.reason))
    }
    return lines.joined(separator: "<br>")
  }

  private func told(
    _ words: StaticString, _ values: [String: Phrase.Value], _ reason: Prose?
  ) -> HTML {
    let sentence = text(words, values)
    return reason.map { "\(sentence) \($0)" } ?? HTML(sentence)
  }

  /// How a grant stands on `day`.
  func standing(of grant: GrantRow, on day: Day) -> HTML {
    switch grant.standing {
    case .proposed: StatusBadge.html(text("people.standing.proposed"), .warn)
    case .over: StatusBadge.html(text("people.standing.over"))
    case .held where grant.grant.term.holds(on: day):
      StatusBadge.html(text("people.standing.held"), .ok)
    case .held where grant.grant.term.start > day:
      StatusBadge.html(text("people.standing.ahead"))
    case .held: StatusBadge.html(text("people.standing.past"))
    }
  }

  /// Day and time of day of an instant, as clocks in the Netherlands show it.
  func minute(_ instant: Instant) -> String {
    moment(Date(timeIntervalSince1970: Double(instant.seconds)))
  }
}

extension Right {
  /// What it lets somebody do.
  var name: Phrase {
    switch self {
    case .read: "right.read"
    case .explore: "right.explore"
    case .propose: "right.propose"
    case .decide: "right.decide"
    case .manage: "right.manage"
    case .work: "right.work"
    case .inspect: "right.inspect"
    case .analyse: "right.analyse"
    case .curate: "right.curate"
    case .measure: "right.measure"
    case .extend: "right.extend"
    case .signal: "right.signal"
    case .operate: "right.operate"
    case .administer: "right.administer"
    case .review: "right.review"
    case .protect: "right.protect"
    case .keepRecords: "right.keep-records"
    case .breakGlass: "right.break-glass"
    }
  }
}
