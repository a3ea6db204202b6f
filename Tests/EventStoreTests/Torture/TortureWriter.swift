import EventSourcing
import EventStore
import Foundation

/// One of many that write to the same few streams: in one or several streams at once, with the newest
/// version or a wrong one, with names that others want too, and the same command again.
struct TortureWriter {
  private static let depots = ["noord", "oost", "zuid", "west"]
  private static let numbers = (1...5).map(String.init)

  let streams: [StreamName]
  let nodes: TortureNodes
  let book: TortureBook
  var generator: SeededGenerator
  private var sent: [Appending] = []

  init(
    seed: UInt64, streams: [StreamName], nodes: TortureNodes, book: TortureBook
  ) {
    self.streams = streams
    self.nodes = nodes
    self.book = book
    generator = SeededGenerator(seed: seed)
  }

  /// Writes until it is told that it is over.
  mutating func write(until isOver: () -> Bool) async throws {
    while !isOver() {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0 where !sent.isEmpty: await send(again())
      case 1 where !sent.isEmpty: await misuse(again())
      case 2:
        // A form sent twice at once, to two nodes.
        let appending = try next()
        async let first: Void = send(appending, to: 0)
        async let second: Void = send(appending, to: nodes.count - 1)
        _ = await (first, second)
      case _: await send(try next())
      }
    }
  }

  private mutating func again() -> Appending {
    sent[Int.random(in: max(0, sent.count - 20)..<sent.count, using: &generator)]
  }

  private mutating func next() throws -> Appending {
    let count = Int.random(in: 0..<4, using: &generator) == 0 ? 2 : 1
    let chosen = streams.shuffled(using: &generator).prefix(count)
    let slices = try chosen.map { stream in
      let skew = Int.random(in: 0..<10, using: &generator) == 0 ? 1 : 0
      let events = try (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        try Parcel.codec().encode(happening())
      }
      return Appending.Slice(
        to: stream, expecting: max(0, book.version(of: stream) - skew), events)
    }
    let envelope = Envelope(
      command: Identity(milliseconds: 1, using: &generator), actor: "amina",
      correlation: Bool.random(using: &generator)
        ? Identity(milliseconds: 2, using: &generator) : nil,
      content: Array("form \(generator.next())".utf8))
    let appending = Appending(
      envelope, slices: Array(slices), claims: claims(for: slices.map(\.stream)))
    sent.append(appending)
    return appending
  }

  private mutating func claims(
    for streams: [StreamName]
  ) -> [(claim: Claim, stream: StreamName)] {
    guard let stream = streams.randomElement(using: &generator),
      Int.random(in: 0..<4, using: &generator) == 0,
      let number = Self.numbers.randomElement(using: &generator)
    else { return [] }
    let act: Claim.Act = Bool.random(using: &generator) ? .take : .release
    return [(Claim(act, scope: "number", key: number), stream)]
  }

  private mutating func happening() -> Parcel {
    let two = Self.depots.shuffled(using: &generator)
    let weight = Int.random(in: 1...99, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return .received(depot: two[0], weight: weight)
    case 1: return .lost(depot: two[0], weight: weight)
    case 2: return .inspected
    case _: return .moved(from: two[0], to: two[1], weight: weight)
    }
  }

  private mutating func send(_ appending: Appending) async {
    let node = Int.random(in: 0..<nodes.count, using: &generator)
    await send(appending, to: node)
  }

  private func send(_ appending: Appending, to node: Int) async {
    let command = appending.envelope.command
    book.open(command, appending.lines)
    do throws(AppendFailure) {
      let receipt = try await nodes.log(node).append(appending)
      book.note(
        .acknowledged(position: receipt.position, eventCount: receipt.eventCount), of: command)
    } catch {
      switch error {
      case .conflict(let stream, _, let actual):
        book.note(version: actual, of: stream)
        book.note(.refused, of: command)
      case .taken, .busy, .unavailable: book.note(.refused, of: command)
      case .outcomeUnknown: book.note(.unknown, of: command)
      case .reused: book.note(fault: "\(command) was told it is another")
      }
    }
  }

  /// The same identity for something else: never answered as if it were the first.
  private mutating func misuse(_ appending: Appending) async {
    guard book.entry(of: appending.envelope.command)?.acknowledgements.isEmpty == false else {
      return
    }
    let other = Appending(
      Envelope(
        command: appending.envelope.command, actor: appending.envelope.actor,
        content: Array("another form".utf8)), slices: appending.slices)
    do throws(AppendFailure) {
      let receipt = try await nodes.log(
        Int.random(in: 0..<nodes.count, using: &generator)
      ).append(other)
      book.note(fault: "\(other.envelope.command) got \(receipt.position) for something else")
    } catch {
      switch error {
      case .reused, .busy, .unavailable, .outcomeUnknown: break
      case .conflict, .taken: book.note(fault: "\(other.envelope.command) was weighed again")
      }
    }
  }
}
