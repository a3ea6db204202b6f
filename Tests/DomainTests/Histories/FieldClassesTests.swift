import Domain
import EventSourcing
import TestCast
import Testing

/// What the log keeps in clear of each event, and what only under a key.
struct FieldClassesTests {
  @Test(arguments: Golden<Exploration>.explorations)
  func `an exploration says of every field whether it is personal`(golden: Golden<Exploration>)
    throws
  {
    try check(golden)
  }

  @Test(arguments: Golden<Programme>.programmes)
  func `a programme says of every field whether it is personal`(golden: Golden<Programme>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Signal>.signals)
  func `a signal says of every field whether it is personal`(golden: Golden<Signal>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Account>.accounts)
  func `an account says of every field whether it is personal`(golden: Golden<Account>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Analysis>.analyses)
  func `an analysis says of every field whether it is personal`(golden: Golden<Analysis>)
    throws
  {
    try check(golden)
  }

  @Test(arguments: Golden<References>.references)
  func `a reference set says of every field whether it is personal`(golden: Golden<References>)
    throws
  {
    try check(golden)
  }

  @Test(arguments: Golden<BankEntry>.bankEntries)
  func `an entry of the data bank says of every field whether it is personal`(
    golden: Golden<BankEntry>
  )
    throws
  {
    try check(golden)
  }

  @Test(arguments: Golden<CaseFile>.cases)
  func `a case says of every field whether it is personal`(golden: Golden<CaseFile>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<CaseFile>.reports)
  func `a report says of every field whether it is personal`(golden: Golden<CaseFile>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<CaseFile>.outcomes)
  func `what comes of a case says of every field whether it is personal`(golden: Golden<CaseFile>)
    throws
  {
    try check(golden)
  }

  @Test(arguments: Golden<LetterTemplate>.letters)
  func `a letter says of every field whether it is personal`(
    golden: Golden<LetterTemplate>
  ) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Checklist>.checklists)
  func `a checklist says of every field whether it is personal`(golden: Golden<Checklist>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<SupervisedEntity>.entities)
  func `a party or place says of every field whether it is personal`(
    golden: Golden<SupervisedEntity>
  ) throws {
    try check(golden)
  }

  @Test func `an event with a field that nobody thought about is not written`() throws {
    let codec = try EventCodec<Forgetful>(category: "forgetful")
    #expect(
      throws: EventCodecError.unclassified(type: "forgetful.noted", path: "place.street")
    ) { try codec.encode(.noted(name: "Joris", place: Forgetful.Place(street: "Dijk 1"))) }
    #expect(throws: EventCodecError.unclassified(type: "forgetful.counted", path: "number")) {
      try codec.encode(.counted(number: 3))
    }
  }

  @Test func `a name and a mail address are personal, and days and choices are not`() throws {
    let opened = try Account.codec().encode(Joris.opened)
    #expect(
      opened.personal.map { String(decoding: opened.payload[$0.range], as: UTF8.self) }
        == [#""joris@example.org""#, #""Joris Smit""#])
    #expect(opened.personal.map(\.kind) == [.contact, .name])
  }

  /// Every stand-in is read as an event again, and every field that is there or could be has a class.
  private func check<D: Decider>(_ golden: Golden<D>) throws {
    let codec = try D.codec()
    let stored = try codec.encode(golden.event)
    _ = try codec.decode(stored.erased)
    #expect(
      unclassified(golden.event).isEmpty, "\(golden.type) has fields without a class")
    if stored.personal.contains(where: { $0.kind == .text }) {
      #expect(String(decoding: stored.erased.payload, as: UTF8.self).contains("[gewist]"))
    }
  }

  /// The fields of the case, and of the parts in it, that have no class: those that happen to be nil in every
  /// example would pass unseen through the payload.
  private func unclassified(_ event: some Classified) -> [String] {
    Mirror(reflecting: event).children.flatMap { child in
      unclassified(child.value, event.fieldClasses)
    }
  }

  private func unclassified(_ part: Any, _ classes: FieldClasses) -> [String] {
    Mirror(reflecting: part).children.flatMap { field -> [String] in
      guard let label = field.label else { return [] }
      guard let fieldClass = classes[label] else { return [label] }
      guard case .fields(let inner) = fieldClass,
        Mirror(reflecting: field.value).displayStyle == .struct
      else { return [] }
      return unclassified(field.value, inner)
    }
  }
}

extension StoredEvent {
  /// What is read of it when its key is gone.
  var erased: StoredEvent {
    var bytes = payload
    for field in personal.reversed() {
      bytes.replaceSubrange(field.range, with: field.kind.standIn.withUTF8Buffer(Array.init))
    }
    return StoredEvent(type: type, schema: schema, payload: bytes)
  }
}

/// An event whose maker forgot a field, and took a number for a text.
private enum Forgetful: Codable, Classified, Sendable {
  struct Place: Codable, Sendable { let street: String }

  case noted(name: String, place: Place)
  case counted(number: Int)

  var fieldClasses: FieldClasses {
    switch self {
    case .noted: ["name": .personal(.name), "place": .fields([:])]
    case .counted: ["number": .text]
    }
  }
}
