import Domain
import Foundation
import Testing

@testable import App

struct RetentionFileTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data")

  @Test func `the schedule that comes along is a working set that keeps sanctions longest`() throws
  {
    let schedule = try RetentionFile.supplied(in: Self.folder)
    #expect(schedule.certainty == .working)
    let years = CaseFile.Result.allCases.map {
      schedule.term(after: $0, on: .first).category.years
    }
    #expect(years.max() == schedule.term(after: .sanctioned, on: .first).category.years)
  }
}
