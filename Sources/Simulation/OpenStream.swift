import Domain
import EventSourcing

/// One stream while somebody works on it: what the rules say of it now, and how far it has come.
struct OpenStream<D: Decider> {
  let name: StreamName
  private(set) var version = 0
  private(set) var state = D.initial
  private let codec: EventCodec<D.Event>

  init(_ identity: Identity) {
    name = StreamName(D.category, identity)
    do {
      codec = try D.codec()
    } catch {
      preconditionFailure("the events of \(D.category) cannot be written: \(error)")
    }
  }

  /// What `command` makes happen; nil when it changes nothing.
  ///
  /// A refusal is a fault of the simulation, which asks only what may be asked, and ends the program.
  mutating func perform(_ command: D.Command) -> Turn? {
    do {
      let events = try D.decide(command, state)
      guard !events.isEmpty else { return nil }
      let stored = try events.map(codec.encode)
      let slice = Appending.Slice(to: name, expecting: version, stored)
      version += events.count
      for event in events { state = D.evolve(state, event) }
      let claims = events.flatMap { D.claims(of: $0, in: name) }
      return Turn(slices: [slice], claims: claims.map { ($0, name) })
    } catch {
      preconditionFailure("the simulation asked of \(name) what cannot be: \(error)")
    }
  }
}

/// What one command writes.
struct Turn {
  var slices: [Appending.Slice]
  var claims: [(claim: Claim, stream: StreamName)]

  /// Both at once, or the one that there is.
  static func joining(_ first: Turn?, _ second: Turn?) -> Turn? {
    guard let first, let second else { return first ?? second }
    return Turn(slices: first.slices + second.slices, claims: first.claims + second.claims)
  }
}

/// Something that somebody did.
struct Act {
  let by: PersonID
  let turn: Turn

  /// Nil when nothing happened.
  init?(by person: PersonID, _ turn: Turn?) {
    guard let turn else { return nil }
    by = person
    self.turn = turn
  }
}
