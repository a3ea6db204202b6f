import Synchronization

/// What befell the store, counted.
struct TortureToll: Sendable {
  var rounds = 0
  var events = 0
  var acknowledged = 0
  var refused = 0
  var unknown = 0
  /// Acknowledged commands that are not in the log.
  var lost = 0
  var serverKills = 0
  var nodeKills = 0
  var nodesReplaced = 0
  var connectionsCut = 0

  static func += (total: inout TortureToll, part: TortureToll) {
    for count in [
      \.rounds, \.events, \.acknowledged, \.refused, \.unknown, \.lost, \.serverKills, \.nodeKills,
      \.nodesReplaced, \.connectionsCut,
    ] as [WritableKeyPath<TortureToll, Int>] {
      total[keyPath: count] += part[keyPath: count]
    }
  }
}

extension TortureToll: CustomStringConvertible {
  var description: String {
    """
    \(events) events of \(acknowledged) acknowledged commands (\(refused) refused, \(unknown) unknown); \
    server killed \(serverKills) times, node killed \(nodeKills) times, node replaced \
    \(nodesReplaced) times, \(connectionsCut) connections cut; acknowledged and lost: \(lost)
    """
  }
}
