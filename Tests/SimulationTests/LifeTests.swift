import Domain
import EventSourcing
import Foundation
import Testing

@testable import Simulation

struct LifeTests {
  /// What the work believes of a stream is what anyone reads back from the events it wrote.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `every stream folds to what the one who worked on it believed`(seed: UInt64) throws {
    var world = World(seed: seed, organisation: HistoryTests.inspectorate, events: 4000)
    let subject = Subjects.one(&world.chance)
    var exploration = ExplorationLife(subject, in: &world)
    var signal = SignalLife(known: subject, in: &world)
    var programme = try #require(ProgrammeLife(known: subject, &world))
    var written: [StreamName: [StoredEvent]] = [:]
    for done in 0..<1500 {
      world.advance(to: done, of: 1500)
      let acts = [
        exploration.successor == nil ? exploration.next(in: &world) : nil,
        signal.next(in: &world), programme.next(in: &world),
      ]
      for slice in acts.compactMap(\.self).flatMap(\.turn.slices) {
        written[slice.stream, default: []] += slice.events
      }
    }
    try check(exploration.stream, written)
    try check(signal.stream, written)
    try check(programme.stream, written)
  }

  private func check<D: Decider>(
    _ stream: OpenStream<D>, _ written: [StreamName: [StoredEvent]]
  ) throws {
    let codec = try D.codec()
    let events = try (written[stream.name] ?? []).map(codec.decode)
    #expect(stream.version == events.count)
    #expect(events.count > 1)
    #expect(D.state(after: events) == stream.state)
  }
}

struct TextTests {
  /// Texts go into events unchecked, so they must be what a form would have let through.
  @Test func `everything written is text that a form would take`() throws {
    for (_, stored) in HistoryTests.events(of: HistoryTests.history(events: 20_000)) {
      try check(JSON(stored))
    }
  }

  @Test func `a problem is told in a paragraph`() {
    var world = World(seed: 3, organisation: HistoryTests.inspectorate, events: 10)
    for subject in Subjects.all {
      let text = Phrases.section(.problem, of: subject, &world).description
      #expect((200...800).contains(text.unicodeScalars.count), "\(text)")
    }
  }

  @Test func `no two people share a name and nobody decides on their own proposal`() {
    let everyone = Persons.staff + Persons.managers + Persons.deciders
    #expect(everyone.count == 60)
    #expect(Set(everyone).count == everyone.count)
  }

  private func check(_ json: JSON) throws {
    switch json {
    case .null, .bool, .integer, .number: break
    case .string(let text):
      #expect(try Prose(text).description == text)
      #expect(!text.contains("{") && !text.contains("}"))
    case .array(let values): for value in values { try check(value) }
    case .object(let fields):
      for (name, value) in fields {
        if Self.lines.contains(name), case .string(let text) = value {
          #expect(try Line(text).description == text)
        }
        try check(value)
      }
    }
  }

  private static let lines: Set<String> = ["name", "title", "role", "unit", "from", "in"]
}

extension JSON {
  fileprivate init(_ stored: StoredEvent) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(stored.payload))
  }
}
