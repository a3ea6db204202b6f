import Domain
import EventSourcing
import Postgres
import ReadModels
import TestCast
import TestStaging
import Testing

/// Parties and places belong to no programme: who handles cases in one sees them, who does not sees none.
struct InspectionTests {
  private static let own: ProgrammeID = 90

  private static func person(_ role: Role, in scope: Grant.Scope) -> Person {
    Person(
      joris, of: 1, name: "Joris", authority: Authority([.role(role, in: scope)]),
      organisation: TestStage.organisation)
  }

  @Test func `who handles cases in one programme finds them, and sees what happened to them`()
    async throws
  {
    try await TestStage.with { stage in
      try await FirmBook.fill(stage)
      try await FirmBook.perform(
        .noteAgency(41, SupervisedEntity.AgencyVisit(by: "Politie", on: monday), on: monday),
        on: FirmBook.meijer, in: stage)
      try await FirmBook.perform(
        .relate(
          42, SupervisedEntity.Relation(.operates, FirmBook.ship), of: FirmBook.meijer,
          otherKind: .ship, on: monday), on: FirmBook.meijer, in: stage)
      try await stage.rebuild()
      for role in [Role.inspector, .teamMember, .programmeManager] {
        let narrow = Self.person(role, in: .programme(id: Self.own)).viewer
        #expect(narrow.sight == .programmes([Self.own]))
        try await expectAll(in: stage, as: narrow, "\(role)")
      }
      for role in [Role.leadership, .decisionMaker, .privacyOfficer] {
        try await expectAll(in: stage, as: Self.person(role, in: .organisation).viewer, "\(role)")
      }
    }
  }

  @Test func `a partner, an administrator and another organisation see none of it`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.fill(stage)
      try await stage.rebuild()
      let strangers = [
        Self.person(.partner, in: .programme(id: Self.own)).viewer,
        Self.person(.analyst, in: .programme(id: Self.own)).viewer,
        Self.person(.administrator, in: .organisation).viewer,
        Viewer(noor, of: "elders", audiences: [.inspection]),
        Viewer(noor, of: "elders", sight: .programmes([Self.own]), audiences: [.inspection]),
      ]
      for viewer in strangers {
        let (list, entity, change) = try await stage.library.look(
          EntitiesQuery(EntitySelection(), atMost: 50), EntityQuery(FirmBook.meijer),
          LastChangeQuery(
            of: StreamName(SupervisedEntity.category, FirmBook.meijer.identity)), as: viewer)
        #expect(list.entities.isEmpty && entity == nil && change == nil, "\(viewer)")
        #expect(try await stage.found("meijer", as: viewer).isEmpty, "\(viewer)")
        #expect(try await stage.found("12345678", as: viewer).isEmpty, "\(viewer)")
      }
    }
  }

  @Test func `no onlooker reads a row, nor hears from the search that there is one`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.fill(stage)
      try await stage.grantRights()
      let tables = ReadModelList.entities.flatMap { model in
        ["", "_superseded"].map { "\(model.name)__v1.\(model.name)\($0)" }
      }
      for asked in tables.map({ "SELECT * FROM \($0)" })
        + ["SELECT * FROM find_entities('meijer', 10)"]
      {
        for onlooker in Onlooker.readers {
          #expect(try await onlooker.ask(asked, of: stage).isEmpty, "\(onlooker): \(asked)")
        }
        #expect(await Onlooker.door.refusal(asked, of: stage) == .insufficientPrivilege)
      }
    }
  }

  private func expectAll(
    in stage: TestStage, as viewer: Viewer, _ who: Comment
  ) async throws {
    let stream = StreamName(SupervisedEntity.category, FirmBook.meijer.identity)
    let (entity, relations, visits, change) = try await stage.library.look(
      EntityQuery(FirmBook.meijer), RelationsQuery(of: FirmBook.meijer),
      AgencyVisitsQuery(to: FirmBook.meijer), LastChangeQuery(of: stream), as: viewer)
    #expect(entity?.name == "Meijer Transport BV", who)
    #expect(relations.count == 1 && visits.count == 1, who)
    #expect(change?.version == 3, who)
    #expect(try await stage.found("meijer", as: viewer).count == 2, who)
    let (history, recent) = try await stage.library.look(
      HistoryQuery(of: stream), RecentChangesQuery(category: SupervisedEntity.category),
      as: viewer)
    #expect(history.count == 3, who)
    #expect(recent.asked.count == 8, who)
  }
}
