import Domain
import ReadModels

/// How far the enforcement of a finding is, in a line beside it on the page of its case.
struct FindingMark {
  let about: CaseSubject
  let row: CaseFindingRow

  private var reader: Reader { about.reader }

  var html: HTML {
    guard row.isEnforceable else { return .nothing }
    let enforcement = about.enforcement.first { $0.id == row.id }
    let link = Act.html(
      "enforcement.to-page", on: row.finding.rule.description, to: Site.finding(about.id, row.id),
      for: reader)
    guard let enforcement else { return "<p class=\"row\">\(link)</p>\n" }
    return """
      <p class="row">\(link)<span>\(words(of: enforcement))</span>\(standing(of: enforcement))</p>

      """
  }

  /// Its cell and its measure.
  private func words(of enforcement: CaseEnforcementRow) -> String {
    let cell = enforcement.dossier.placement?.value.position.description
    let measure = enforcement.measure.map { reader.text($0.name) }
    return [cell, measure].compactMap { $0 }.joined(separator: ", ")
  }

  /// How it ended, or the next legal day.
  private func standing(of enforcement: CaseEnforcementRow) -> HTML {
    if let ending = enforcement.dossier.conclusion?.value.ending {
      return StatusBadge.html(reader.text(ending.name), ending.tone)
    }
    let next = NextLegalDay.next(for: enforcement.dossier, on: reader.dayShown)
    return next.map { "<span>\($0.html(for: reader))</span>" } ?? .nothing
  }
}

/// The nearest legal day of all findings of a case, at the top of its page.
struct NearestLegalDay {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    guard let (finding, day) = nearest else { return .nothing }
    return """
      <p class="row"><span>\(day.html(for: reader))</span>\
      <a href="\(reader.to(Site.finding(about.id, finding.id)))">\(finding.finding.rule)</a></p>

      """
  }

  private var nearest: (CaseFindingRow, NextLegalDay)? {
    let days = about.standingEnforcement.compactMap { enforcement in
      NextLegalDay.next(for: enforcement.dossier, on: reader.dayShown).map { (enforcement.id, $0) }
    }
    guard let (id, day) = days.min(by: { $0.1.day < $1.1.day }) else { return nil }
    return about.findings.first { $0.id == id }.map { ($0, day) }
  }
}
