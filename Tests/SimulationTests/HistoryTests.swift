import Domain
import EventSourcing
import Simulation
import Testing

struct HistoryTests {
  static let inspectorate = Line(recorded: "Inspectie Leefomgeving en Transport (ILT)")

  static func history(
    seed: UInt64 = 7, of organisation: Line = inspectorate, events: Int = 3000
  ) -> History {
    History(seed: seed, organisation: organisation, events: events)
  }

  @Test func `the same seed and size give the same bytes`() {
    let (first, second) = (Self.history(), Self.history())
    for (one, other) in zip(first, second) {
      #expect(one.envelope == other.envelope)
      #expect(one.slices.map(\.stream) == other.slices.map(\.stream))
      #expect(one.slices.map(\.expectedVersion) == other.slices.map(\.expectedVersion))
      #expect(one.slices.map(\.events) == other.slices.map(\.events))
      #expect(one.claims.map(\.claim) == other.claims.map(\.claim))
    }
    #expect(Array(first).count == Array(second).count)
  }

  /// The bytes of an event hold what chance has made, so a change of the generator shows here.
  @Test func `another seed, size or organisation gives other commands`() {
    func commands(_ history: History) -> Set<Identity> { Set(history.map(\.envelope.command)) }
    let first = commands(Self.history())
    #expect(first.isDisjoint(with: commands(Self.history(seed: 8))))
    #expect(first.isDisjoint(with: commands(Self.history(events: 3001))))
    #expect(first.isDisjoint(with: commands(Self.history(of: Line(recorded: "Andere inspectie")))))
  }

  @Test(arguments: [0, 1, 500, 3000])
  func `it ends with the append that reaches the size`(events: Int) {
    let sizes = Self.history(events: events).map { $0.slices.map(\.events.count).reduce(0, +) }
    let total = sizes.reduce(0, +)
    #expect(total >= events)
    #expect(total - (sizes.last ?? 0) < events || events == 0)
    #expect(sizes.allSatisfy { $0 > 0 })
  }

  @Test func `a log takes it whole, and every stream is of one decider's making`() throws {
    var versions: [StreamName: Int] = [:]
    var commands: Set<Identity> = []
    var holders: [String: StreamName] = [:]
    for appending in Self.history(events: 20_000) {
      #expect(commands.insert(appending.envelope.command).inserted)
      for slice in appending.slices {
        #expect(slice.expectedVersion == versions[slice.stream, default: 0])
        versions[slice.stream, default: 0] += slice.events.count
        for event in slice.events { #expect(event.type.hasPrefix(slice.stream.category + ".")) }
      }
      for (claim, stream) in appending.claims where claim.act == .take {
        #expect(holders.updateValue(stream, forKey: claim.key) == nil, "\(claim.key)")
      }
    }
  }

  @Test func `few programmes have long histories`() {
    let history = History(
      seed: 7, organisation: Self.inspectorate, events: 12_000, programmes: 9)
    var sizes: [StreamName: Int] = [:]
    for (stream, _) in Self.events(of: history) { sizes[stream, default: 0] += 1 }
    let programmes = sizes.filter { $0.key.category == Programme.category }
    #expect((6...9).contains(programmes.count))
    #expect(programmes.values.reduce(0, +) > 6000)
  }

  @Test func `days never go back and fill twenty years`() throws {
    var last: Day?
    var years: Set<Int> = []
    for (stream, stored) in Self.events(of: Self.history(events: 20_000)) {
      let day = try read(stored, in: stream).on
      #expect(last.map { $0 <= day } ?? true)
      last = day
      years.insert(day.year)
    }
    #expect(years == Set(2006...2025))
  }

  @Test func `it is made of everything that can happen, mostly measuring and intervening`() throws {
    var counts: [String: Int] = [:]
    var sizes: [StreamName: Int] = [:]
    for (stream, stored) in Self.events(of: Self.history(events: 100_000)) {
      counts[stored.type, default: 0] += 1
      sizes[stream, default: 0] += 1
    }
    #expect(Set(counts.keys) == Set(Self.types))
    let work = counts.filter {
      $0.key.contains("easure") || $0.key.hasPrefix("programme.intervention")
    }
    #expect((50_000...70_000).contains(work.values.reduce(0, +)))

    let ordered = sizes.values.sorted()
    #expect(ordered[ordered.count / 2] < 30)
    #expect(ordered.last.map { $0 > 300 } == true)
    let programmes = counts["programme.established", default: 0]
    #expect(counts["programme.ended", default: 0] < programmes)
    #expect(counts["programme.ended", default: 0] > programmes / 3)
  }

  static func events(
    of history: History
  ) -> some Sequence<(stream: StreamName, stored: StoredEvent)> {
    history.lazy.flatMap { appending in
      appending.slices.flatMap { slice in slice.events.map { (slice.stream, $0) } }
    }
  }
}

/// The event that `stored` keeps.
func read(_ stored: StoredEvent, in stream: StreamName) throws -> LogEvent {
  switch stream.category {
  case Exploration.category: .exploration(try Exploration.codec().decode(stored))
  case Programme.category: .programme(try Programme.codec().decode(stored))
  case _: .signal(try Signal.codec().decode(stored))
  }
}

extension HistoryTests {
  /// Every event that there is.
  static let types = [
    "exploration.opened", "exploration.retitled", "exploration.reclassified",
    "exploration.sectionRewritten", "exploration.partyAdded", "exploration.partyRevised",
    "exploration.partyRemoved", "exploration.findingRecorded", "exploration.findingWithdrawn",
    "exploration.argumentPut", "exploration.argumentWithdrawn", "exploration.decisionProposed",
    "exploration.proposalWithdrawn", "exploration.decisionAdopted",
    "exploration.decisionRejected", "exploration.reopened", "programme.established",
    "programme.adopted", "programme.renamed", "programme.problemRestated",
    "programme.managerAppointed", "programme.extended", "programme.gatePlanned",
    "programme.gatePassed", "programme.loopedBack", "programme.goalSet",
    "programme.goalReworded", "programme.goalDropped", "programme.indicatorDefined",
    "programme.targetRevised", "programme.measured", "programme.measurementCorrected",
    "programme.indicatorDropped", "programme.damageEstimated", "programme.estimateWithdrawn",
    "programme.targetGroupAdded",
    "programme.targetGroupRenamed", "programme.targetGroupDropped", "programme.partnerInvolved",
    "programme.partnerRevised", "programme.agreementMade", "programme.partnerLeft",
    "programme.memberJoined", "programme.memberLeft", "programme.interventionPlanned",
    "programme.interventionRevised", "programme.interventionStarted",
    "programme.interventionFinished", "programme.interventionCancelled",
    "programme.achievementRecorded", "programme.achievementWithdrawn",
    "programme.evaluationRecorded", "programme.evaluationRevised", "programme.ended",
    "signal.raised", "signal.revised", "signal.sent", "signal.responded",
    "signal.takenInTreatment", "signal.handled", "signal.reopened", "signal.rescheduled",
    "signal.published", "signal.withheld",
  ]
}
