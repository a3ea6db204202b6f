import Testing

/// What ARCHITECTURE.md says is not there, kept by tests.
struct ArrowTests {
  static let domain = Repository.files(in: "Sources/Domain", endingWith: ".swift")
  static let vocabulary = Repository.files(in: "Sources/EventSourcing", endingWith: ".swift")
  static let web = Repository.files(in: "Sources/Web", endingWith: ".swift")
  static let withoutSQL = domain + vocabulary + web

  @Test func `there is a repository to look at`() {
    #expect(Self.domain.count > 20)
    #expect(Self.web.count > 20)
  }

  @Test(arguments: domain)
  func `the domain imports only the words of event sourcing`(file: SourceFile) {
    #expect(file.imports.isSubset(of: ["EventSourcing"]))
  }

  @Test(arguments: domain)
  func `the domain reads no clock, makes no identity and waits for nothing`(file: SourceFile) {
    for word in ["Date()", ".now", "UUID()", ".random", ".fresh()", " async", "await "] {
      for (number, line) in file.code where line.contains(word) {
        Issue.record("\(file.path):\(number): \(word)")
      }
    }
  }

  @Test(arguments: Repository.files(in: "Sources/Simulation", endingWith: ".swift"))
  func `a made-up history depends on its seed alone`(file: SourceFile) {
    #expect(file.imports.isSubset(of: ["Domain", "EventSourcing"]))
    for word in ["Date()", ".now", "UUID()", ".random(", "SystemRandom", ".fresh()", " async"] {
      for (number, line) in file.code where line.contains(word) {
        Issue.record("\(file.path):\(number): \(word)")
      }
    }
  }

  @Test(arguments: web)
  func `the web knows neither the store nor the database`(file: SourceFile) {
    #expect(file.imports.isDisjoint(with: ["EventStore", "Postgres", "CLibPQ"]))
  }

  @Test(arguments: withoutSQL)
  func `only the modules of the database speak SQL`(file: SourceFile) {
    for word in ["SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE"] {
      for (number, line) in file.code where line.contains(word) {
        Issue.record("\(file.path):\(number): \(word)")
      }
    }
  }

  /// The page of components shows what hostile text looks like, so it holds some.
  ///
  /// A report is a file that goes out by itself, and brings its style along.
  static let pages = web.filter {
    !$0.path.hasPrefix("Sources/Web/ComponentsPage/")
      && $0.path != "Sources/Web/Cases/Reports/ReportStyle.swift"
  }

  @Test(arguments: pages)
  func `a page has no script or style of its own`(file: SourceFile) {
    for word in [" style=\\\"", "<style", " onclick", " onload", "javascript:"] {
      for (number, line) in file.code where line.contains(word) {
        Issue.record("\(file.path):\(number): \(word)")
      }
    }
  }
}
