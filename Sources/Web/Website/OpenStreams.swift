import Domain
import EventSourcing
import HTTPTypes
import Synchronization

/// How many streams are open on this node, and by whom.
///
/// A browser has some six connections to a site; whoever kept them all open would wait for every page.
final class OpenStreams: Sendable {
  static let countMax = 1000
  static let perWatcherMax = 4

  /// Whose stream it is.
  enum Watcher: Hashable, Sendable {
    case person(PersonID)
    /// A guest, by their link.
    case link(Identity)
  }

  /// One open stream; it is given back when nothing holds it any more, however it ended.
  final class Place: Sendable {
    private let streams: OpenStreams
    private let watcher: Watcher

    fileprivate init(_ watcher: Watcher, in streams: OpenStreams) {
      self.watcher = watcher
      self.streams = streams
    }

    deinit { streams.leave(watcher) }
  }

  private struct Counts {
    var all = 0
    var byWatcher: [Watcher: Int] = [:]
  }

  private let counts = Mutex(Counts())

  /// A place for one stream more.
  ///
  /// - Throws: 429 when `watcher` has too many open, and 503 when the node has.
  func take(for watcher: Watcher) throws(Problem) -> Place {
    let refusal = counts.withLock { counts -> Problem? in
      let own = counts.byWatcher[watcher, default: 0]
      guard own < Self.perWatcherMax else {
        return Problem(.tooManyRequests, retryAfterSeconds: 30)
      }
      guard counts.all < Self.countMax else {
        return Problem(.serviceUnavailable, retryAfterSeconds: 30)
      }
      counts.all += 1
      counts.byWatcher[watcher] = own + 1
      return nil
    }
    if let refusal { throw refusal }
    return Place(watcher, in: self)
  }

  private func leave(_ watcher: Watcher) {
    counts.withLock { counts in
      counts.all -= 1
      let own = counts.byWatcher[watcher, default: 1] - 1
      counts.byWatcher[watcher] = own > 0 ? own : nil
    }
  }
}
