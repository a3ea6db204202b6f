import Domain
import EventSourcing
import TestCast
import Testing

/// What an event of the work tells about one person, and not about others.
struct OwnShareTests {
  @Test(arguments: Golden<Exploration>.explorations)
  func `an exploration tells somebody nothing that others wrote or are named in`(
    golden: Golden<Exploration>
  ) throws {
    try expectNothingOfOthers(in: golden) { .exploration($0) }
  }

  @Test(arguments: Golden<Programme>.programmes)
  func `a programme tells somebody nothing that others wrote or are named in`(
    golden: Golden<Programme>
  ) throws {
    try expectNothingOfOthers(in: golden) { .programme($0) }
  }

  @Test(arguments: Golden<Signal>.signals)
  func `a signal tells somebody nothing that others wrote or are named in`(golden: Golden<Signal>)
    throws
  {
    try expectNothingOfOthers(in: golden) { .signal($0) }
  }

  @Test(arguments: Golden<Analysis>.analyses)
  func `an analysis tells somebody nothing that others wrote or are named in`(
    golden: Golden<Analysis>
  ) throws {
    try expectNothingOfOthers(in: golden) { .analysis($0) }
  }

  @Test(arguments: Golden<References>.references)
  func `a reference set tells somebody nothing that others wrote or are named in`(
    golden: Golden<References>
  ) throws {
    try expectNothingOfOthers(in: golden) { .references($0) }
  }

  @Test(arguments: Golden<BankEntry>.bankEntries)
  func `an entry of the data bank tells somebody nothing that others wrote or are named in`(
    golden: Golden<BankEntry>
  ) throws {
    try expectNothingOfOthers(in: golden) { .bankEntry($0) }
  }

  @Test(arguments: Golden<CaseFile>.cases)
  func `a case tells somebody nothing that others wrote or are named in`(
    golden: Golden<CaseFile>
  ) throws {
    try expectNothingOfOthers(in: golden) { .caseFile($0) }
  }

  @Test(arguments: Golden<SupervisedEntity>.entities)
  func `a party or place tells somebody nothing that others wrote or are named in`(
    golden: Golden<SupervisedEntity>
  ) throws {
    try expectNothingOfOthers(in: golden) { .entity($0) }
  }

  @Test func `what is about one person alone is told to that person with its texts`() throws {
    let joining = LogEvent.programme(
      .memberJoined(person: "amina", role: "kent de schippers", on: "2026-03-02"))
    #expect(
      try joining.share(of: "amina")
        == .object([
          "person": .string("amina"), "role": .string("kent de schippers"),
          "on": .string("2026-03-02"),
        ]))
    #expect(try joining.share(of: "daan") == .object(["on": .string("2026-03-02")]))
  }

  @Test func `who is named among others is told of the own name and of no other`() throws {
    let adopting = LogEvent.exploration(
      .decisionAdopted(
        id: DecisionID(.fresh()),
        ruling: Exploration.Ruling(
          by: "daan", grounds: "Noor overtuigde",
          dissent: [Exploration.Dissent(by: "amina", "Daan ziet het niet")]),
        on: "2026-03-02"))
    let words = try adopting.share(of: "amina").words
    #expect(words.contains("amina"))
    #expect(
      !words.contains("daan") && !words.contains { $0.contains("Daan") || $0.contains("Noor") })
  }

  /// No text of a personal class, and no name of a person, stands in the share of somebody whom it does not name.
  private func expectNothingOfOthers<D: Decider>(
    in golden: Golden<D>, _ whole: (D.Event) -> LogEvent
  ) throws {
    let codec = try D.codec()
    let marked = whole(try codec.decode(try codec.encode(golden.event).erased))
    let share = try marked.share(of: "p-nobody")
    #expect(!share.words.contains { $0.contains("gewist") }, "\(golden.type)")
    for name in ["by", "person", "manager", "owner", "decidedBy"] {
      #expect(share[name] == nil, "\(golden.type): \(name)")
    }
  }
}

extension JSON {
  /// Every text in it.
  fileprivate var words: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.words)
    case .object(let fields): fields.values.flatMap(\.words)
    case .null, .bool, .integer, .number: []
    }
  }
}
