public import EventSourcing

extension BankEntry.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .proposed:
      [
        "article": .part(BankEntry.Article.self), "organisation": .impersonal,
        "by": .pseudonym, "on": .impersonal,
      ]
    case .amended:
      ["article": .part(BankEntry.Article.self), "by": .pseudonym, "on": .impersonal]
    case .accepted:
      [
        "version": .impersonal, "article": .part(BankEntry.Article.self), "by": .pseudonym,
        "reviewOn": .impersonal, "on": .impersonal,
      ]
    case .declined, .retired: ["by": .pseudonym, "reason": .text, "on": .impersonal]
    case .confirmed: ["by": .pseudonym, "reviewOn": .impersonal, "on": .impersonal]
    case .takenOver:
      [
        "version": .impersonal, "article": .part(BankEntry.Article.self),
        "provenance": .part(BankEntry.Provenance.self), "organisation": .impersonal,
        "by": .pseudonym, "reviewOn": .impersonal, "on": .impersonal,
      ]
    }
  }
}
