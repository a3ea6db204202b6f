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

    init(_ claim: Claim) { (scope, key) = (claim.scope, claim.key) }
  }

  /// Every event's seal, in the order in which the events will stand.
  var root: MerkleTree.Hash { MerkleTree.root(of: members.flatMap(\.leaves)) }

  /// Takes `pending` when it meets none of the members.
  ///
  /// - Returns: whether it did.
  mutating func take(_ pending: PendingAppend) -> Bool {
    let (slices, claims) = (pending.appending.slices, pending.appending.claims)
    guard !commands.contains(pending.command),
      !slices.contains(where: { streams.contains($0.stream) }),
      !claims.contains(where: { names.contains(Name($0.claim)) })
    else { return false }
    commands.insert(pending.command)
    for slice in slices { streams.insert(slice.stream) }
    for (claim, _) in claims { names.insert(Name(claim)) }
    members.append(pending)
    return true
  }
}
