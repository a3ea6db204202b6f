import Domain
import ReadModels

/// What is filled in where a letter leaves a place, all of it from the file.
struct LetterPlaces {
  let about: CaseSubject
  /// To whom the letter goes.
  let to: Line
  let findings: [CaseFindingID]
  let on: Day

  init(about: CaseSubject, to name: Line, findings: [CaseFindingID], on day: Day) {
    self.about = about
    to = name
    self.findings = findings
    on = day
  }

  /// All places, as one writes them.
  static var written: String {
    LetterContent.Place.allCases.map(\.written).joined(separator: " ")
  }

  /// `text` with its places filled in; what the file does not say stays open.
  func filled(_ text: Prose) throws(LetterContent.Refusal) -> String {
    var filled = ""
    for piece in try LetterContent.pieces(of: text) {
      switch piece {
      case .words(let words): filled += words
      case .place(let place): filled += words(for: place) ?? place.written
      }
    }
    return filled
  }

  /// The places of `text` about which the file says nothing.
  func missing(in text: Prose) -> [LetterContent.Place] {
    let pieces = (try? LetterContent.pieces(of: text)) ?? []
    return LetterContent.Place.allCases.filter {
      pieces.contains(.place($0)) && words(for: $0) == nil
    }
  }

  private func words(for place: LetterContent.Place) -> String? {
    let reader = about.reader
    return switch place {
    case .caseNumber: about.file.number.description
    case .subject: about.file.title.description
    case .party: to.description
    case .location: (last?.place ?? about.file.plan?.place)?.description
    case .day: reader.day(on)
    case .visitDay: (last?.on ?? about.file.plan?.day).map { reader.day($0) }
    case .findings: list
    case .handler: reader.listed(about.file.handlers.map { about.names.name(of: $0) })
    case .organisation: about.file.organisationName.description
    }
  }

  /// The last intervention; rows come with the last on top.
  private var last: CaseFile.Intervention? { about.interventions.first?.intervention }

  private var list: String? {
    let rows = about.standingFindings.filter { findings.contains($0.id) }
    guard !rows.isEmpty else { return nil }
    return rows.map { row in
      let basis = row.finding.legalBasis.map { " (\($0))" } ?? ""
      return "– \(row.finding.rule)\(basis): \(about.reader.text(row.finding.outcome.name))"
    }.joined(separator: "\n")
  }
}
