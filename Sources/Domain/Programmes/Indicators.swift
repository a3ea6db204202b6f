extension Programme {
  /// What may be asked about indicators and what they measured.
  public enum IndicatorCommand: Equatable, Sendable {
    case define(IndicatorID, Definition)
    case reviseTarget(IndicatorID, Target, reason: Prose)
    /// Nil when it is measured by somebody again.
    case chooseCounting(IndicatorID, CaseCounting?)
    /// The command's day is the day that was measured.
    case measure(IndicatorID, MeasurementID, Measurement)
    /// `measuredOn` is the day that was measured, nil when it stands; the command's day is that of the
    /// correction.
    case correctMeasurement(
      IndicatorID, MeasurementID, Reading, measuredOn: Day? = nil, reason: Prose)
    case drop(IndicatorID, reason: Prose)
  }

  /// What can happen to an indicator.
  public enum IndicatorEvent: Equatable, Sendable {
    case defined(Definition)
    case targetRevised(Target, reason: Prose)
    case countingChosen(CaseCounting?)
    case dropped(reason: Prose)
  }

  /// What can happen to a measurement.
  public enum MeasurementEvent: Equatable, Sendable {
    case taken(Measurement)
    /// `measuredOn` is nil when the day stands.
    case corrected(to: Reading, measuredOn: Day?, reason: Prose)
  }

  /// By what the programme sees whether it works.
  public struct Indicators: Equatable, Sendable {
    /// Dropped indicators included.
    public internal(set) var all = Register<IndicatorID, Indicator>()
  }
}

extension Programme.Indicators {
  /// The indicators that were not dropped.
  public var standing: [(key: IndicatorID, value: Programme.Indicator)] {
    all.entries.filter { $0.value.droppedBecause == nil }
  }

  func decide(
    _ command: Programme.IndicatorCommand, in dossier: Programme.Dossier, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .define(let id, let definition):
      guard all[id] == nil else { throw .identifierInUse }
      try definition.check(dossier.goals, on: day)
      return [.indicatorDefined(id: id, definition: definition, on: day)]
    case .reviseTarget(let id, let target, let reason):
      return try revise(id, to: target, reason, on: day)
    case .chooseCounting(let id, let counting):
      return try choose(counting, for: id, in: dossier, on: day)
    case .measure(let id, let measurement, let measured):
      return try measure(id, measured, as: measurement, on: day)
    case .correctMeasurement(let id, let measurement, let value, let measuredOn, let reason):
      return try correct(id, measurement, to: value, measuredOn: measuredOn, reason, on: day)
    case .drop(let id, let reason):
      try standing(id)
      return [.indicatorDropped(id: id, reason: reason, on: day)]
    }
  }

  private func revise(
    _ id: IndicatorID, to target: Programme.Target, _ reason: Prose, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    let indicator = try standing(id)
    guard indicator.definition.unit.fits(target.value) else { throw .readingDoesNotFitUnit }
    guard indicator.target != target else { return [] }
    try target.check(after: day, indicator.definition.baseline)
    return [.targetRevised(indicator: id, target: target, reason: reason, on: day)]
  }

  private func choose(
    _ counting: Programme.CaseCounting?, for id: IndicatorID, in dossier: Programme.Dossier,
    on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    let indicator = try standing(id)
    guard indicator.counting != counting else { return [] }
    try counting?.measure.check(against: indicator.definition.unit)
    try counting?.check(in: dossier)
    return [.countingChosen(indicator: id, counting: counting, on: day)]
  }

  private func measure(
    _ id: IndicatorID, _ measured: Programme.Measurement, as measurement: MeasurementID,
    on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    let indicator = try standing(id)
    guard indicator.measurements[measurement] == nil else { throw .identifierInUse }
    guard indicator.definition.unit.fits(measured.value) else { throw .readingDoesNotFitUnit }
    if let count = measured.count {
      guard count.counting == indicator.counting else { throw .countedOtherwise }
      try count.counting.measure.check(against: indicator.definition.unit)
      guard count.reading == measured.value else { throw .readingDoesNotFitCount }
    }
    return [.measured(indicator: id, id: measurement, measurement: measured, on: day)]
  }

  /// A dropped indicator's past may still be put right.
  private func correct(
    _ id: IndicatorID, _ measurement: MeasurementID, to value: Programme.Reading,
    measuredOn: Day?, _ reason: Prose, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    guard let indicator = all[id] else { throw .unknownIndicator }
    guard let measured = indicator.measurements[measurement] else { throw .unknownMeasurement }
    guard indicator.definition.unit.fits(value) else { throw .readingDoesNotFitUnit }
    let corrected = measuredOn == measured.measuredOn ? nil : measuredOn
    guard measured.value != value || corrected != nil else { return [] }
    if let corrected, corrected > day { throw .measuredAfterCorrection(on: day) }
    return [
      .measurementCorrected(
        indicator: id, id: measurement, value: value, measuredOn: corrected, reason: reason,
        on: day)
    ]
  }

  @discardableResult
  func standing(_ id: IndicatorID) throws(Programme.Refusal) -> Programme.Indicator {
    guard let indicator = all[id], indicator.droppedBecause == nil else {
      throw .unknownIndicator
    }
    return indicator
  }
}

extension Programme.Definition {
  fileprivate func check(_ goals: Programme.Goals, on day: Day) throws(Programme.Refusal) {
    if let baseline, !unit.fits(baseline.value) { throw .readingDoesNotFitUnit }
    if let target, !unit.fits(target.value) { throw .readingDoesNotFitUnit }
    if let goal { try goals.standing(goal) }
    try target?.check(after: day, baseline)
  }
}

extension Programme.Target {
  /// It is to be reached after `day`, since which it counts, and after the baseline.
  fileprivate func check(
    after day: Day, _ baseline: Programme.Baseline?
  ) throws(Programme.Refusal) {
    let last = max(day, baseline?.on ?? day)
    if let by, by <= last { throw .targetDayNotAfter(last) }
  }
}
