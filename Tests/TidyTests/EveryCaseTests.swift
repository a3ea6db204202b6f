import Foundation
import Testing

/// A switch over what can happen, or be refused, names every case, so that the compiler asks about a new one.
struct EveryCaseTests {
  static let followers =
    Repository.files(in: "Sources/Domain", endingWith: ".swift")
    + Repository.files(in: "Sources/ReadModels", endingWith: ".swift")
    + Repository.files(in: "Sources/Web/History", endingWith: ".swift")

  /// What has no list of cases to name: text and parts of text.
  static let uncountable = ["byte", "scalar", "scalar.value", "recorded.stream.category"]

  @Test(arguments: followers)
  func `a switch over what can happen names every case`(file: SourceFile) {
    for rest in Rest.all(in: file) where !Self.uncountable.contains(rest.subject) {
      Issue.record(
        "\(file.path):\(rest.number): the rest of \(rest.subject) asks nobody anything")
    }
  }

  @Test func `the rest of a switch is found with what it is the rest of`() throws {
    let file = SourceFile(
      "Sample.swift",
      """
      switch topic {
      case .goal(let happening):
        return switch happening.fate {
        case .set: 1
        case _: 2
        }
      case .charter: 0
      default: 3
      }
      let names = counts["goal", default: 0]
      """)
    #expect(Rest.all(in: file).map(\.subject) == ["happening.fate", "topic"])
    #expect(Rest.all(in: file).map(\.number) == [5, 8])
  }
}

/// A `case _` or a `default`, and what its switch is over.
struct Rest {
  let number: Int
  let subject: String

  /// A switch and its cases stand equally far from the margin, as the formatter puts them.
  static func all(in file: SourceFile) -> [Rest] {
    var open: [Int: String] = [:]
    var found: [Rest] = []
    for (number, line) in file.code {
      let code = line.drop { $0 == " " }
      let indent = line.count - code.count
      if let subject = Self.subject(of: code) { open[indent] = subject }
      let isRest = code.hasPrefix("case _:") || code.hasPrefix("case _ ")
      if isRest || code.hasPrefix("default:") {
        found.append(Rest(number: number, subject: open[indent] ?? "?"))
      }
    }
    return found
  }

  private static func subject(of code: Substring) -> String? {
    guard code.hasSuffix("{"), let start = code.range(of: "switch ") else { return nil }
    return String(code[start.upperBound...].dropLast(2))
  }
}
