import Domain
import EventSourcing
import ReadModels
import TestCast
import TestStaging
import Testing

/// Parties and places as rows, then and now.
struct EntityRowsTests {
  private static let id: EntityID = 21
  private static let other: EntityID = 22

  private static let story: [SupervisedEntity.Command] = [
    .register(
      .organisation,
      SupervisedEntity.Particulars(
        name: "Tuimelaar", sector: "Afval",
        address: .foreign(lines: ["Hafen 1"], country: "Duitsland"), notes: "Nieuw"), on: monday),
    .addAlias(31, SupervisedEntity.Alias("Dolfijn", note: "handelsnaam"), on: monday),
    .revise(SupervisedEntity.Particulars(name: "Tuimelaar Groep"), reason: "Fout", on: tuesday),
    .relate(
      32, SupervisedEntity.Relation(.owns, other), of: id, otherKind: .site, on: tuesday),
    .noteAgency(33, SupervisedEntity.AgencyVisit(by: "Politie", on: monday), on: tuesday),
    .endRelation(32, on: wednesday),
    .removeAlias(31, on: wednesday),
    .withdrawAgencyNote(33, reason: "Was elders", on: wednesday),
    .merge(id, into: other, ofKind: .organisation, reason: "Zelfde", on: wednesday),
    .undoMerge(reason: "Toch niet", on: thursday),
  ]

  @Test func `every step reads as the aggregate has it, then and ever after`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.register(Self.other, .site, "Werf", in: stage)
      var state = SupervisedEntity.initial
      var steps: [(position: Int, dossier: SupervisedEntity.Dossier)] = []
      for command in Self.story {
        state = try SupervisedEntity.decide(command, state).reduce(state, SupervisedEntity.evolve)
        let receipt = try await FirmBook.perform(command, on: Self.id, in: stage)
        steps.append((receipt.position, try #require(state.dossier)))
      }
      try await stage.rebuild()
      for (position, dossier) in steps {
        let (entity, relations, visits) = try await stage.library.look(
          EntityQuery(Self.id), RelationsQuery(of: Self.id), AgencyVisitsQuery(to: Self.id),
          as: stage.viewer(noor), at: .position(position))
        let row = try #require(entity)
        #expect(row.kind == dossier.kind && row.registeredOn == dossier.registeredOn)
        #expect(row.particulars == dossier.particulars, "as of \(position)")
        #expect(row.aliases.map(\.alias) == dossier.aliases.entries.map(\.value))
        #expect(row.merge?.survivor == dossier.merge?.survivor, "as of \(position)")
        #expect(
          relations.filter { $0.row.endedOn == nil }.map(\.row.relation)
            == dossier.relations.entries.map(\.value.relation), "as of \(position)")
        #expect(visits.map(\.visit) == dossier.agencyVisits.entries.map(\.value))
      }
    }
  }

  @Test func `a relation is seen from both sides, and stays when it has ended`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.register(Self.other, .site, "Werf", in: stage)
      for command in Self.story.prefix(6) {
        try await FirmBook.perform(command, on: Self.id, in: stage)
      }
      try await stage.rebuild()
      let (own, others) = try await stage.library.look(
        RelationsQuery(of: Self.id), RelationsQuery(of: Self.other), as: stage.viewer(noor))
      #expect(own.map(\.otherName) == ["Werf"] && own.map(\.isOwn) == [true])
      #expect(others.map(\.otherName) == ["Tuimelaar Groep"] && others.map(\.isOwn) == [false])
      #expect(others.map(\.row.endedOn) == [wednesday])
    }
  }

  @Test func `what was merged points to the one that stays, which shows its visits`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.register(Self.other, .organisation, "Tuimelaar Groep", in: stage)
      for command in Self.story.prefix(5) + [Self.story[8]] {
        try await FirmBook.perform(command, on: Self.id, in: stage)
      }
      try await stage.rebuild()
      let (survivor, merged, visits) = try await stage.library.look(
        SurvivorQuery(of: Self.id), MergedEntitiesQuery(into: Self.other),
        AgencyVisitsQuery(to: Self.other), as: stage.viewer(noor))
      #expect(survivor?.id == Self.other)
      #expect(merged.map(\.id) == [Self.id])
      #expect(visits.map(\.visit.agency) == ["Politie"])
    }
  }
}
