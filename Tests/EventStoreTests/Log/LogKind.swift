import EventSourcing
import EventStore
import TestSupport

/// The kinds of log that the contract holds for.
enum LogKind: CaseIterable {
  case inMemory
  case postgres

  /// Opens a log of this kind for `body`.
  func open(_ body: (any Log) async throws -> Void) async throws {
    switch self {
    case .inMemory: try await body(InMemoryLog())
    case .postgres: try await withStore { store in try await body(store.log) }
    }
  }
}
