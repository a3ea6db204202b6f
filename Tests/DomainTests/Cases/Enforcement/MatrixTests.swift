import Domain
import Foundation
import TestCast
import Testing

struct MatrixTests {
  typealias Cell = Enforcement.MatrixEdition.Cell

  @Test func `there are sixteen cells, from A1 to D4, each under its own name`() {
    let names = Enforcement.Position.all.map(\.description)
    #expect(
      names == [
        "A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4", "D1", "D2", "D3",
        "D4",
      ])
    for position in Enforcement.Position.all {
      #expect(Enforcement.Position(position.description) == position)
    }
    for name in ["", "A", "A0", "A5", "E1", "a1", "1A", "A1 ", "A\u{301}1"] {
      #expect(Enforcement.Position(name) == nil)
    }
  }

  @Test func `every cell gives what was put in it, and no other`() {
    // The measures at hand are thirteen: a cell is known by a pair of them.
    let measures = Enforcement.Measure.allCases
    func pair(_ position: Enforcement.Position) -> [Enforcement.Measure] {
      let place = Enforcement.Position.all.firstIndex(of: position) ?? 0
      return [measures[place / 4], measures[4 + place % 4]]
    }
    let edition = Depot.edition(pair)
    for position in Enforcement.Position.all {
      #expect(edition[position] == pair(position), "\(position)")
    }
    #expect(Set(Enforcement.Position.all.map { edition[$0] }).count == 16)
  }

  @Test(arguments: Enforcement.Position.all)
  func `a matrix without one of its cells cannot be made`(position: Enforcement.Position) {
    let others = Enforcement.Position.all.filter { $0 != position }.map { Cell($0, [.warn]) }
    #expect(make(others) == .cellMissing(position))
    #expect(make(others + [Cell(position, [])]) == .nothingAllowed(position))
    #expect(
      make(others + [Cell(position, [.warn]), Cell(position, [.fine])]) == .cellTwice(position))
    #expect(
      make(others + [Cell(position, [.fine, .warn, .fine])]) == .measureTwice(position, .fine))
    #expect(make(others + [Cell(position, [.fine])]) == nil)
  }

  @Test func `editions are numbered from one`() {
    let cells = Enforcement.Position.all.map { Cell($0, [.warn]) }
    #expect(make(cells, number: 0) == .noNumber)
  }

  @Test func `a matrix is kept as its cells, and one with a gap is not read`() throws {
    let json = try JSONEncoder().encode(Depot.matrix)
    #expect(
      try JSONDecoder().decode(Enforcement.MatrixEdition.self, from: json) == Depot.matrix)
    let gap = Data(#"{"number":1,"validFrom":"2026-03-01","certainty":"working","cells":[]}"#.utf8)
    #expect(throws: Enforcement.MatrixEdition.Gap.cellMissing(.init(.wellMeaning, .none))) {
      try JSONDecoder().decode(Enforcement.MatrixEdition.self, from: gap)
    }
  }

  @Test func `measures go from light to heavy, and each has its category`() {
    #expect(Enforcement.Measure.inform < .warn)
    #expect(Enforcement.Measure.warn < .orderUnderPenalty)
    #expect(Enforcement.Measure.orderUnderPenalty < .fine)
    #expect(Enforcement.Measure.fine < .revoke)
    #expect(Enforcement.Measure.revoke < .officialReport)
    let counts = Dictionary(grouping: Enforcement.Measure.allCases, by: \.category)
      .mapValues(\.count)
    #expect(counts == [.restoring: 8, .farReaching: 2, .punitive: 1, .criminal: 2])
  }

  private func make(_ cells: [Cell], number: Int = 1) -> Enforcement.MatrixEdition.Gap? {
    do throws(Enforcement.MatrixEdition.Gap) {
      _ = try Enforcement.MatrixEdition(
        number: number, validFrom: sunday, certainty: .working, cells: cells)
      return nil
    } catch {
      return error
    }
  }
}
