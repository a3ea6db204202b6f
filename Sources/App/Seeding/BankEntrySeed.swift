import Domain
import EventSourcing
import Foundation

/// The entries of data/bank.yaml.
struct BankSeedFile: Decodable {
  /// Who wrote them, and under which licence they may be used.
  let organisation: String
  let licence: String
  let takenOverOn: Day
  let reviewOn: Day
  let sources: [String: SourceEntry]
  let entries: [Entry]

  struct Entry: Decodable {
    let key: String
    let version: Int
    let kind: BankEntry.Kind
    let title: String
    let text: String
    let fits: String?
    let fitsNot: String?
    let legalLimits: String?
    let burden: String?
    let interventionTypes: [References.InterventionType.Key]
    let determinants: [References.Determinant.Code]
    let sector: String?
    let evidence: BankEntry.EvidenceGrade
    let source: String
    /// Nil for that of the whole file.
    let takenOverOn: Day?
    let reviewOn: Day?
  }
}

/// One entry of the data bank as the command that takes it over.
struct BankEntrySeed {
  let id: BankEntryID
  let steps: [SeedStep<BankEntry>]

  init(_ entry: BankSeedFile.Entry, in file: BankSeedFile, of organisation: Line) throws {
    let name = "bank/\(entry.key)"
    guard let person = PersonID(Seeder.actor) else {
      throw SeedError.malformed(entry: name, reason: "\(Seeder.actor) is nobody")
    }
    id = BankEntryID(.derived(from: name))
    let provenance = BankEntry.Provenance(
      organisation: try Line(file.organisation), version: entry.version,
      licence: try Line(file.licence))
    let takeOver = BankEntry.Command.takeOver(
      try entry.article(file.sources), provenance, organisation: organisation, by: person,
      reviewOn: entry.reviewOn ?? file.reviewOn, on: entry.takenOverOn ?? file.takenOverOn)
    steps = [SeedStep(name: "\(name)/version/\(entry.version)", command: takeOver)]
  }
}

extension BankEntry.Refusal {
  /// Whether people here have gone on with the entry, so that it is left as they have it.
  var saysPeopleWereFirst: Bool {
    switch self {
    case .proposalPending, .retired, .beforeLast, .ownEntry, .heldFrom, .notLaterThan: true
    case .alreadyProposed, .notProposed, .nothingPending, .proposerCannotAccept, .notAccepted,
      .reviewNotAfter:
      false
    }
  }
}

extension BankSeedFile.Entry {
  fileprivate func article(_ sources: [String: SourceEntry]) throws -> BankEntry.Article {
    BankEntry.Article(
      kind, title: try Line(title), text: try Prose(text), fits: try fits.map { try Prose($0) },
      fitsNot: try fitsNot.map { try Prose($0) },
      legalLimits: try legalLimits.map { try Prose($0) },
      burden: try burden.map { try Prose($0) }, interventionTypes: interventionTypes,
      determinants: determinants, sector: try sector.map { try Line($0) }, evidence: evidence,
      source: try sources.source(source))
  }
}
