public import EventSourcing

extension References.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .adopted:
      [
        "edition": .part(References.Edition.self), "organisation": .impersonal,
        "source": .part(Source.self), "on": .impersonal,
      ]
    case .determinantWritten:
      ["determinant": .part(References.Determinant.self), "on": .impersonal]
    case .determinantRemoved: ["code": .impersonal, "on": .impersonal]
    case .segmentWritten: ["segment": .part(References.Segment.self), "on": .impersonal]
    case .segmentRemoved, .interventionTypeRemoved: ["key": .impersonal, "on": .impersonal]
    case .interventionTypeWritten:
      ["type": .part(References.InterventionType.self), "on": .impersonal]
    case .fitWritten: ["fit": .part(References.Fit.self), "on": .impersonal]
    case .fitRemoved:
      ["intervention": .impersonal, "determinant": .impersonal, "on": .impersonal]
    case .proposed: ["by": .pseudonym, "note": .text, "on": .impersonal]
    case .published:
      [
        "number": .impersonal, "edition": .part(References.Edition.self), "note": .text,
        "by": .pseudonym, "on": .impersonal,
      ]
    case .sentBack: ["by": .pseudonym, "reason": .text, "on": .impersonal]
    }
  }
}
