import Domain
import EventSourcing
import Foundation
import TestCast
import Testing

struct GoldenTests {
  @Test(arguments: Golden<Exploration>.explorations)
  func `an exploration's event written today can be read for ever`(
    golden: Golden<Exploration>
  ) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Programme>.programmes)
  func `a programme's event written today can be read for ever`(
    golden: Golden<Programme>
  ) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Signal>.signals)
  func `a signal's event written today can be read for ever`(golden: Golden<Signal>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Account>.accounts)
  func `an account's event written today can be read for ever`(golden: Golden<Account>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Analysis>.analyses)
  func `an analysis's event written today can be read for ever`(golden: Golden<Analysis>)
    throws
  {
    try check(golden)
  }

  @Test(arguments: Golden<References>.references)
  func `a reference set's event written today can be read for ever`(golden: Golden<References>)
    throws
  {
    try check(golden)
  }

  @Test(arguments: Golden<BankEntry>.bankEntries)
  func `a bank entry's event written today can be read for ever`(golden: Golden<BankEntry>)
    throws
  {
    try check(golden)
  }

  @Test(arguments: Golden<CaseFile>.cases + Golden<CaseFile>.enforcement)
  func `a case's event written today can be read for ever`(golden: Golden<CaseFile>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<CaseFile>.reports)
  func `a report's event written today can be read for ever`(golden: Golden<CaseFile>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<CaseFile>.outcomes)
  func `an event of what comes of a case written today can be read for ever`(
    golden: Golden<CaseFile>
  ) throws {
    try check(golden)
  }

  @Test(arguments: Golden<LetterTemplate>.letters)
  func `a letter's event written today can be read for ever`(
    golden: Golden<LetterTemplate>
  ) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Checklist>.checklists)
  func `a checklist's event written today can be read for ever`(golden: Golden<Checklist>) throws {
    try check(golden)
  }

  @Test(arguments: Golden<SupervisedEntity>.entities)
  func `an event of a party or place written today can be read for ever`(
    golden: Golden<SupervisedEntity>
  ) throws {
    try check(golden)
  }

  @Test(arguments: Golden<Programme>.earlierProgrammes)
  func `an event kept under an earlier shape is read as today's`(
    golden: Golden<Programme>
  ) throws {
    try checkReading(golden)
  }

  @Test(arguments: Golden<Signal>.earlierSignals)
  func `a signal's event kept under an earlier shape is read as today's`(
    golden: Golden<Signal>
  ) throws {
    try checkReading(golden)
  }

  @Test(arguments: Golden<CaseFile>.earlierCases)
  func `a case's event kept under an earlier shape is read as today's`(
    golden: Golden<CaseFile>
  ) throws {
    try checkReading(golden)
  }

  @Test func `every shape that an event ever had is among the golden ones`() {
    let kept = Golden<Programme>.earlierProgrammes.map { "\($0.type) \($0.schema)" }
    #expect(
      Set(kept) == Set(Programme.upcasters.map { "programme.\($0.event) \($0.schema)" }))
    let keptOfSignals = Golden<Signal>.earlierSignals.map { "\($0.type) \($0.schema)" }
    #expect(
      Set(keptOfSignals) == Set(Signal.upcasters.map { "signal.\($0.event) \($0.schema)" }))
    let keptOfCases = Golden<CaseFile>.earlierCases.map { "\($0.type) \($0.schema)" }
    #expect(Set(keptOfCases) == Set(CaseFile.upcasters.map { "case.\($0.event) \($0.schema)" }))
    #expect(Exploration.upcasters.isEmpty && Account.upcasters.isEmpty)
    #expect(
      Analysis.upcasters.isEmpty && References.upcasters.isEmpty && BankEntry.upcasters.isEmpty
        && SupervisedEntity.upcasters.isEmpty && Checklist.upcasters.isEmpty
        && LetterTemplate.upcasters.isEmpty)
  }

  @Test func `no event is without its golden form`() throws {
    #expect(
      try names(in: "Explorations/Exploration.swift")
        == Set(Golden<Exploration>.explorations.map(\.type)))
    #expect(
      try names(in: "Programmes/Programme.swift")
        == Set(Golden<Programme>.programmes.map(\.type)))
    #expect(try names(in: "Signals/Signal.swift") == Set(Golden<Signal>.signals.map(\.type)))
    #expect(try names(in: "People/Account.swift") == Set(Golden<Account>.accounts.map(\.type)))
    #expect(
      try names(in: "Toolbox/Analyses/Analysis.swift")
        == Set(Golden<Analysis>.analyses.map(\.type)))
    #expect(
      try names(in: "Toolbox/References/References.swift")
        == Set(Golden<References>.references.map(\.type)))
    #expect(
      try names(in: "Toolbox/Bank/BankEntry.swift")
        == Set(Golden<BankEntry>.bankEntries.map(\.type)))
    #expect(
      try names(in: "Entities/SupervisedEntity.swift", of: SupervisedEntity.category)
        == Set(Golden<SupervisedEntity>.entities.map(\.type)))
    #expect(
      try names(in: "Cases/CaseFile.swift", of: CaseFile.category)
        == Set(Golden<CaseFile>.everyCase.map(\.type)))
    for (category, types) in [
      (Checklist.category, Golden<Checklist>.checklists.map(\.type)),
      (LetterTemplate.category, Golden<LetterTemplate>.letters.map(\.type)),
    ] {
      #expect(try names(in: "Cases/Templates/Template.swift", of: category) == Set(types))
    }
  }

  @Test func `no step within a case is without its golden form`() throws {
    var golden: [String: Set<String>] = [:]
    for event in Golden<CaseFile>.everyCase.map(\.event) {
      switch event {
      case .enforced(_, let step, _): golden["enforcement", default: []].insert(label(of: step))
      case .surveyed(_, let step, _): golden["survey", default: []].insert(label(of: step))
      case .publicized(_, let step, _): golden["publication", default: []].insert(label(of: step))
      case .kept(let step, _): golden["retention", default: []].insert(label(of: step))
      case .opened, .retitled, .subjectNamed, .attached, .classified, .handlerAdded,
        .handlerReleased, .related, .unrelated, .planned, .taskAdded, .taskMoved, .taskDone,
        .taskDropped, .logged, .logCorrected, .findingAdded, .findingCorrected, .findingWithdrawn,
        .documentFiled, .documentReplaced, .documentRemoved, .reportIssued, .reportWithdrawn,
        .closed, .reopened:
        break
      }
    }
    for file in [
      "Enforcement/Enforcement", "Surveys/Survey", "Publication/Publication",
      "Retention/Retention",
    ] {
      let part = try #require(file.split(separator: "/").last).lowercased()
      let steps = Set((golden[part] ?? []).map { "\(part).\($0)" })
      #expect(try names(in: "Cases/\(file).swift") == steps)
    }
  }

  /// The name of a case of an enum.
  private func label(of event: some Any) -> String {
    Mirror(reflecting: event).children.first?.label ?? "\(event)"
  }

  @Test func `a word that is kept does not change`() {
    #expect(
      words(Exploration.Origin.self) == "ibraRisk obligation development organisationalChange")
    #expect(words(Exploration.Section.self) == "problem causes influence system")
    #expect(words(Exploration.Argument.Side.self) == "inFavour against")
    #expect(words(Programme.Phase.self) == "exploration development execution evaluation")
    #expect(words(Programme.Target.Aim.self) == "atLeast atMost")
    #expect(words(Programme.Estimate.Span.self) == "perYear once")
    #expect(words(Programme.Partner.Kind.self) == "internal external")
    #expect(
      words(Programme.InterventionEvaluation.Outcome.self)
        == "improved unchanged worsened unclear")
    #expect(
      words(Role.self)
        == "programmeManager teamMember inspector analyst decisionMaker leadership partner "
        + "privacyOfficer recordsManager administrator")
    #expect(words(Signal.Kind.self) == "askingAction informing")
    #expect(words(Signal.Addressee.self) == "minister ministry parliament surroundings")
    #expect(words(Certainty.self) == "sourced derived working")
    #expect(words(Confidence.self) == "low medium high")
    #expect(words(Analysis.Step.self) == "choose understand act")
    #expect(words(Analysis.SessionForm.self) == "brainstorm research focusGroup")
    #expect(words(References.Determinant.Group.self) == "spontaneous control sanction")
    #expect(words(References.Determinant.Cluster.self) == "knowing able wanting having")
    #expect(words(SuggestionRule.self) == "fitThenLightest")
    #expect(words(Suggestion.Caution.self) == "rulesUnknown worsenedHere worsenedElsewhere")
    #expect(
      words(SupervisedEntity.Kind.self) == "organisation person location ship vehicle site")
    #expect(
      words(SupervisedEntity.Relation.Kind.self) == "operates owns worksFor locatedAt partOf")
    #expect(
      words(RegistrationNumber.Register.self) == "kvk rsin vat establishment imo eni mmsi plate")
    #expect(words(BankEntry.Kind.self) == "intervention practice literature")
    #expect(words(BankEntry.EvidenceGrade.self) == "opinion observed measured compared reviewed")
    #expect(words(Enforcement.OffenderType.self) == "A B C D")
    #expect(Enforcement.Consequence.allCases.map(\.rawValue) == [1, 2, 3, 4])
    #expect(
      words(Enforcement.Aspect.self)
        == "irreversible repeated financialGain combined maliciousExperts truthFinding")
    #expect(
      words(Enforcement.Measure.self)
        == "inform address warn talk heightenSupervision orderUnderPenalty orderUnderCoercion "
        + "halt fine close revoke penalOrder officialReport")
    #expect(
      words(Enforcement.Prosecution.self)
        == "laidBefore begun penalOrder dropped acquitted notedInError")
    #expect(
      words(Enforcement.Penalty.Unit.self) == "once perDay perWeek perMonth perViolation")
    #expect(
      words(Enforcement.ObjectionOutcome.self) == "inadmissible unfounded revised revoked")
    #expect(words(Enforcement.Ending.self) == "restored repeated dismissed")
  }

  @Test func `whatever the log keeps is read by its stream`() throws {
    let stored = try Signal.codec().encode(.sent(on: monday))
    func decode(in category: String) throws -> Recorded<LogEvent> {
      try LogEvent.decode(
        Recorded(
          stored, in: StreamName(category, (1 as SignalID).identity), version: 2, position: 3,
          actor: "noor", command: (2 as SignalID).identity,
          recordedAt: Date(timeIntervalSince1970: 0)))
    }
    let recorded = try decode(in: "signal")
    #expect(recorded.event == .signal(.sent(on: monday)))
    #expect(recorded.event.on == monday)
    #expect(recorded.position == 3)
    #expect(throws: EventCodecError.unknownType("signal.sent")) { try decode(in: "programme") }
    #expect(throws: EventCodecError.unknownType("signal.sent")) { try decode(in: "case") }
  }

  private func check<D: Decider>(_ golden: Golden<D>) throws {
    let codec = try D.codec()
    let stored = try codec.encode(golden.event)
    #expect(stored.type == golden.type)
    #expect(stored.schema == golden.schema)
    #expect(String(decoding: stored.payload, as: UTF8.self) == golden.payload)
    try checkReading(golden)
  }

  private func checkReading<D: Decider>(_ golden: Golden<D>) throws {
    let kept = StoredEvent(
      type: golden.type, schema: golden.schema, payload: Array(golden.payload.utf8))
    #expect(try D.codec().decode(kept) == golden.event)
  }

  /// The stored names of the events that a source file declares, which is called after its category unless
  /// `category` says otherwise.
  private func names(in file: String, of category: String? = nil) throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let source = try String(
      contentsOf: root.appending(path: "Sources/Domain/\(file)"), encoding: .utf8)
    let name = try #require(file.split(separator: "/").last?.dropLast(".swift".count))
    let category = category ?? name.lowercased()
    let events = source.split(separator: "\n").drop { !$0.contains("enum Event") }
      .prefix { $0 != "  }" }
    return Set(
      events.filter { $0.hasPrefix("    case ") }
        .map { "\(category).\($0.dropFirst(9).prefix { $0 != "(" })" })
  }

  private func words<Kept: CaseIterable & RawRepresentable<String>>(_: Kept.Type) -> String {
    Kept.allCases.map(\.rawValue).joined(separator: " ")
  }
}
