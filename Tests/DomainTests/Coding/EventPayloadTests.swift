import Domain
import EventSourcing
import Foundation
import TestCast
import Testing

/// The domain's events beside what Foundation makes of them, whole and broken.
struct EventPayloadTests {
  @Test func `every event is written and read as Foundation does it`() throws {
    try Golden<Exploration>.explorations.forEach(check)
    try Golden<Programme>.programmes.forEach(check)
    try Golden<Signal>.signals.forEach(check)
  }

  @Test(arguments: Dice.seeds)
  func `a broken payload is refused, or read as Foundation reads it`(seed: UInt64) throws {
    var dice = Dice(seed)
    try Golden<Exploration>.explorations.forEach { try mutate($0, &dice) }
    try Golden<Programme>.programmes.forEach { try mutate($0, &dice) }
    try Golden<Signal>.signals.forEach { try mutate($0, &dice) }
  }

  @Test(
    arguments: [
      #"{"kind":"geheim","name":"geheim"}"#, #"{"kind":"external","name":["geheim"]}"#,
      #"{"kind":"external","name":{"geheim":1}}"#, #""geheim""#, #"{"kind":"external"} geheim"#,
      #"{"kind":"external","name":"geheim"#, #"{"kind":"external","name":"geheim\x"}"#,
    ])
  func `what is wrong with a payload is told without its words`(partner: String) throws {
    for (id, day) in [("00000000-0000-7000-8000-000000000001", "geheim"), ("geheim", "2026-03-02")]
    {
      let payload = #"{"id":"\#(id)","on":"\#(day)","partner":\#(partner)}"#
      let error = #expect(throws: DecodingError.self) {
        try Payload.decode(
          Programme.Event.self, from: Array(#"{"partnerInvolved":\#(payload)}"#.utf8))
      }
      #expect(!"\(String(reflecting: error))".contains("geheim"))
    }
  }

  @Test func `what is wrong with a payload is told with its place`() throws {
    let payload = #"{"signal":{"raised":{"list":[{"on":"2026-03-02"},{"on":"2026-02-30"}]}}}"#
    let error = #expect(throws: DecodingError.self) {
      try Payload.decode(
        [String: [String: [String: [[String: Day]]]]].self, from: Array(payload.utf8))
    }
    guard case .dataCorrupted(let context)? = error else {
      Issue.record("not corrupted: \(String(describing: error))")
      return
    }
    #expect(
      context.codingPath.map(\.stringValue) == ["signal", "raised", "list", "Index 1", "on"])
  }

  private func check<D: Decider>(_ golden: Golden<D>) throws {
    let stored = try D.codec().encode(golden.event)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let whole = try encoder.encode(golden.event)
    let name = stored.type.dropFirst(D.category.utf8.count + 1)
    #expect(
      "{\"\(name)\":\(String(decoding: stored.payload, as: UTF8.self))}"
        == String(decoding: whole, as: UTF8.self))
    #expect(try JSONDecoder().decode(D.Event.self, from: whole) == golden.event)
    #expect(try Payload.decode(D.Event.self, from: Array(whole)) == golden.event)
  }

  private func mutate<D: Decider>(_ golden: Golden<D>, _ dice: inout Dice) throws {
    let name = golden.type.dropFirst(D.category.utf8.count + 1)
    var bytes = Array("{\"\(name)\":\(golden.payload)}".utf8)
    for _ in 0..<Int.random(in: 1...3, using: &dice) { dice.spoil(&bytes) }
    let read: D.Event
    do {
      read = try Payload.decode(D.Event.self, from: bytes)
    } catch {
      #expect(error is DecodingError)
      return
    }
    #expect(
      try JSONDecoder().decode(D.Event.self, from: Data(bytes)) == read,
      "\(String(decoding: bytes, as: UTF8.self))")
  }
}

extension Dice {
  /// Changes, drops, doubles or moves a few of the bytes.
  mutating func spoil(_ bytes: inout [UInt8]) {
    guard let place = bytes.indices.randomElement(using: &self) else { return }
    switch Int.random(in: 0...5, using: &self) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
    case 1: bytes.remove(at: place)
    case 2:
      let marks = Array("{}[]\",:\\ue-0.tn \u{1}\u{E9}".utf8)
      bytes.insert(marks[Int.random(in: marks.indices, using: &self)], at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 5))
    case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 9)], at: place)
    case _: bytes.removeSubrange(place...)
    }
  }
}
