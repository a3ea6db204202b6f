/// Why an event could not be written or read.
///
/// Says nothing of what is in the event, so it may stand in a log and on a page.
public enum EventCodecError: Error, Equatable, Sendable {
  case notAnEnumeration
  /// The program has no such event: a later release wrote it.
  case unknownType(String)
  /// The program has no such version of the event: a later release wrote it.
  case unknownSchema(String, Int)
  case brokenChain(event: String)
  /// Nobody said of a field whether it holds personal data, or it is not what was said.
  case unclassified(type: String, path: String)
  /// The payload is not what the event needs: where in it, and what kind of fault.
  case unreadable(type: String, schema: Int, path: String, fault: Fault)

  /// What can be wrong with a payload.
  public enum Fault: String, Sendable {
    case missing
    case empty
    case wrongKind
    case malformed
    /// An upcaster or a rule about the value refused it.
    case refused
  }

  /// Whether a later release of the program would know what this one does not.
  public var isOfALaterRelease: Bool {
    switch self {
    case .unknownType: true
    case .unknownSchema(_, let schema): schema >= 1
    case .notAnEnumeration, .brokenChain, .unclassified, .unreadable: false
    }
  }
}

extension EventCodecError {
  /// What was wrong with the payload of `stored`, without the values that `error` repeats.
  init(_ error: any Error, reading stored: StoredEvent) {
    let (path, fault): ([any CodingKey], Fault) =
      switch error {
      case DecodingError.keyNotFound(let key, let context): (context.codingPath + [key], .missing)
      case DecodingError.valueNotFound(_, let context): (context.codingPath, .empty)
      case DecodingError.typeMismatch(_, let context): (context.codingPath, .wrongKind)
      case DecodingError.dataCorrupted(let context): (context.codingPath, .malformed)
      case _: ([], .refused)
      }
    self = .unreadable(
      type: stored.type, schema: stored.schema,
      // The first key is the event's own name.
      path: path.dropFirst().map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: "."),
      fault: fault)
  }
}

extension EventCodecError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnEnumeration: "the event is not an enumeration's case"
    case .unknownType(let type): "no event is called \(type) here; a later release has it"
    case .unknownSchema(let type, let schema):
      "\(type) has no schema \(schema) here; a later release has it"
    case .brokenChain(let event): "the upcasters of \(event) do not follow one another"
    case .unclassified(let type, let path):
      "\(type): no class of personal data fits \(path)"
    case .unreadable(let type, let schema, let path, let fault):
      "\(type), schema \(schema): \(path.isEmpty ? "the payload" : path) is \(fault.words)"
    }
  }
}

extension EventCodecError.Fault {
  fileprivate var words: String {
    switch self {
    case .missing: "missing"
    case .empty: "empty"
    case .wrongKind: "of another kind"
    case .malformed: "malformed"
    case .refused: "refused"
    }
  }
}
