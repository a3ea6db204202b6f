public import Domain
import EventSourcing
import Foundation
public import Postgres

// How values of the domain are kept in a column of their own.

/// A `date`.
extension Day: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .date }

  /// PostgreSQL counts days from 2000-01-01, which is this one here.
  private static let ordinalIn2000 = 10_957

  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try Int32(ordinal - Self.ordinalIn2000).encode(into: &bytes)
  }

  public init(from cell: Cell) throws {
    self = try cell.value(cell.daysSince2000) { Day(ordinal: Int($0) + Self.ordinalIn2000) }
  }
}

extension Line: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .text }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try description.encode(into: &bytes)
  }
  public init(from cell: Cell) throws { self.init(recorded: try String(from: cell)) }
}

extension Prose: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .text }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try description.encode(into: &bytes)
  }
  public init(from cell: Cell) throws { self.init(recorded: try String(from: cell)) }
}

extension PersonID: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .text }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try description.encode(into: &bytes)
  }
  public init(from cell: Cell) throws {
    self = try cell.value(cell.text) { PersonID($0) }
  }
}

/// A `uuid`.
extension Identifier: PostgresArrayEncodable, PostgresEncodable, PostgresArrayDecodable,
  PostgresDecodable
{
  public static var postgresType: PostgresType { .uuid }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try identity.uuid.encode(into: &bytes)
  }
  public init(from cell: Cell) throws { self.init(Identity(uuid: try UUID(from: cell))) }
}

/// Whole cents, as a `bigint`.
extension Euro: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int8 }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try cents.encode(into: &bytes)
  }
  public init(from cell: Cell) throws {
    self = try cell.value({ try Int(from: cell) }) { Euro(cents: $0) }
  }
}

extension Year: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .int4 }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try Int32(rawValue).encode(into: &bytes)
  }
}

extension ElementKey: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .text }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    try description.encode(into: &bytes)
  }
  public init(from cell: Cell) throws {
    self = try cell.value(cell.text) { ElementKey($0) }
  }
}

extension Certainty: PostgresEncodable, PostgresDecodable {}
extension Programme.Phase: PostgresEncodable, PostgresDecodable {}
extension Confidence: PostgresEncodable, PostgresDecodable {}
extension Programme.InterventionStatus: PostgresEncodable, PostgresDecodable {}
extension Programme.InterventionEvaluation.Outcome: PostgresEncodable, PostgresDecodable {}
extension Programme.Estimate.Span: PostgresEncodable, PostgresDecodable {}
extension Programme.Partner.Kind: PostgresEncodable, PostgresDecodable {}
extension Analysis.Step: PostgresEncodable, PostgresDecodable {}
extension Analysis.SessionForm: PostgresEncodable, PostgresDecodable {}
extension BankEntry.Kind: PostgresEncodable, PostgresDecodable {}
extension BankEntry.EvidenceGrade: PostgresEncodable, PostgresDecodable {}

extension Cell {
  fileprivate func text() throws -> String { try String(from: self) }

  /// What `make` takes `raw` for, since a row is only what was written; the error keeps the value itself
  /// out of the log.
  fileprivate func value<Raw, Value>(
    _ raw: () throws -> Raw, _ make: (Raw) -> Value?
  ) throws -> Value {
    let raw = try raw()
    guard let value = make(raw) else { throw mismatch("not a \(Value.self)") }
    return value
  }
}
