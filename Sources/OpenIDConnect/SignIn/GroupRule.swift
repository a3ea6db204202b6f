/// Which roles come with which groups of a provider.
///
/// Names are compared byte for byte. A group that is not in the rule gives nothing.
public struct GroupRule<Role: Hashable & Sendable>: Sendable {
  /// By the bytes of the group's name: two texts that only look the same are two groups.
  private let roles: [[UInt8]: Set<Role>]

  public init(_ roles: [(group: String, role: Role)]) {
    self.roles = roles.reduce(into: [:]) { roles, pair in
      roles[Array(pair.group.utf8), default: []].insert(pair.role)
    }
  }

  /// All roles of somebody who is in these groups.
  public func roles(in groups: [String]) -> Set<Role> {
    groups.reduce(into: []) { $0.formUnion(roles[Array($1.utf8)] ?? []) }
  }
}
