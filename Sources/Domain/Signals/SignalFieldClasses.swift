public import EventSourcing

extension Signal.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .raised:
      [
        "message": .part(Signal.Message.self),
        "organisation": .impersonal,
        "origin": .part(Signal.Origin.self),
        "dueOn": .impersonal,
        "isPublic": .impersonal,
        "on": .impersonal,
      ]
    case .revised:
      ["message": .part(Signal.Message.self), "dueOn": .impersonal, "on": .impersonal]
    case .sent, .takenInTreatment, .handled, .published:
      ["on": .impersonal]
    case .responded:
      ["id": .impersonal, "response": .part(Signal.PolicyResponse.self), "on": .impersonal]
    case .reopened, .withheld:
      ["reason": .text, "on": .impersonal]
    case .rescheduled:
      ["dueOn": .impersonal, "reason": .text, "on": .impersonal]
    }
  }
}
