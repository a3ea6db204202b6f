import Postgres

/// Under which identities a party or place is known, since some proved to be the same and some of those again.
///
/// One key is asked after the other: joined by what one says of the other, all parties and places would be read.
extension Point {
  /// The identity of the one that `named`, an identity of an entity, proved to be: itself while it stands by itself.
  func survivor(of named: Statement) -> Statement {
    """
    (WITH RECURSIVE upward AS (
      SELECT entity.key, entity.merged_into FROM \(splice: rows(of: EntityRow.self)) AS entity
      WHERE entity.key = \(splice: named)
      UNION SELECT entity.key, entity.merged_into FROM upward
      JOIN \(splice: rows(of: EntityRow.self)) AS entity ON entity.key = upward.merged_into
    ) SELECT key FROM upward WHERE merged_into IS NULL)
    """
  }

  /// The identity `named` and all that proved to be the same as it or as one of those, as an array.
  func identities(mergedInto named: Statement) -> Statement {
    """
    (ARRAY(WITH RECURSIVE alike AS (
      SELECT entity.key FROM \(splice: rows(of: EntityRow.self)) AS entity
      WHERE entity.key = \(splice: named)
      UNION SELECT entity.key FROM alike
      JOIN \(splice: rows(of: EntityRow.self)) AS entity ON entity.merged_into = alike.key
    ) SELECT key FROM alike))
    """
  }
}
