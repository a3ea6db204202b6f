/// The names that streams hold for the whole log, to find the next of a series.
public protocol ClaimedNames: Sendable {
  /// The name in `scope` that comes last in the order of its characters; nil when none is held.
  ///
  /// Another may be taken right after: whoever takes the next one claims it, and asks again when it was lost.
  func lastName(claimedIn scope: String) async throws -> String?
}
