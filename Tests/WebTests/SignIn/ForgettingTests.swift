import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import Postgres
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Taking away how somebody who is erased signed in, over a real database.
@Suite struct ForgettingTests {
  private static let account = AccountID(.fresh())
  private static let person = PersonID.opaque(for: account)

  @Test func `what an erasure took away is counted over every time that it was tried`() async throws
  {
    try await TestStage.with { stage in
      let door = Door(stage.entrance)
      let (erasure, other) = (ErasureID(.fresh()), ErasureID(.fresh()))
      func signIn() async throws {
        _ = try await door.begin(
          Self.person, by: .password, browser: "", provider: nil, at: TestSite.noon)
      }
      for _ in 0..<2 { try await signIn() }
      #expect(try await door.forget(Self.person, for: erasure) == 2)
      #expect(try await door.forget(Self.person, for: erasure) == 2)
      try await signIn()
      #expect(try await door.forget(Self.person, for: erasure) == 3)
      #expect(try await door.forget(Self.person, for: other) == 0)
    }
  }
}
