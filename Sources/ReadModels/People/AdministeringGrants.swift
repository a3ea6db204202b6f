import Domain
public import Postgres

/// The grants that let somebody whose account is open let others in.
public struct AdministeringGrantsQuery: Query {
  public init() {}

  public func statement(at point: Point) -> Statement {
    let roles = Role.allCases.filter { $0.may(.administer) }.map(\.rawValue)
    return """
      SELECT role_grant.* FROM \(splice: point.rows(of: GrantRow.self)) AS role_grant
      JOIN \(splice: point.rows(of: AccountRow.self)) AS account
        ON account.key = role_grant.account
      WHERE account.dropped_on IS NULL AND role_grant.standing = \(GrantRow.Standing.held)
        AND role_grant.grant_given->>'role' = ANY (\(roles))
      """
  }

  public func answer(from rows: Rows) throws -> [GrantRow] {
    try rows.map(GrantRow.init(from:))
  }
}
