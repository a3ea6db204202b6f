public import EventSourcing

extension LogEvent: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .exploration(let event): event.fieldClasses
    case .programme(let event): event.fieldClasses
    case .signal(let event): event.fieldClasses
    case .references(let event): event.fieldClasses
    case .analysis(let event): event.fieldClasses
    case .bankEntry(let event): event.fieldClasses
    case .caseFile(let event): event.fieldClasses
    case .checklist(let event): event.fieldClasses
    case .entity(let event): event.fieldClasses
    case .letter(let event): event.fieldClasses
    case .account(let event): event.fieldClasses
    }
  }
}

extension LogEvent {
  /// Whether it is work that says something of `person` and of nobody else, its texts included.
  public func tellsOnly(of person: PersonID) -> Bool {
    switch self {
    case .programme(.managerAppointed(let named, _)), .programme(.memberJoined(let named, _, _)),
      .programme(.memberLeft(let named, _)), .caseFile(.handlerAdded(let named, _)),
      .caseFile(.handlerReleased(let named, _)):
      named == person
    case .programme, .exploration, .signal, .account, .analysis, .references, .bankEntry,
      .entity, .caseFile, .checklist, .letter:
      false
    }
  }

  /// What it says that is about nobody else than `person`, as the log writes it.
  ///
  /// - Throws: why the event cannot be written.
  public func share(of person: PersonID) throws -> JSON {
    let payload = try Payload.decode(JSON.self, from: try stored().payload)
    return tellsOnly(of: person)
      ? payload : fieldClasses.share(of: payload, for: person.description)
  }
}
