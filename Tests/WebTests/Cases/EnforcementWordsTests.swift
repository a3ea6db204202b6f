import Domain
import Testing

@testable import Web

/// Every refusal, warning and legal day has a sentence of its own, in every language.
struct EnforcementWordsTests {
  @Test(arguments: Language.allCases)
  func `every refusal has its own sentence`(language: Language) throws {
    let reader = try Reader.example(language)
    let sentences = try Self.refusals().map {
      reader.text(EnforcementRefusals.explain($0, reader).problem.phrase)
    }
    for sentence in sentences { #expect(!sentence.contains("⟦") && !sentence.contains("{")) }
    #expect(Set(sentences).count == sentences.count)
  }

  @Test(arguments: Language.allCases)
  func `every warning says what is wrong and by which article`(language: Language) throws {
    let reader = try Reader.example(language)
    let warnings = try Self.warnings()
    let sentences = warnings.map { $0.words(for: reader) }
    for sentence in sentences { #expect(!sentence.contains("⟦") && !sentence.contains("{")) }
    #expect(Set(sentences).count == sentences.count)
    #expect(warnings.map { $0.article.words(for: reader) }.allSatisfy { $0.hasPrefix("Awb ") })
  }

  @Test func `a legal day counts down, and says when it has passed`() throws {
    let reader = try Reader.example()
    func words(_ day: String) throws -> String {
      let day = NextLegalDay(try #require(Day(day)), .decisionOnFine, .decisionOnFine)
      let left = day.countDown(day.daysLeft(on: reader.dayShown), for: reader)
      return "\(left): \(day.words(for: reader))"
    }
    #expect(
      try words("2026-03-14") == "nog 12 dagen: beslissing over de boete, Awb 5:51 (14 maart 2026)")
    #expect(
      try words("2026-03-03") == "nog 1 dag: beslissing over de boete, Awb 5:51 (3 maart 2026)")
    #expect(
      try words("2026-03-02") == "vandaag: beslissing over de boete, Awb 5:51 (2 maart 2026)")
    #expect(
      try words("2026-02-27")
        == "3 dagen te laat: beslissing over de boete, Awb 5:51 (27 februari 2026)")
  }

  @Test func `every kind of legal day is named`() throws {
    let reader = try Reader.example()
    let names = NextLegalDay.Step.allCases.map { reader.text($0.name) }
    #expect(Set(names).count == NextLegalDay.Step.allCases.count)
    for name in names { #expect(!name.contains("⟦")) }
  }

  private static func refusals() throws -> [Enforcement.Refusal] {
    let (day, amount) = (try #require(Day("2026-03-02")), try #require(Euro(cents: 100)))
    return [
      .ended(on: day), .notEnded, .notPlaced, .editionNotValid(until: day),
      .aspectTwice(.repeated), .nothingChosen, .deviationUnexplained(allowed: [.warn]),
      .nothingProposed, .proposedBySamePerson, .identifierInUse, .unknownAction,
      .actionOver(on: day), .alreadyDecided(on: day), .notDecided, .alreadySent(on: day),
      .notSent, .alreadyTookEffect(on: day), .alreadyIrrevocable(on: day), .viewInUse,
      .effectOfViewMissing, .noViewReceived, .decisionOfOtherMeasure(.fine), .amountNotPositive,
      .maximumBelowAmount, .termBeforeDecision, .hearingBeforeIntention, .noPenalty,
      .timesNotPositive, .forfeitedAtOnce,
      .maximumForfeited, .termRuns(until: day), .moreThanForfeited(left: amount),
      .collectionNotDecided, .moreThanDecided(left: amount), .objectionInUse, .noObjection,
      .objectionPending(since: day), .objectionSettled(on: day),
    ] + Enforcement.Milestone.allCases.map { .before($0, on: day) }
  }

  private static func warnings() throws -> [LegalWarning] {
    let day = try #require(Day("2026-03-02"))
    return [
      .restoringSanctionRuns(since: day),
      .rulesTogether([Line(recorded: "artikel 4"), Line(recorded: "artikel 5")]),
      .coercionOrderLacks(LegalWarning.OrderPart.allCases),
      .penaltyOrderLacks(LegalWarning.OrderPart.allCases), .maximumMissing,
      .alreadyFined(on: day), .prosecuted(on: day), .prosecutorMayAnswer(until: day),
      .finedBeforeAnswer(on: day),
      .powerToFineLapsed(on: day),
      .reportLacks(Enforcement.ReportPart.allCases), .fineDecidedLate(due: day),
      .heavyFineWithout(LegalWarning.FineRequisite.allCases), .notHeard(.fine),
    ]
  }
}
