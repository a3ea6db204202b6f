import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>

struct IndicatorTests {
  private let words = Programme.Reading.words(text: "Gaat beter")
  private let target = Programme.Target(.number(value: "70"), .atMost)

  @Test func `an indicator is defined once and tells about a goal that stands`() {
    let define = Programme.Command.indicators(.define(2, Rail.definition), on: tuesday)
    Story.given(Rail.prepared).when(define)
      .then(.indicatorDefined(id: 2, definition: Rail.definition, on: tuesday))
    Story.given(Rail.established).when(define).refuses(.unknownGoal)
    Story.given(Rail.prepared).when(.indicators(.define(1, Rail.definition), on: tuesday))
      .refuses(.identifierInUse)
  }

  @Test func `words and numbers do not mix`() {
    let story = Story.given(Rail.prepared)
    let baseline = Programme.Definition(
      name: "x", unit: .described, baseline: .init(.number(value: "1")))
    let target = Programme.Definition(name: "x", unit: .counted(in: "kg"), target: .init(words))
    story.when(.indicators(.define(2, baseline), on: monday)).refuses(.readingDoesNotFitUnit)
    story.when(.indicators(.define(2, target), on: monday)).refuses(.readingDoesNotFitUnit)
    story.when(.indicators(.reviseTarget(1, .init(words), reason: "x"), on: monday))
      .refuses(.readingDoesNotFitUnit)
    story.when(.indicators(.measure(1, 2, .init(words, source: meerjarenplan)), on: monday))
      .refuses(.readingDoesNotFitUnit)
    Story.given(Rail.measuredOnce)
      .when(.indicators(.correctMeasurement(1, 1, words, reason: "x"), on: tuesday))
      .refuses(.readingDoesNotFitUnit)
  }

  @Test func `an indicator may speak in words`() {
    Story.given(Rail.prepared)
      .and(.indicatorDefined(id: 2, definition: Rail.described, on: monday))
      .when(.indicators(.measure(2, 1, .init(words, source: meerjarenplan)), on: tuesday))
      .then(
        .measured(
          indicator: 2, id: 1, measurement: .init(words, source: meerjarenplan), on: tuesday))
  }

  @Test func `a target is revised for a reason and the old one stays`() {
    let revised = Programme.Event.targetRevised(
      indicator: 1, target: target, reason: "Te laag", on: tuesday)
    Story.given(Rail.prepared)
      .when(.indicators(.reviseTarget(1, target, reason: "Te laag"), on: tuesday)).then(revised)
    Story.given(Rail.prepared).and(revised)
      .when(.indicators(.reviseTarget(1, target, reason: "Te laag"), on: tuesday))
      .nothingHappens()
    let indicator = Programme.state(after: Rail.prepared + [revised]).dossier?.indicators.all[1]
    #expect(indicator?.targets.map(\.target).last == target)
    #expect(indicator?.targets.map(\.target).first == Rail.definition.target)
    #expect(indicator?.target == target)
  }

  @Test func `a measurement is recorded once`() {
    Story.given(Rail.executing)
      .when(.indicators(.measure(1, 1, Rail.measurement), on: tuesday))
      .then(.measured(indicator: 1, id: 1, measurement: Rail.measurement, on: tuesday))
    Story.given(Rail.measuredOnce)
      .when(.indicators(.measure(1, 1, Rail.measurement), on: tuesday))
      .refuses(.identifierInUse)
  }

  @Test(arguments: [Rail.measuredOnce, Rail.ended])
  func `a measurement is corrected for a reason, even after the end`(history: [Programme.Event]) {
    let corrected = Programme.Event.measurementCorrected(
      indicator: 1, id: 1, value: .number(value: "13"), reason: "Telfout", on: nextMonday)
    Story.given(history).when(correct(to: "13")).then(corrected)
    Story.given(history).when(correct(to: "12.50")).nothingHappens()
    let measured = Programme.state(after: history + [corrected]).dossier?.indicators.all[1]?
      .measurements[1]
    #expect(measured?.value == .number(value: "13"))
    #expect(measured?.measurement.value == .number(value: "12.5"))
  }

  @Test(arguments: [Rail.measuredOnce, Rail.ended])
  func `a correction says that another day was measured`(history: [Programme.Event]) {
    let redated = Programme.Event.measurementCorrected(
      indicator: 1, id: 1, value: .number(value: "12.5"), measuredOn: monday, reason: "Telfout",
      on: nextMonday)
    Story.given(history).when(correct(to: "12.5", measuredOn: monday)).then(redated)
    Story.given(history).when(correct(to: "12.5", measuredOn: tuesday)).nothingHappens()
    Story.given(history).and(redated).when(correct(to: "12.5", measuredOn: monday))
      .nothingHappens()
    let measured = Programme.state(after: history + [redated]).dossier?.indicators.all[1]?
      .measurements[1]
    #expect(measured?.measuredOn == monday)
    #expect(measured?.on == tuesday)
    #expect(measured?.value == .number(value: "12.5"))
  }

  @Test func `a day that is corrected decides which measurement is the latest`() {
    let history =
      Rail.measuredOnce + [
        .measured(
          indicator: 1, id: 2, measurement: .init(.number(value: "3"), source: meerjarenplan),
          on: wednesday)
      ]
    let redated = Programme.Event.measurementCorrected(
      indicator: 1, id: 2, value: .number(value: "3"), measuredOn: monday, reason: "x",
      on: nextMonday)
    func latest(_ history: [Programme.Event]) -> Programme.Reading? {
      Programme.state(after: history).dossier?.indicators.all[1]?.latest?.value
    }
    #expect(latest(history) == .number(value: "3"))
    #expect(latest(history + [redated]) == .number(value: "12.5"))
  }

  @Test func `a correction comes after the measurement and after what came before`() {
    func correct(on day: Day, measuredOn: Day? = nil) -> Programme.Command {
      .indicators(
        .correctMeasurement(
          1, 1, .number(value: "13"), measuredOn: measuredOn, reason: "Telfout"), on: day)
    }
    Story.given(Rail.measuredOnce).when(correct(on: monday)).refuses(.beforePart(on: tuesday))
    Story.given(Rail.measuredOnce).when(correct(on: tuesday, measuredOn: wednesday))
      .refuses(.measuredAfterCorrection(on: tuesday))
    Story.given(Rail.measuredOnce)
      .and(
        .measurementCorrected(
          indicator: 1, id: 1, value: .number(value: "14"), reason: "x", on: nextMonday)
      )
      .when(correct(on: wednesday)).refuses(.beforePart(on: nextMonday))
  }

  @Test func `a correction is of something measured`() {
    Story.given(Rail.executing).when(correct(to: "13")).refuses(.unknownMeasurement)
    Story.given(Rail.established).when(correct(to: "13")).refuses(.unknownIndicator)
    Story.given(Rail.measuredOnce).and(.indicatorDropped(id: 1, reason: "x", on: tuesday))
      .when(correct(to: "13"))
      .then(
        .measurementCorrected(
          indicator: 1, id: 1, value: .number(value: "13"), reason: "Telfout", on: nextMonday))
  }

  @Test func `a dropped indicator is not measured, aimed at or dropped again`() {
    Story.given(Rail.executing).when(.indicators(.drop(1, reason: "Zegt niets"), on: tuesday))
      .then(.indicatorDropped(id: 1, reason: "Zegt niets", on: tuesday))
    let dropped = Story.given(Rail.executing)
      .and(.indicatorDropped(id: 1, reason: "Zegt niets", on: tuesday))
    dropped.when(.indicators(.drop(1, reason: "x"), on: tuesday)).refuses(.unknownIndicator)
    dropped.when(.indicators(.measure(1, 1, Rail.measurement), on: tuesday))
      .refuses(.unknownIndicator)
    dropped.when(.indicators(.reviseTarget(1, target, reason: "x"), on: tuesday))
      .refuses(.unknownIndicator)
  }

  @Test func `the latest measurement is of the latest day`() {
    let history =
      Rail.measuredOnce + [
        .measured(
          indicator: 1, id: 2, measurement: .init(.number(value: "3"), source: meerjarenplan),
          on: monday),
        .measured(
          indicator: 1, id: 3, measurement: .init(.number(value: "4"), source: meerjarenplan),
          on: tuesday),
      ]
    let latest = Programme.state(after: history).dossier?.indicators.all[1]?.latest
    #expect(latest?.value == .number(value: "4"))
  }

  @Test func `a target says whether a number reaches it`() {
    let least = Programme.Target(.number(value: "65"))
    #expect(least.isMet(by: .number(value: "65.0")) == true)
    #expect(least.isMet(by: .number(value: "64.9")) == false)
    #expect(target.isMet(by: .number(value: "70.1")) == false)
    #expect(target.isMet(by: .number(value: "9")) == true)
    #expect(least.isMet(by: words) == nil)
    #expect(Programme.Target(words).isMet(by: words) == nil)
  }

  private func correct(to value: Quantity, measuredOn: Day? = nil) -> Programme.Command {
    .indicators(
      .correctMeasurement(
        1, 1, .number(value: value), measuredOn: measuredOn, reason: "Telfout"), on: nextMonday)
  }
}
