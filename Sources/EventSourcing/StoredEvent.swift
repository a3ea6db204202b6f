/// An event in the form in which the log gets it and gives it back.
public struct StoredEvent: Sendable {
  /// The category and the case, such as `programme.goalSet`.
  public let type: String
  /// Which shape the payload has; 1 is the first.
  public let schema: Int
  /// UTF-8 JSON.
  public let payload: [UInt8]
  /// The personal data in a payload on its way to the log, in the order in which they stand there.
  ///
  /// The log keeps these encrypted. Empty in one that it gives back.
  public let personal: [PersonalField]

  public init(type: String, schema: Int, payload: [UInt8], personal: [PersonalField] = []) {
    self.type = type
    self.schema = schema
    self.payload = payload
    self.personal = personal
  }
}

/// The same event is the same, on its way to the log and back.
extension StoredEvent: Hashable {
  public static func == (one: StoredEvent, other: StoredEvent) -> Bool {
    one.type == other.type && one.schema == other.schema && one.payload == other.payload
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(schema)
    hasher.combine(payload)
  }
}

/// One step from an event's older shape to the next.
///
/// A field that cannot be derived from the older shape is not a step: it is a new event.
public struct Upcaster: Sendable {
  /// The case, without its category, such as `goalSet`.
  public let event: String
  /// The schema it reads; it writes the next one.
  public let schema: Int
  public let transform: @Sendable (JSON) throws -> JSON

  public init(
    _ event: String, from schema: Int, _ transform: @escaping @Sendable (JSON) throws -> JSON
  ) {
    self.event = event
    self.schema = schema
    self.transform = transform
  }
}

/// Writes one decider's events for the log and reads every version of them ever written.
///
/// The payload is what Swift's synthesized coding puts inside the case: `{"on":"2026-03-02"}` for
/// `.closed(on:)`, so stored events stay readable without this program.
public struct EventCodec<Event: Codable & Classified & Sendable>: Sendable {
  public let category: String
  /// What the type of every one of its events begins with.
  private let prefix: String
  private let steps: [String: [Int: Upcaster]]

  /// - Throws: `EventCodecError.brokenChain` when a case's upcasters do not run 1, 2, 3, ….
  public init(category: String, upcasters: [Upcaster] = []) throws(EventCodecError) {
    self.category = category
    prefix = "\(category)."
    var steps: [String: [Int: Upcaster]] = [:]
    for step in upcasters {
      guard steps[step.event]?[step.schema] == nil else {
        throw .brokenChain(event: step.event)
      }
      steps[step.event, default: [:]][step.schema] = step
    }
    for (event, chain) in steps where chain.keys.sorted() != Array(1...chain.count) {
      throw .brokenChain(event: event)
    }
    self.steps = steps
  }

  /// The form in which `event` goes to the log.
  ///
  /// - Throws: `unclassified` for a field of which nobody said whether it holds personal data.
  public func encode(_ event: Event) throws -> StoredEvent {
    guard let (name, payload) = try Payload.encodeCase(event) else {
      throw EventCodecError.notAnEnumeration
    }
    let personal: [PersonalField]
    do {
      personal = try Outline(payload).personalFields(by: event.fieldClasses)
    } catch let field as UnclassifiedField {
      throw EventCodecError.unclassified(type: prefix + name, path: field.path)
    }
    return StoredEvent(
      type: prefix + name, schema: schema(of: name), payload: payload, personal: personal)
  }

  /// The event that `stored` holds, brought up to today's shape.
  ///
  /// - Throws: `unknownType` and `unknownSchema` for what only a later release knows, `unreadable` for a
  ///   payload that is not what the event needs.
  public func decode(_ stored: StoredEvent) throws(EventCodecError) -> Event {
    guard stored.type.utf8.starts(with: prefix.utf8) else {
      throw EventCodecError.unknownType(stored.type)
    }
    let name = String(Substring(stored.type.utf8.dropFirst(prefix.utf8.count)))
    let payload = try upcast(stored, named: name)
    do {
      return try Payload.decode(Event.self, from: payload, as: name)
    } catch DecodingError.typeMismatch(_, let context) where context.codingPath.isEmpty {
      // The one key is none of the enumeration's cases.
      throw .unknownType(stored.type)
    } catch {
      throw EventCodecError(error, reading: stored)
    }
  }

  private func schema(of name: String) -> Int {
    steps.isEmpty ? 1 : (steps[name]?.count ?? 0) + 1
  }

  private func upcast(
    _ stored: StoredEvent, named name: String
  ) throws(EventCodecError) -> [UInt8] {
    let today = schema(of: name)
    guard stored.schema != today else { return stored.payload }
    guard (1..<today).contains(stored.schema) else {
      throw EventCodecError.unknownSchema(stored.type, stored.schema)
    }
    do {
      var json = try Payload.decode(JSON.self, from: stored.payload)
      for schema in stored.schema..<today {
        if let step = steps[name]?[schema] { json = try step.transform(json) }
      }
      return try Payload.encode(json: json)
    } catch {
      throw EventCodecError(error, reading: stored)
    }
  }
}

extension Decider {
  /// The codec of this decider's events.
  public static func codec() throws(EventCodecError) -> EventCodec<Event> {
    try EventCodec(category: category, upcasters: upcasters)
  }
}
