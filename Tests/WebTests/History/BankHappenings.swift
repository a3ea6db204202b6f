import Domain
import EventSourcing

/// An entry of the data bank that was written here, and one that was taken over, with every event between them.
extension Happenings {
  func banked() throws -> [LogEvent] {
    let day = try day(2)
    let events: [BankEntry.Event] = [
      .proposed(
        article: try article("een", .practice, .observed), organisation: try line("inspectie"),
        by: try person("noor"), on: day),
      .declined(by: try person("amina"), reason: try prose("te kort"), on: day),
      .amended(
        article: try article("twee", .literature, .measured), by: try person("noor"), on: day),
      .amended(article: try article("drie", .practice, .measured), by: try person("noor"), on: day),
      .accepted(
        version: 1, article: try article("drie", .practice, .measured), by: try person("amina"),
        reviewOn: try self.day(9), on: day),
      .confirmed(by: try person("amina"), reviewOn: try self.day(12), on: day),
      .retired(by: try person("amina"), reason: try prose("achterhaald"), on: day),
    ]
    return events.map(LogEvent.bankEntry)
  }

  func shared() throws -> [LogEvent] {
    let day = try day(2)
    let organisation = try line("inspectie")
    let first = BankEntry.Provenance(
      organisation: try line("buren"), version: 3, licence: try line("licentie"))
    let second = BankEntry.Provenance(
      organisation: try line("buren"), version: 4, licence: try line("andere licentie"),
      basis: .init(organisation: try line("verre buren"), version: 2))
    let events: [BankEntry.Event] = [
      .takenOver(
        version: 1, article: try article("een", .intervention, .opinion), provenance: first,
        organisation: organisation, by: try person("noor"), reviewOn: try self.day(9), on: day),
      .takenOver(
        version: 2, article: try article("twee", .intervention, .compared), provenance: second,
        organisation: organisation, by: try person("noor"), reviewOn: try self.day(12), on: day),
    ]
    return events.map(LogEvent.bankEntry)
  }

  private func article(
    _ version: String, _ kind: BankEntry.Kind, _ evidence: BankEntry.EvidenceGrade
  ) throws -> BankEntry.Article {
    BankEntry.Article(
      kind, title: try line("brief \(version)"), text: try prose("tekst \(version)"),
      fits: try prose("past \(version)"), fitsNot: try prose("past niet \(version)"),
      legalLimits: try prose("wet \(version)"), burden: try prose("lezen \(version)"),
      interventionTypes: [try key("leaflet")], determinants: [try key("T1"), try key("T7")],
      sector: try line("taxi \(version)"), evidence: evidence, source: try source("bron \(version)")
    )
  }
}
