import Domain

/// Where a finding stands in the matrix, what was weighed, what the cell allows and what was chosen.
struct FindingPlacePart {
  let about: FindingSubject

  private var reader: Reader { about.reader }
  private var dossier: Enforcement.Dossier { about.dossier }

  var html: HTML {
    Part.html(
      "place", "enforcement.place-title", placement, actions: toMatrix, for: reader)
      + Part.html("choice", "enforcement.choice-title", choice, for: reader)
  }

  private var toMatrix: HTML {
    "<a class=\"act\" href=\"\(reader.to(Site.matrix))\">\(reader.text("enforcement.matrix.title"))</a>"
  }

  private var placement: HTML {
    guard let placement = dossier.placement else {
      return EmptyState.html(reader.text("enforcement.not-placed"))
    }
    let (placed, change) = (placement.value, about.form("position", when: about.isUnderway))
    var list = SummaryList()
    list.add(
      reader.text("enforcement.field.position"), text: placed.position.words(for: reader),
      change: change)
    for aggravation in placed.aspects.aggravating {
      list.add(reader.text(aggravation.aspect.name), aggravation.reason.html)
    }
    for mitigation in placed.aspects.mitigating {
      list.add(reader.text("enforcement.field.mitigating"), mitigation.html)
    }
    list.add(reader.text("enforcement.field.allowed"), text: reader.names(of: placed.allowed))
    list.add(
      reader.text("enforcement.field.placed"),
      text: reader.text(
        "enforcement.placed-under",
        ["day": .text(reader.day(placement.on)), "edition": .number(placed.edition)]))
    return "\(MatrixGrid.html(placed.position, for: reader))\(list.html(for: reader))"
  }

  private var choice: HTML {
    guard let standing = dossier.proposal ?? dossier.choice else {
      return EmptyState.html(reader.text("enforcement.nothing-chosen"))
    }
    let chosen = standing.value
    var list = SummaryList()
    list.add(
      reader.text("enforcement.field.measure"), measure(of: chosen),
      change: about.form("measure", when: about.isUnderway))
    list.add(
      reader.text("enforcement.field.category"), text: reader.text(chosen.measure.category.name))
    if let reason = chosen.reason {
      list.add(reader.text("enforcement.field.deviation-reason"), reason.html)
    }
    list.add(
      reader.text("enforcement.field.chosen-by"),
      text: "\(about.file.names.name(of: chosen.by)), \(reader.day(standing.on))")
    if let confirmed = dossier.confirmedBy, dossier.proposal == nil {
      list.add(
        reader.text("enforcement.field.confirmed-by"), text: about.file.names.name(of: confirmed))
    }
    return list.html(for: reader)
  }

  /// The measure, with how it lies to what the cell allows.
  private func measure(of chosen: Enforcement.Choice) -> HTML {
    let name = HTML(reader.text(chosen.measure.name))
    if dossier.proposal != nil {
      return "\(name) \(StatusBadge.html(reader.text("enforcement.proposed"), .warn))"
    }
    return switch dossier.placement?.value.departure(of: chosen.measure) {
    case nil, .some(.none): name
    case .other: "\(name) \(StatusBadge.html(reader.text("enforcement.departs"), .info))"
    case .harsher: "\(name) \(StatusBadge.html(reader.text("enforcement.harsher"), .warn))"
    }
  }
}
