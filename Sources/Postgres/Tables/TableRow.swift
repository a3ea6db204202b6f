public import Foundation

/// What a row of a table is called by: its primary key.
public protocol TableKey: Hashable, Sendable, PostgresEncodable, PostgresDecodable {}

extension UUID: TableKey {}
extension Int: TableKey {}
extension String: TableKey {}

/// A row's own columns, to and from the table.
public protocol TableRow: Equatable, Sendable {
  /// Its own columns, without the key, the position and the scope.
  static var columns: [Column] { get }
  /// Writes every column, in the order of `columns`.
  func encode(into writer: inout ColumnWriter)
  init(from row: Row) throws
}

/// Who may see a row: the columns that row-level security reads.
public struct RowScope: Hashable, Sendable {
  public let organisation: String
  public let programme: UUID?
  public let confidentiality: Int

  public init(organisation: String, programme: UUID? = nil, confidentiality: Int = 0) {
    self.organisation = organisation
    self.programme = programme
    self.confidentiality = confidentiality
  }

  public init(from row: Row) throws(PostgresError) {
    organisation = try row["organisation"]
    programme = try row["programme"]
    confidentiality = try row["confidentiality"]
  }

  static let columns = [
    Column("organisation", .text), Column("programme", .uuid), Column("confidentiality", .int2),
  ]

  func encode(into writer: inout ColumnWriter) {
    writer.write("organisation", organisation)
    writer.write("programme", programme)
    writer.write("confidentiality", confidentiality)
  }
}
