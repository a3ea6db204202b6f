import Domain
import EventSourcing
import Foundation
import Postgres
import ReadModels
import Reads
import TestStaging
import Testing

/// Noon on 2 March 2026 (UTC).
let noon = Date(timeIntervalSince1970: 1_772_452_800)

extension Read {
  /// A line of somebody who viewed a programme.
  static func sample(
    at moment: Date = noon, by person: String = "noor", kind: Kind = .view,
    subject: Subject? = nil, emergency: EmergencyID? = nil, organisation: String? = nil
  ) throws -> Read {
    Read(
      at: moment, organisation: organisation ?? TestStage.organisation,
      person: try #require(PersonID(person)), session: .fresh(), kind: kind,
      route: "programmes/:programme", subject: subject, right: .read, emergency: emergency,
      asOf: nil, status: 200, rowCount: nil)
  }
}

extension TestStage {
  /// The lines that the owner of the database finds.
  func keptKeys() async throws -> [Identity] {
    try await owner.run("SELECT key FROM read_log ORDER BY read_at, key")
      .map { Identity(uuid: try $0["key"]) }
  }

  /// What who watches over personal data finds.
  func found(
    _ choice: ReadsChoice = ReadsChoice(), after place: ReadsQuery.Place? = nil,
    atMost countMax: Int = 100, audiences: Set<Audience> = [.privacy],
    organisation: String = TestStage.organisation
  ) async throws -> [Read] {
    let fatima = Viewer(
      try #require(PersonID("fatima")), of: organisation, audiences: audiences)
    return try await library.look(
      ReadsQuery(choice, after: place, atMost: countMax), as: fatima)
  }
}
