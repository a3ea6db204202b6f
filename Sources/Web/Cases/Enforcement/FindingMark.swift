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
    return about.nextLegalDay(of: row).map { "<span>\($0.html(for: reader))</span>" } ?? .nothing
  }
}

/// The nearest legal day of all findings and publications of a case, at the top of its page.
struct NearestLegalDay {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    guard let (day, place) = (ofFindings + ofPublications).min(by: { $0.day.day < $1.day.day })
    else { return .nothing }
    return """
      <p class="row"><span>\(day.html(for: reader))</span>\(place)</p>

      """
  }

  private var ofFindings: [(day: NextLegalDay, place: HTML)] {
    about.findings.filter(\.isEnforceable).compactMap { finding in
      about.nextLegalDay(of: finding).map { day in
        let page = reader.to(Site.finding(about.id, finding.id))
        return (day, "<a href=\"\(page)\">\(finding.finding.rule)</a>")
      }
    }
  }

  private var ofPublications: [(day: NextLegalDay, place: HTML)] {
    about.publications.compactMap { row in
      NextLegalDay.all(for: row, on: reader.dayShown).first.map {
        ($0, "<a href=\"#publication-\(row.id)\">\(row.text.title)</a>")
      }
    }
  }
}
