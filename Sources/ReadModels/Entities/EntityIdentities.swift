import Postgres

/// Under which identities a party or place is known, since some proved to be the same and some of those again.
extension Point {
  /// The identities of those that `named`, which gives keys of entities, proved to be: themselves while they stand by
  /// themselves.
  func survivors(of named: Statement) -> Statement {
    """
    (WITH RECURSIVE upward AS (
      SELECT entity.key, entity.merged_into FROM \(splice: rows(of: EntityRow.self)) AS entity
      WHERE entity.key IN (\(splice: named))
      UNION SELECT entity.key, entity.merged_into FROM upward
      JOIN \(splice: rows(of: EntityRow.self)) AS entity ON entity.key = upward.merged_into
    ) SELECT key FROM upward WHERE merged_into IS NULL)
    """
  }

  /// The identities that `named` gives, and all that proved to be the same as one of those, however many steps away.
  func identities(mergedInto named: Statement) -> Statement {
    """
    (WITH RECURSIVE alike AS (
      SELECT entity.key FROM \(splice: rows(of: EntityRow.self)) AS entity
      WHERE entity.key IN (\(splice: named))
      UNION SELECT entity.key FROM alike
      JOIN \(splice: rows(of: EntityRow.self)) AS entity ON entity.merged_into = alike.key
    ) SELECT key FROM alike)
    """
  }
}
