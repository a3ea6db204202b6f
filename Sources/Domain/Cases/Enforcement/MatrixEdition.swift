public import EventSourcing

extension Enforcement {
  /// The matrix as it holds from some day on: which measures each of the sixteen cells allows.
  ///
  /// The contents of the cells are a working set: no authoritative source has them. So they are data, in
  /// numbered editions, and a finding keeps what it was placed under.
  public struct MatrixEdition: Hashable, Sendable {
    /// From 1 on.
    public let number: Int
    public let validFrom: Day
    public let certainty: Certainty
    /// In the order of `Position.all`.
    private let allowed: [[Measure]]

    /// What one cell allows.
    public struct Cell: Hashable, Codable, Sendable {
      public let position: Position
      public let measures: [Measure]

      public init(_ position: Position, _ measures: [Measure]) {
        self.position = position
        self.measures = measures
      }
    }

    /// What a matrix cannot do without, or has too much of.
    public enum Gap: Error, Hashable, Sendable {
      case noNumber
      case cellMissing(Position)
      case cellTwice(Position)
      /// A finding in that cell could not be acted on.
      case nothingAllowed(Position)
      case measureTwice(Position, Measure)
    }

    /// - Throws: the first gap, so that every cell of a matrix that is there resolves.
    public init(
      number: Int, validFrom: Day, certainty: Certainty, cells: [Cell]
    ) throws(Gap) {
      guard number >= 1 else { throw .noNumber }
      var allowed: [[Measure]] = []
      for position in Position.all {
        allowed.append(try Self.measures(at: position, of: cells))
      }
      self.number = number
      self.validFrom = validFrom
      self.certainty = certainty
      self.allowed = allowed
    }
  }
}

extension Enforcement.MatrixEdition {
  /// What the cell allows, from light to heavy; never empty.
  public subscript(position: Enforcement.Position) -> [Enforcement.Measure] {
    let offenders = Enforcement.OffenderType.allCases
    let row = offenders.firstIndex(of: position.offender) ?? 0
    let rows = Enforcement.Consequence.allCases.count
    return allowed[row * rows + position.consequence.rawValue - 1]
  }

  /// All sixteen, from A1 to D4.
  public var cells: [Cell] { Enforcement.Position.all.map { Cell($0, self[$0]) } }

  private static func measures(
    at position: Enforcement.Position, of cells: [Cell]
  ) throws(Gap) -> [Enforcement.Measure] {
    let found = cells.filter { $0.position == position }
    guard let cell = found.first else { throw .cellMissing(position) }
    guard found.count == 1 else { throw .cellTwice(position) }
    guard !cell.measures.isEmpty else { throw .nothingAllowed(position) }
    let sorted = cell.measures.sorted()
    for (measure, next) in zip(sorted, sorted.dropFirst()) where measure == next {
      throw .measureTwice(position, measure)
    }
    return sorted
  }
}

extension Enforcement.MatrixEdition: Codable {
  private enum CodingKeys: String, CodingKey {
    case number
    case validFrom
    case certainty
    case cells
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      number: fields.decode(Int.self, forKey: .number),
      validFrom: fields.decode(Day.self, forKey: .validFrom),
      certainty: fields.decode(Certainty.self, forKey: .certainty),
      cells: fields.decode([Cell].self, forKey: .cells))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(number, forKey: .number)
    try fields.encode(validFrom, forKey: .validFrom)
    try fields.encode(certainty, forKey: .certainty)
    try fields.encode(cells, forKey: .cells)
  }
}

extension Enforcement.MatrixEdition: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "number": .impersonal, "validFrom": .impersonal, "certainty": .impersonal,
    "cells": .each(.part(Cell.self)),
  ]
}

extension Enforcement.MatrixEdition.Cell: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "position": .part(Enforcement.Position.self), "measures": .each(.impersonal),
  ]
}
