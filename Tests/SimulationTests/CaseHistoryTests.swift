import Domain
import EventSourcing
import Simulation
import Testing

struct CaseHistoryTests {
  private static func history(seed: UInt64 = 7, cases: Int = 3000) -> CaseHistory {
    CaseHistory(seed: seed, organisation: HistoryTests.inspectorate, cases: cases)
  }

  /// The events of each kind, in the order in which they were recorded.
  private struct Told {
    var cases: [StreamName: [CaseFile.Event]] = [:]
    var entities: [StreamName: [SupervisedEntity.Event]] = [:]
    var programmes: [StreamName: [Programme.Event]] = [:]
    var days: [Day] = []

    init(_ history: CaseHistory) throws {
      for appending in history {
        for slice in appending.slices {
          for stored in slice.events { try take(stored, in: slice.stream) }
        }
      }
    }

    private mutating func take(_ stored: StoredEvent, in stream: StreamName) throws {
      switch stream.category {
      case CaseFile.category:
        let event = try CaseFile.codec().decode(stored)
        cases[stream, default: []].append(event)
        days.append(event.on)
      case SupervisedEntity.category:
        let event = try SupervisedEntity.codec().decode(stored)
        entities[stream, default: []].append(event)
        days.append(event.on)
      case _:
        let event = try Programme.codec().decode(stored)
        programmes[stream, default: []].append(event)
        days.append(event.on)
      }
    }

    var dossiers: [CaseFile.Dossier] {
      cases.values.compactMap { CaseFile.state(after: $0).dossier }
    }
  }

  @Test func `the same seed and number of cases give the same bytes, another seed others`() {
    for (one, other) in zip(Self.history(), Self.history()) {
      #expect(one.envelope == other.envelope)
      #expect(one.slices.map(\.events) == other.slices.map(\.events))
    }
    let commands = Set(Self.history().map(\.envelope.command))
    #expect(commands.isDisjoint(with: Self.history(seed: 8).map(\.envelope.command)))
  }

  @Test func `there are as many cases as were asked for, in nine programmes and five years`() throws
  {
    let told = try Told(Self.history())
    #expect(told.cases.count == 3000)
    #expect(told.programmes.count == 9)
    #expect(told.days == told.days.sorted())
    #expect(Set(told.days.map(\.year)) == Set(2021...2025))
    let seen = told.dossiers.compactMap(\.programme)
    #expect(
      Set(seen.map { StreamName(Programme.category, $0.identity) }) == Set(told.programmes.keys))
    #expect((2500...2900).contains(seen.count))
  }

  @Test func `numbers of cases run from one in every year without a gap`() throws {
    let numbers = try Told(Self.history()).dossiers.map(\.number)
    for (year, ofYear) in Dictionary(grouping: numbers, by: \.year) {
      #expect(ofYear.map(\.serial).sorted() == Array(1...ofYear.count), "\(year)")
    }
  }

  @Test func `a log takes it whole: no claim is taken twice and every stream goes on where it was`()
  {
    var versions: [StreamName: Int] = [:]
    var holders: Set<String> = []
    for appending in Self.history() {
      for slice in appending.slices {
        #expect(slice.expectedVersion == versions[slice.stream, default: 0])
        versions[slice.stream, default: 0] += slice.events.count
      }
      for (claim, _) in appending.claims where claim.act == .take {
        #expect(holders.insert("\(claim.scope) \(claim.key)").inserted, "\(claim)")
      }
    }
  }

  @Test func `most cases are quick, many share a party, and some are enforced, reopened or open`()
    throws
  {
    let told = try Told(Self.history())
    let sizes = told.cases.values.map(\.count).sorted()
    #expect((3...5).contains(sizes[sizes.count / 2]))
    #expect(sizes[sizes.count - 1] > 10)
    let subjects = told.dossiers.compactMap(\.subject)
    #expect(subjects.count == 3000)
    let registered = Set(told.entities.keys.map(\.identity))
    #expect(registered.isSuperset(of: subjects.map(\.identity)))
    #expect((100...600).contains(told.entities.count))
    let enforced = told.dossiers.count { file in
      file.findings.entries.contains { $0.value.enforcement.conclusion != nil }
    }
    #expect((60...240).contains(enforced))
    #expect((20...120).contains(told.cases.values.count { $0.contains(where: \.isReopening) }))
    #expect((50...400).contains(told.dossiers.count { $0.closedOn == nil }))
  }
}

extension CaseFile.Event {
  fileprivate var isReopening: Bool {
    if case .reopened = self { true } else { false }
  }
}
