import Foundation
import Testing

@testable import OpenIDConnect

/// What may be used once.
struct UsesTests {
  private let noon = PlayedProvider.noon

  private func mark(_ identifier: String, _ purpose: UseMark.Purpose = .departure) throws -> UseMark
  {
    UseMark(identifier, for: purpose, at: try #require(Issuer("https://a.example")))
  }

  @Test func `something is used once until its end`() async throws {
    let uses = UsesInMemory()
    #expect(try await uses.begin(mark("a"), until: noon + 60, at: noon))
    #expect(try await !uses.begin(mark("a"), until: noon + 60, at: noon + 59))
    #expect(try await uses.begin(mark("b"), until: noon + 60, at: noon))
  }

  @Test func `the same name for another purpose or at another provider is another use`() throws {
    let other = UseMark("a", for: .departure, at: try #require(Issuer("https://b.example")))
    #expect(Set([try mark("a"), try mark("a", .logoutToken), other]).count == 3)
  }

  @Test func `without room nothing is forgotten before its time`() async throws {
    let uses = UsesInMemory(countMax: 2)
    #expect(try await uses.begin(mark("a"), until: noon + 60, at: noon))
    #expect(try await uses.begin(mark("b"), until: noon + 90, at: noon))
    await #expect(throws: UsesInMemory.Full.self) {
      try await uses.begin(mark("c"), until: noon + 60, at: noon + 59)
    }
    #expect(try await uses.begin(mark("c"), until: noon + 120, at: noon + 60))
    #expect(try await !uses.begin(mark("b"), until: noon + 90, at: noon + 60))
  }
}
