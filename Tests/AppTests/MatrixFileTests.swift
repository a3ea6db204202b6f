import Domain
import Foundation
import Testing

@testable import App

struct MatrixFileTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data")

  @Test(arguments: Enforcement.Position.all)
  func `every cell of the matrix that comes along resolves`(
    position: Enforcement.Position
  ) throws {
    let matrix = try MatrixFile.supplied(in: Self.folder)
    let allowed = matrix[position]
    #expect(!allowed.isEmpty)
    // Who is better disposed, or does less harm, is never open to something harsher.
    for lighter in Enforcement.Position.all where lighter.isNoHeavier(than: position) {
      #expect(try #require(matrix[lighter].max()) <= #require(allowed.max()), "\(lighter)")
    }
  }

  @Test func `the first edition is a working set`() throws {
    let matrix = try MatrixFile.supplied(in: Self.folder)
    #expect(matrix.number == 1)
    #expect(matrix.certainty == .working)
    #expect(matrix[.init(.indifferent, .considerable)].contains(.officialReport))
    #expect(matrix[.init(.wellMeaning, .none)] == [.inform, .address])
  }
}

extension Enforcement.Position {
  fileprivate func isNoHeavier(than other: Enforcement.Position) -> Bool {
    offender.rawValue <= other.offender.rawValue
      && consequence.rawValue <= other.consequence.rawValue
  }
}
