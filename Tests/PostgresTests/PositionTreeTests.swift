import Postgres
import Testing

@Suite struct PositionTreeTests {
  @Test func `a range is found from every position in it`() {
    for first in 1...130 {
      for end in (first + 1)...131 {
        let fork = PositionTree.fork(from: first, upTo: end)
        #expect((first..<end).contains(fork))
        for position in first..<end {
          #expect(PositionTree.path(to: position).contains(fork), "\(first)..<\(end), \(position)")
        }
      }
    }
  }

  @Test func `a range over many positions is found too`() {
    let first = 999_999_937
    let end = 1_000_000_000_039
    let fork = PositionTree.fork(from: first, upTo: end)
    for position in [first, fork - 1, fork, fork + 1, end - 1] {
      #expect(PositionTree.path(to: position).contains(fork))
    }
  }

  @Test func `a position looks at each level once`() {
    let path = PositionTree.path(to: 1_234_567)
    #expect(Set(path.map(\.trailingZeroBitCount)) == Set(0..<42))
    #expect(path.count == 42)
  }
}
