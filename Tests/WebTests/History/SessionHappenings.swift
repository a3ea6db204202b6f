import Domain
import EventSourcing
import Testing

/// A session of an analysis, in which a colleague and a guest score, with every event in it.
extension Happenings {
  func met() throws -> [Analysis.Event] { try convened() + scored() + concluded() }

  private func convened() throws -> [Analysis.Event] {
    let day = try day(2)
    let planned = Analysis.Convening(
      try line("focusgroep"), step: .choose, form: .focusGroup, heldOn: try self.day(3))
    let moved = Analysis.Convening(
      try line("werksessie"), step: .choose, form: .brainstorm, heldOn: try self.day(4))
    return [
      .sessionConvened(id: id(1), convening: planned, on: day),
      .sessionRevised(id: id(1), convening: moved, on: day),
      .participantInvited(
        session: id(1), id: id(1), participant: .colleague(person: try person("amina")), on: day),
      .participantInvited(session: id(1), id: id(2), participant: try guest("de wit"), on: day),
      .participantInvited(session: id(1), id: id(3), participant: try guest("de groot"), on: day),
      .participantExcused(session: id(1), id: id(3), reason: try prose("ziek"), on: day),
    ]
  }

  private func scored() throws -> [Analysis.Event] {
    let day = try day(2)
    let round = Analysis.Round(
      try line("eerste ronde"),
      [.init(id(1), .chance(subRisk: id(1))), .init(id(2), .effect(subRisk: id(1)))])
    return [
      .roundOpened(session: id(1), id: id(1), round: round, on: day),
      .scored(
        session: id(1), round: id(1), participant: id(1), answers: try answers("vaak"), on: day),
      .scored(
        session: id(1), round: id(1), participant: id(2), answers: try answers("soms"), on: day),
      .roundClosed(session: id(1), id: id(1), on: day),
    ]
  }

  private func concluded() throws -> [Analysis.Event] {
    let day = try day(2)
    let report = Analysis.Attachment(
      FiledDocument(
        try line("verslag.pdf"), .pdf, byteCount: 12_345,
        digest: try #require(ContentDigest(repeatElement(7, count: 32)))),
      description: try line("wat er gezegd is"))
    return [
      .sessionNoted(id: id(1), notes: try prose("druk bezocht"), on: day),
      .sessionNoted(id: id(1), notes: try prose("veel besproken"), on: day),
      .sourceAdded(session: id(1), id: id(1), source: try source("verslag"), on: day),
      .sourceRemoved(session: id(1), id: id(1), on: day),
      .attachmentAdded(session: id(1), id: id(1), attachment: report, on: day),
      .attachmentRemoved(
        session: id(1), id: id(1), reason: try prose("verkeerde versie"), on: day),
      .sessionConcluded(id: id(1), on: day),
      .sessionReopened(id: id(1), reason: try prose("iets vergeten"), on: day),
    ]
  }

  private func guest(_ name: String) throws -> Analysis.Participant {
    .guest(name: try line(name), organisation: try line("brancheclub"))
  }

  private func answers(_ remark: String) throws -> [Analysis.Answer] {
    [.init(id(1), try score(4), remark: try prose(remark)), .init(id(2), try score(2))]
  }
}
