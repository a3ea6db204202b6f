import EventSourcing

/// The commands that go to the log in one call: no two of them meet at a stream, a name or an identity.
struct AppendBatch {
  private(set) var members: [PendingAppend] = []
  private var commands: Set<Identity> = []
  private var streams: Set<StreamName> = []
  private var names: Set<Name> = []

  private struct Name: Hashable {
    let scope: String
    let key: String
  }

  /// Every event's seal, in the order in which the events will stand.
  var root: [UInt8] { MerkleTree.root(of: members.flatMap(\.leaves)) }

  /// Takes `pending` when it meets none of the members.
  ///
  /// - Returns: whether it did.
  mutating func take(_ pending: PendingAppend) -> Bool {
    let theirStreams = pending.appending.slices.map(\.stream)
    let theirNames = pending.appending.claims.map { Name(scope: $0.claim.scope, key: $0.claim.key) }
    guard !commands.contains(pending.command), streams.isDisjoint(with: theirStreams),
      names.isDisjoint(with: theirNames)
    else { return false }
    commands.insert(pending.command)
    streams.formUnion(theirStreams)
    names.formUnion(theirNames)
    members.append(pending)
    return true
  }
}
