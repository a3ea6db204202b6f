import Domain
import Foundation

/// The intervention matrix of data/enforcement.yaml.
struct MatrixFile: Decodable {
  let number: Int
  let validFrom: Day
  let certainty: Certainty
  /// Under the names of their positions, such as B4.
  let cells: [String: [Enforcement.Measure]]

  /// Reads the edition that comes along with the program from `folder`.
  ///
  /// - Throws: `SeedError` for a position that is none, `Enforcement.MatrixEdition.Gap` when a cell is missing.
  static func supplied(in folder: URL) throws -> Enforcement.MatrixEdition {
    let file = try readSeed(MatrixFile.self, from: folder.appending(path: "enforcement.yaml"))
    return try file.edition
  }

  private var edition: Enforcement.MatrixEdition {
    get throws {
      try Enforcement.MatrixEdition(
        number: number, validFrom: validFrom, certainty: certainty, cells: try matrixCells)
    }
  }

  private var matrixCells: [Enforcement.MatrixEdition.Cell] {
    get throws {
      try cells.map { name, measures in
        guard let position = Enforcement.Position(name) else {
          throw SeedError.malformed(entry: name, reason: "is no cell of the matrix")
        }
        return Enforcement.MatrixEdition.Cell(position, measures)
      }
    }
  }
}
