import Domain
import EventSourcing
import Testing

/// A party with every event that one can have.
extension Happenings {
  func supervised() throws -> [LogEvent] {
    let day = try day(2)
    let visit = SupervisedEntity.AgencyVisit(by: try line("politie"), on: day)
    let relation = SupervisedEntity.Relation(.owns, id(52))
    let kvk = try RegistrationNumber(.kvk, written: "12345678")
    let events: [SupervisedEntity.Event] = [
      .registered(
        kind: .organisation,
        particulars: SupervisedEntity.Particulars(
          name: try line("tuimelaar"), numbers: [kvk], sector: try line("afval"),
          chainRole: try line("vervoerder"),
          address: .dutch(
            street: try line("dijk"), houseNumber: try line("1"),
            postcode: try #require(Postcode("1234 AB")), town: try line("haven")),
          coordinates: try Coordinates(written: "52.1 4.3"), notes: try prose("nachtwerk")),
        on: day),
      .revised(
        particulars: SupervisedEntity.Particulars(
          name: try line("dolfijn"),
          address: .foreign(lines: [try line("hafen")], country: try line("duitsland"))),
        dropped: [kvk], reason: try prose("fout"), on: day),
      .revised(
        particulars: SupervisedEntity.Particulars(name: try line("groep")), dropped: [],
        reason: nil, on: day),
      .aliasAdded(
        id: id(53), alias: SupervisedEntity.Alias(try line("bruinvis"), note: try line("oud")),
        on: day),
      .aliasRemoved(id: id(53), on: day),
      .related(id: id(54), relation: relation, on: day),
      .relationEnded(id: id(54), on: day),
      .absorbed(entity: id(55), on: day), .released(entity: id(55), on: day),
      .agencyNoted(id: id(56), visit: visit, on: day),
      .agencyNoteWithdrawn(id: id(56), reason: try prose("elders"), on: day),
      .merged(into: id(57), reason: try prose("zelfde"), on: day),
      .mergeUndone(reason: try prose("toch niet"), on: day),
    ]
    return events.map(LogEvent.entity)
  }
}
