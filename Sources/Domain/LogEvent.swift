public import EventSourcing

/// Anything that can have happened, whichever stream says so.
public enum LogEvent: Equatable, Sendable {
  case exploration(Exploration.Event)
  case programme(Programme.Event)
  case signal(Signal.Event)
  case account(Account.Event)
  case references(References.Event)
  case analysis(Analysis.Event)
  case bankEntry(BankEntry.Event)
  case caseFile(CaseFile.Event)
  case checklist(Checklist.Event)
  case entity(SupervisedEntity.Event)
  case letter(LetterTemplate.Event)
}

extension LogEvent {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .exploration(let event): event.on
    case .programme(let event): event.on
    case .signal(let event): event.on
    case .account(let event): event.on
    case .references(let event): event.on
    case .analysis(let event): event.on
    case .bankEntry(let event): event.on
    case .caseFile(let event): event.on
    case .checklist(let event): event.on
    case .entity(let event): event.on
    case .letter(let event): event.on
    }
  }

  /// The names that it takes or gives back for the whole log.
  public func claims(in stream: StreamName) -> [Claim] {
    switch self {
    case .exploration(let event): Exploration.claims(of: event, in: stream)
    case .programme(let event): Programme.claims(of: event, in: stream)
    case .signal(let event): Signal.claims(of: event, in: stream)
    case .account(let event): Account.claims(of: event, in: stream)
    case .references(let event): References.claims(of: event, in: stream)
    case .analysis(let event): Analysis.claims(of: event, in: stream)
    case .bankEntry(let event): BankEntry.claims(of: event, in: stream)
    case .caseFile(let event): CaseFile.claims(of: event, in: stream)
    case .checklist(let event): Checklist.claims(of: event, in: stream)
    case .entity(let event): SupervisedEntity.claims(of: event, in: stream)
    case .letter(let event): LetterTemplate.claims(of: event, in: stream)
    }
  }

  /// Reads what the log keeps.
  ///
  /// - Throws: `EventCodecError.unknownType` for a stream of another kind, and whatever the codec of
  ///   its kind throws.
  public static func decode(
    _ recorded: Recorded<StoredEvent>
  ) throws -> Recorded<LogEvent> {
    try recorded.decoded { (stored: StoredEvent) throws -> LogEvent in
      switch recorded.stream.category {
      case Exploration.category: .exploration(try Codecs.exploration.get().decode(stored))
      case Programme.category: .programme(try Codecs.programme.get().decode(stored))
      case Signal.category: .signal(try Codecs.signal.get().decode(stored))
      case Account.category: .account(try Codecs.account.get().decode(stored))
      case References.category: .references(try Codecs.references.get().decode(stored))
      case Analysis.category: .analysis(try Codecs.analysis.get().decode(stored))
      case BankEntry.category: .bankEntry(try Codecs.bankEntry.get().decode(stored))
      case CaseFile.category: .caseFile(try Codecs.caseFile.get().decode(stored))
      case Checklist.category: .checklist(try Codecs.checklist.get().decode(stored))
      case SupervisedEntity.category: .entity(try Codecs.entity.get().decode(stored))
      case LetterTemplate.category: .letter(try Codecs.letter.get().decode(stored))
      case _: throw EventCodecError.unknownType(stored.type)
      }
    }
  }

  /// The form in which the log keeps it.
  public func stored() throws -> StoredEvent {
    switch self {
    case .exploration(let event): try Codecs.exploration.get().encode(event)
    case .programme(let event): try Codecs.programme.get().encode(event)
    case .signal(let event): try Codecs.signal.get().encode(event)
    case .account(let event): try Codecs.account.get().encode(event)
    case .references(let event): try Codecs.references.get().encode(event)
    case .analysis(let event): try Codecs.analysis.get().encode(event)
    case .bankEntry(let event): try Codecs.bankEntry.get().encode(event)
    case .caseFile(let event): try Codecs.caseFile.get().encode(event)
    case .checklist(let event): try Codecs.checklist.get().encode(event)
    case .entity(let event): try Codecs.entity.get().encode(event)
    case .letter(let event): try Codecs.letter.get().encode(event)
    }
  }

  /// Made once: a codec sorts its upcasters when it is made.
  private enum Codecs {
    static let exploration = Result { () throws(EventCodecError) in try Exploration.codec() }
    static let programme = Result { () throws(EventCodecError) in try Programme.codec() }
    static let signal = Result { () throws(EventCodecError) in try Signal.codec() }
    static let account = Result { () throws(EventCodecError) in try Account.codec() }
    static let references = Result { () throws(EventCodecError) in try References.codec() }
    static let analysis = Result { () throws(EventCodecError) in try Analysis.codec() }
    static let bankEntry = Result { () throws(EventCodecError) in try BankEntry.codec() }
    static let caseFile = Result { () throws(EventCodecError) in try CaseFile.codec() }
    static let checklist = Result { () throws(EventCodecError) in try Checklist.codec() }
    static let entity = Result { () throws(EventCodecError) in try SupervisedEntity.codec() }
    static let letter = Result { () throws(EventCodecError) in try LetterTemplate.codec() }
  }
}
