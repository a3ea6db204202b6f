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
    let dossiers = programmes.compactMap(\.running)
    #expect(Set(dossiers.compactMap(\.label?.number)) == Set(1...9))
    #expect(dossiers.allSatisfy { !$0.goals.standing.isEmpty && $0.course.phase == .execution })
    let waste = try #require(dossiers.first { $0.label?.number == 4 })
    #expect(waste.damage?.margin.low == Euro(cents: 200_000_000_000))
    #expect(waste.labels.values.map(\.name.description).sorted().count == 2)
    #expect(try await states(of: Exploration.self, in: log).count == 1)
    #expect(try await states(of: Signal.self, in: log).count == 3)
  }

  @Test func `a text that a comma cuts off is refused, and not passed over`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(Identity.fresh()).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    struct Letter: Decodable {
      let text: String
    }
    try "{text: 'Doet u dat niet, dan betaalt u.', by: joris}".write(
      to: file, atomically: true, encoding: .utf8)
    #expect(try readSeed(Letter.self, from: file).text == "Doet u dat niet, dan betaalt u.")
    try "{text: Doet u dat niet, dan betaalt u., by: joris}".write(
      to: file, atomically: true, encoding: .utf8)
    #expect {
      try readSeed(Letter.self, from: file)
    } throws: { "\($0)".contains("'dan betaalt u.' has no value") }
  }

  @Test func `loading again changes nothing`() async throws {
    let log = InMemoryLog()
    let first = try await seeder(log).load()
    let second = try await seeder(log).load()
    #expect(second.events == 0)
    #expect(second.position == first.position)
    #expect(try await log.head() == first.events)
  }

  @Test func `a dozen made-up parties and places are registered for a demonstration, once`()
    async throws
  {
    let log = InMemoryLog()
    let first = try await seeder(log).loadEntities()
    let entities = try await states(of: SupervisedEntity.self, in: log).compactMap(\.dossier)
    #expect(entities.count == 12)
    #expect(Set(entities.map(\.kind)) == Set(SupervisedEntity.Kind.allCases))
    #expect(
      entities.allSatisfy { $0.particulars.notes?.description.hasPrefix("Voorbeeld.") == true })
    #expect(entities.flatMap(\.aliases.entries).count == 1)
    #expect(entities.flatMap(\.relations.entries).count == 4)
    #expect(try await seeder(log).loadEntities().events == 0)
    #expect(try await log.head() == first.events)
  }

  @Test func `five made-up cases show what comes before, amid and after enforcement, once`()
    async throws
  {
    let log = InMemoryLog()
    let first = try await seeder(log).loadCases()
    let cases = try await states(of: CaseFile.self, in: log).compactMap(\.dossier)
    #expect(cases.allSatisfy { $0.title.description.hasSuffix(" (voorbeeld)") })
    let enforced = cases.flatMap(\.violations).map(\.value.enforcement)
    #expect(cases.count == 5 && enforced.count == 2)
    let order = try #require(
      enforced.flatMap { $0.actions.entries.map(\.value) }.first {
        $0.measure == .orderUnderPenalty
      })
    #expect(order.view != nil && order.sentOn != nil && order.decision?.value.ruling.penalty != nil)
    #expect(Set(cases.compactMap(\.outcome?.result)) == [.restored, .inOrder])
    let publications = cases.flatMap { $0.publications.entries.map(\.value) }
    #expect(Set(publications.map(\.standing)) == [.madeKnown, .published])
    #expect(enforced.compactMap(\.conclusion?.value.ending) == [.restored])
    #expect(try await seeder(log).loadCases().events == 0)
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
    for session in analyses.flatMap({ $0.sessions.entries.map(\.value) }) {
      let rounds = session.rounds.entries.map(\.value)
      #expect(rounds.map { $0.closedOn != nil } == [true])
      #expect(rounds.map(\.answers.count) == [session.participants.count])
    }
    #expect(try await seeder(log).loadAnalyses().events == 0)
  }

  @Test func `enough was evaluated of one type of intervention for a share, not of others`()
    async throws
  {
    let log = InMemoryLog()
    _ = try await seeder(log).load()
    _ = try await seeder(log).loadAnalyses()
    let interventions = try await states(of: Programme.self, in: log).compactMap(\.running)
      .flatMap(\.interventions.all.entries)
    let evaluated = interventions.filter { !$0.value.evaluations.versions.isEmpty }.map(\.key)
    let choices = try await states(of: Analysis.self, in: log).compactMap(\.dossier)
      .flatMap { $0.acting.choices.entries.map(\.value) }
    var counts: [References.InterventionType.Key: Int] = [:]
    for made in choices {
      guard case .intervention(let type) = made.choice.measure, let planned = made.intervention
      else { continue }
      if evaluated.contains(planned) { counts[type, default: 0] += 1 }
    }
    let enough = Suggestion.Experience.Tally.countThatTells
    let told = counts.filter { $0.value >= enough }.keys.map(\.description)
    #expect(told == ["unannounced-inspection"])
    #expect(counts.count > 1)
  }

  @Test func `every result of a demonstration says that it is an example`() async throws {
    let log = InMemoryLog()
    _ = try await seeder(log).load()
    _ = try await seeder(log).loadAnalyses()
    let programmes = try await states(of: Programme.self, in: log).compactMap(\.running)
    let evaluations = programmes.flatMap(\.interventions.all.entries)
      .compactMap(\.value.evaluations.versions.last)
    #expect(evaluations.count == 10)
    for evaluation in evaluations {
      let texts = [
        evaluation.observed, evaluation.confidenceReason, evaluation.otherExplanations,
        evaluation.lessons,
      ]
      #expect(texts.allSatisfy { $0.description.hasPrefix("Voorbeeld: ") })
    }
    let indicators = programmes.flatMap(\.indicators.all.entries).map(\.value)
      .filter { !$0.measurements.entries.isEmpty }
    #expect(indicators.count == 5)
    #expect(indicators.allSatisfy { $0.definition.name.description.hasSuffix(" (voorbeeld)") })
  }

  @Test func `what made things worse reopens the steps and is followed by another choice`()
    async throws
  {
    let log = InMemoryLog()
    _ = try await seeder(log).load()
    _ = try await seeder(log).loadAnalyses()
    let taxi = Identity.derived(from: "programme/taxi")
    let analysis = try #require(
      try await states(of: Analysis.self, in: log, only: taxi).first?.dossier)
    for step in [Analysis.Step.understand, .act] {
      #expect(analysis.course[step].version == 2)
      #expect(!analysis.course.isOutdated(step))
    }
    let withdrawn = try #require(
      analysis.acting.choices.entries.first { $0.value.withdrawnBecause != nil }?.value)
    let next = try #require(analysis.acting.standing.last { $0.value.version == 2 }?.value)
    #expect(next.choice.group == withdrawn.choice.group)
    #expect(next.intervention != nil)
    let suggestion = try #require(
      next.choice.suggestion.flatMap { analysis.acting.suggestions[$0] })
    let experience = try #require(
      suggestion.input.experience.first {
        withdrawn.choice.measure == .intervention(type: $0.intervention)
          && withdrawn.choice.determinants.contains($0.determinant)
      })
    #expect(experience.here == .init(improved: 0, unchanged: 1, worsened: 1))
    #expect(experience.elsewhere == .init(improved: 1, unchanged: 0, worsened: 0))
  }

  @Test func `what people do themselves is not followed by results of a demonstration`()
    async throws
  {
    let log = InMemoryLog()
    _ = try await seeder(log).load()
    let taxi = Identity.derived(from: "programme/taxi")
    let unwanted = InterventionID(.derived(from: "programme/taxi/intervention/2"))
    _ = try await LogGateway(log).perform(
      Order<Programme>(
        .interventions(.cancel(unwanted, reason: "Geen mensen."), on: monday), on: taxi),
      in: Envelope(command: .fresh(), actor: "noor"))
    _ = try await seeder(log).loadAnalyses()
    let programme = try #require(
      try await states(of: Programme.self, in: log, only: taxi).first?.running)
    #expect(programme.interventions.all[unwanted]?.status == .cancelled)
    let analysis = try #require(
      try await states(of: Analysis.self, in: log, only: taxi).first?.dossier)
    #expect(analysis.course[.act].version == 1)
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
    let dossier = try await states(of: Programme.self, in: log, only: taxi).first?.running
    #expect(dossier?.problem == problem)
  }

  @Test func `a name has the same identity for ever`() {
    let identity = Identity.derived(from: "programme/taxi")
    #expect(identity == .derived(from: "programme/taxi"))
    #expect(identity != .derived(from: "programme/spoor"))
    let text = Array(identity.description.utf8)
    #expect(text[14] == UInt8(ascii: "8"))
    #expect("89ab".utf8.contains(text[19]))
  }

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

extension Programme.State {
  /// All that a programme is that runs.
  fileprivate var running: Programme.Dossier? {
    if case .running(let dossier) = self { dossier } else { nil }
  }
}
