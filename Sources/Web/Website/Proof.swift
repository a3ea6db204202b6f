import Authentication
import Foundation

/// How old the proof may be of who uses a route.
///
/// Every route says it: there is nothing to fall back on.
public enum Proof: Hashable, Sendable {
  /// As old as the session; none where nobody has to sign in.
  case any
  /// Minutes (`Session.freshSecondsMax`): for what is grave, and for what is taken along about people.
  case fresh

  /// Whether `session` brings it at `now`; nil is no session.
  func isGiven(by session: Session?, at now: Date) -> Bool {
    switch self {
    case .any: true
    case .fresh: session?.isFresh(at: now) ?? false
    }
  }
}
