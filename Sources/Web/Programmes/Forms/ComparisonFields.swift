import Domain
import ReadModels

/// What the two fields by which an indicator is compared are called.
enum ComparisonField {
  /// The answer that stands for the indicator's baseline.
  static let baseline = "baseline"

  static func before(_ indicator: IndicatorID) -> String { "before-\(indicator)" }
  static func after(_ indicator: IndicatorID) -> String { "after-\(indicator)" }
}

extension ProgrammeSubject {
  /// The indicators of which two values can be laid side by side, in their order.
  fileprivate var comparable: [IndicatorRow] {
    indicators.filter { indicator in
      let count = measurements.count { $0.indicator == indicator.id }
      return count > 1 || count == 1 && indicator.baseline != nil
    }
  }

  /// What an indicator measured, to choose one from.
  fileprivate func points(of indicator: IndicatorRow) -> [Choice] {
    measurements.filter { $0.indicator == indicator.id }.map { row in
      Choice(row.id.description, words(for: row.value, indicator, on: row.measuredOn))
    }
  }

  /// The baseline to choose; nothing when there is none.
  fileprivate func baseline(of indicator: IndicatorRow) -> [Choice] {
    guard let baseline = indicator.baseline else { return [] }
    let value = words(for: baseline.value, indicator, on: baseline.on)
    return [
      Choice(
        ComparisonField.baseline,
        reader.text("programme.comparison.baseline", ["value": .text(value)]))
    ]
  }

  private func words(
    for value: Programme.Reading, _ indicator: IndicatorRow, on day: Day?
  ) -> String {
    let words = reader.reading(value, in: indicator.unit)
    guard let day else { return words }
    return reader.text(
      "programme.comparison.point", ["value": .text(words), "day": .text(reader.shortDay(day))])
  }
}

extension FormSheet {
  /// From which value to which each indicator is compared; all of it may be left open.
  mutating func comparisons(in about: ProgrammeSubject) {
    let comparable = about.comparable
    heading("programme.comparisons")
    html(
      """
      <p>\(about.reader.text(
        comparable.isEmpty ? "programme.comparison.impossible" : "programme.comparison.lead"))</p>

      """)
    for indicator in comparable {
      let points = about.points(of: indicator)
      group(Phrase("programme.comparison.of", ["indicator": .text(indicator.title.description)])) {
        sheet in
        sheet.select(
          ComparisonField.before(indicator.id), label: "programme.field.compared-from",
          optional: true, about.baseline(of: indicator) + points)
        sheet.select(
          ComparisonField.after(indicator.id), label: "programme.field.compared-to",
          optional: true, points)
      }
    }
  }
}

extension Form {
  /// The indicators that are compared; of one, both values are chosen or neither.
  mutating func comparisons(
    in about: ProgrammeSubject
  ) -> [Programme.InterventionEvaluation.Comparison] {
    about.comparable.compactMap { indicator in
      comparison(
        of: indicator.id,
        among: about.measurements.filter { $0.indicator == indicator.id }.map(\.id))
    }
  }

  private mutating func comparison(
    of indicator: IndicatorID, among measurements: [MeasurementID]
  ) -> Programme.InterventionEvaluation.Comparison? {
    let (from, to) = (ComparisonField.before(indicator), ComparisonField.after(indicator))
    guard isFilled(from) || isFilled(to) else { return nil }
    let isBaseline = value(from) == ComparisonField.baseline
    let before = isBaseline ? nil : measurement(from, among: measurements)
    let after = measurement(to, among: measurements)
    guard let after, isBaseline || before != nil else { return nil }
    return Programme.InterventionEvaluation.Comparison(
      of: indicator, before: before, after: after)
  }

  private mutating func measurement(
    _ field: String, among measurements: [MeasurementID]
  ) -> MeasurementID? {
    guard let id = offered(field, as: MeasurementID.self) else { return nil }
    guard measurements.contains(id) else {
      note(.notAChoice, at: field)
      return nil
    }
    return id
  }
}
