import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

extension StagedSite {
  /// Takes over a programme and gives its address.
  func adopted(
    number: Int = 4, phase: Programme.Phase = .development, in year: Int = 2026
  ) async throws -> String {
    let answer = try await send(
      [
        "year": String(year), "number": String(number), "name": "Schone lucht",
        "problem": "De lucht is vuil.", "manager": "noor", "start": "1-1-\(year)",
        "review": "1-7-\(year)", "end": "31-12-\(year)", "phase": phase.rawValue,
        "plan": "Meerjarenplan \(year)", "source": "Het plan", "certainty": "sourced",
        "on": "2-1-\(year)",
      ], to: "/programmes/new", as: Self.daan)
    #expect(answer.status == .seeOther)
    return try #require(answer.headers[.location])
  }
}
