import Domain

/// What an edition of the reference set calls its elements; what it does not have goes by its key.
struct ReferenceNames {
  /// Nil where no edition is known.
  let edition: References.Edition?
  let reader: Reader

  func name(of determinant: References.Determinant.Code) -> String {
    edition?.determinant(determinant)?.name.description ?? determinant.description
  }

  func name(of type: References.InterventionType.Key) -> String {
    edition?.interventionType(type)?.name.description ?? type.description
  }

  /// What was chosen, in words.
  func words(for measure: Analysis.Measure) -> String {
    switch measure {
    case .intervention(let type): name(of: type)
    case .partnerActs(let partner):
      reader.text("toolbox.measure.partner", ["partner": .text(partner.description)])
    case .nothing: reader.text("toolbox.measure.nothing")
    }
  }
}
