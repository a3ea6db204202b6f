import Domain
import EventSourcing
import Foundation
import TestCast
import TestSupport
import Testing

@testable import App

struct SeederTests {
  @Test func `the nine programmes of the plan are loaded with what their sources say`()
    async throws
  {
    let log = InMemoryLog()
    let outcome = try await seeder(log).load()
    let head = try await log.head()
    #expect(outcome.events == head)

    let programmes = try await states(of: Programme.self, in: log)
    #expect(programmes.count == 9)
    let dossiers = programmes.compactMap { state -> Programme.Dossier? in
      if case .running(let dossier) = state { dossier } else { nil }
    }
    #expect(Set(dossiers.compactMap(\.label?.number)) == Set(1...9))
    #expect(dossiers.allSatisfy { !$0.goals.standing.isEmpty && $0.course.phase == .execution })
    let waste = try #require(dossiers.first { $0.label?.number == 4 })
    #expect(waste.damage?.margin.low == Euro(cents: 200_000_000_000))
    #expect(waste.labels.values.map(\.name.description).sorted().count == 2)
    #expect(try await states(of: Exploration.self, in: log).count == 1)
    #expect(try await states(of: Signal.self, in: log).count == 3)
  }

  @Test func `loading again changes nothing`() async throws {
    let log = InMemoryLog()
    let first = try await seeder(log).load()
    let second = try await seeder(log).load()
    #expect(second.events == 0)
    #expect(second.position == first.position)
    #expect(try await log.head() == first.events)
  }

  @Test func `three programmes are worked through all three steps for a demonstration, once`()
    async throws
  {
    let log = InMemoryLog()
    _ = try await seeder(log).load()
    let first = try await seeder(log).loadAnalyses()
    #expect(first.events > 0)
    let analyses = try await states(of: Analysis.self, in: log).compactMap(\.dossier)
    #expect(analyses.count == 3)
    #expect(
      analyses.allSatisfy { analysis in
        Analysis.Step.allCases.allSatisfy { analysis.course[$0].isFinished }
      })
    let example = "oorbeeld"
    for made in analyses.flatMap({ $0.acting.choices.entries.map(\.value) }) {
      #expect(made.choice.reason?.description.contains(example) == true)
    }
    #expect(try await seeder(log).loadAnalyses().events == 0)
  }

  @Test func `what people changed since stays as they left it`() async throws {
    let log = InMemoryLog()
    _ = try await seeder(log).load()
    let taxi = Identity.derived(from: "programme/taxi")
    let problem: Prose = "Anders gezien."
    _ = try await LogGateway(log).perform(
      Order<Programme>(.restateProblem(problem, on: monday), on: taxi),
      in: Envelope(command: .fresh(), actor: "noor"))
    #expect(try await seeder(log).load().events == 0)
    let state = try await states(of: Programme.self, in: log, only: taxi).first
    guard case .running(let dossier) = state else { throw NotRunning() }
    #expect(dossier.problem == problem)
  }

  @Test func `a name has the same identity for ever`() {
    let identity = Identity.derived(from: "programme/taxi")
    #expect(identity == .derived(from: "programme/taxi"))
    #expect(identity != .derived(from: "programme/spoor"))
    let text = Array(identity.description.utf8)
    #expect(text[14] == UInt8(ascii: "8"))
    #expect("89ab".utf8.contains(text[19]))
  }

  private struct NotRunning: Error {}

  private func seeder(_ log: InMemoryLog) -> Seeder {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Seeder(
      gateway: LogGateway(log), organisation: "ILT", folder: root.appending(path: "data"))
  }

  /// The state of every stream of one kind.
  private func states<D: Decider>(
    of _: D.Type, in log: InMemoryLog, only identity: Identity? = nil
  ) async throws -> [D.State] {
    let codec = try D.codec()
    var events: [StreamName: [D.Event]] = [:]
    for recorded in try await log.events(after: 0, limit: 10_000)
    where recorded.stream.category == D.category
      && recorded.stream.identity == identity
        ?? recorded.stream.identity
    {
      events[recorded.stream, default: []].append(try codec.decode(recorded.event))
    }
    return events.values.map { D.state(after: $0) }
  }
}
