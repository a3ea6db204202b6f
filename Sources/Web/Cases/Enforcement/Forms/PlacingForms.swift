import Domain
import ReadModels

/// Forms about where a finding stands in the matrix and what is to be done about it.
enum PlacingForms {
  static let all = [position, measure, confirmation, rejection]

  static let position = FindingForm(
    "cases/:case/findings/:finding/position", for: .inspect, title: "enforcement.act.place",
    lead: "enforcement.place-lead", button: "enforcement.record", guarding: .fields,
    filled: { about, visit in visit.filledToday.with(about.placed) },
    fields: { sheet, _, visit in
      let reader = visit.reader
      sheet.html(
        "<p><a href=\"\(reader.to(Site.matrix))\">\(reader.text("enforcement.matrix.title"))</a></p>\n"
      )
      sheet.radios(
        "consequence", label: "enforcement.field.consequence",
        Enforcement.Consequence.allCases.map {
          Choice("\($0.rawValue)", $0.heading(for: reader), hint: reader.text($0.meaning))
        })
      sheet.radios(
        "offender", label: "enforcement.field.offender",
        Enforcement.OffenderType.allCases.map {
          Choice($0.rawValue, $0.heading(for: reader), hint: reader.text($0.meaning))
        })
      sheet.aspects()
      sheet.happenedOn("field.on")
    },
    command: { form, about, _ in
      let (position, aspects) = (form.position(), form.aspects())
      let day = form.happenedDay()
      guard let position, let day else { return nil }
      return about.enforcing(.place(position, aspects, under: about.matrix), on: day)
    })

  static let measure = FindingForm(
    "cases/:case/findings/:finding/measure", for: .inspect, title: "enforcement.act.choose",
    lead: "enforcement.choose-lead", button: "enforcement.record", guarding: .none,
    filled: { about, visit in visit.filledToday.with(about.chosen) },
    fields: { sheet, about, visit in
      let placement = try about.placement()
      sheet.about(placement.position.words(for: visit.reader))
      sheet.measure(under: placement, for: visit.reader)
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let placement = try about.placement()
      let (choice, day) = (form.measure(under: placement), form.happenedDay())
      guard let (measure, reason) = choice, let day else { return nil }
      return about.enforcing(.choose(measure, reason: reason, by: try visit.actor()), on: day)
    })

  static let confirmation = FindingForm(
    "cases/:case/findings/:finding/confirmation", for: .inspect,
    title: "enforcement.act.confirm", lead: "enforcement.confirm-lead",
    button: "enforcement.confirm-button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      try sheet.proposal(about)
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      guard let day = form.happenedDay() else { return nil }
      return about.enforcing(.confirm(by: try visit.actor()), on: day)
    })

  static let rejection = FindingForm(
    "cases/:case/findings/:finding/rejection", for: .inspect, title: "enforcement.act.decline",
    button: "enforcement.decline-button", weight: .danger, guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      try sheet.proposal(about)
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return about.enforcing(.decline(reason: reason, by: try visit.actor()), on: day)
    })
}

extension FindingSubject {
  /// - Throws: 404 while it is not placed.
  fileprivate func placement() throws(Problem) -> Enforcement.Placement {
    guard let placement = dossier.placement?.value else { throw .notFound }
    return placement
  }

  fileprivate var placed: [String: String?] {
    guard let placed = dossier.placement?.value else { return [:] }
    var fields: [String: String?] = [
      "consequence": "\(placed.position.consequence.rawValue)",
      "offender": placed.position.offender.rawValue,
      "mitigating": placed.aspects.mitigating.map(\.description).joined(separator: "\n"),
    ]
    for aggravation in placed.aspects.aggravating {
      fields[aggravation.aspect.field] = aggravation.reason.description
    }
    return fields
  }

  fileprivate var chosen: [String: String?] {
    guard let chosen = (dossier.proposal ?? dossier.choice)?.value,
      let placement = dossier.placement?.value
    else { return [:] }
    let isAllowed = placement.departure(of: chosen.measure) == .none
    return [
      "measure": isAllowed ? chosen.measure.rawValue : Deviation.value,
      "deviation": isAllowed ? nil : chosen.measure.rawValue,
      "reason": chosen.reason?.description,
    ]
  }
}

extension Enforcement.Aspect {
  /// The field in which is written what shows that it is there.
  fileprivate var field: String { "aspect-\(rawValue)" }
}

/// That another measure is chosen than the cell allows.
private enum Deviation {
  static let value = "deviate"
}

extension FormSheet {
  /// What was weighed beside the cell: a reason says that an aspect is there.
  fileprivate mutating func aspects() {
    group("enforcement.field.aggravating") { sheet in
      for aspect in Enforcement.Aspect.allCases {
        sheet.prose(
          aspect.field, label: aspect.name, hint: "enforcement.field.aspect-hint", optional: true,
          rows: 2)
      }
    }
    prose(
      "mitigating", label: "enforcement.field.mitigating",
      hint: "enforcement.field.mitigating-hint", optional: true, rows: 2)
  }

  /// Those that the cell allows first; every other takes a reason, and a harsher one another person.
  fileprivate mutating func measure(under placement: Enforcement.Placement, for reader: Reader) {
    let allowed = placement.allowed.map {
      Choice(
        $0.rawValue, reader.text($0.name),
        hint: reader.text(
          "enforcement.allowed-in", ["cell": .text(placement.position.description)]))
    }
    let deviate = Choice(
      Deviation.value, reader.text("enforcement.deviate"),
      hint: reader.text("enforcement.deviate-hint"))
    radios("measure", label: "enforcement.field.measure", allowed + [deviate])
    let others = Enforcement.Measure.allCases.filter { placement.departure(of: $0) != .none }
    group("enforcement.deviate", when: .init("measure", isOneOf: [Deviation.value])) { sheet in
      sheet.radios(
        "deviation", label: "enforcement.field.deviation", optional: true,
        others.map { measure in
          let isHarsher = placement.departure(of: measure) == .harsher
          return Choice(
            measure.rawValue, reader.text(measure.name),
            hint: isHarsher ? reader.text("enforcement.harsher-hint") : nil)
        })
      sheet.prose(
        "reason", label: "enforcement.field.deviation-reason", optional: true, rows: 3)
    }
  }

  /// What is proposed, by whom and why.
  fileprivate mutating func proposal(_ about: FindingSubject) throws(Problem) {
    guard let proposal = about.dossier.proposal?.value else { throw .notFound }
    let reader = about.reader
    self.about(
      reader.text(
        "enforcement.proposed-by",
        [
          "measure": .phrase(proposal.measure.name),
          "person": .text(about.file.names.name(of: proposal.by)),
        ]))
    html(proposal.reason?.html ?? .nothing)
  }
}

extension Form {
  fileprivate mutating func position() -> Enforcement.Position? {
    let consequence = whole("consequence", in: 1...4)
      .flatMap(Enforcement.Consequence.init(rawValue:))
    let offender = choice("offender", as: Enforcement.OffenderType.self)
    guard let consequence, let offender else { return nil }
    return Enforcement.Position(offender, consequence)
  }

  fileprivate mutating func aspects() -> Enforcement.Aspects {
    var aggravating: [Enforcement.Aggravation] = []
    for aspect in Enforcement.Aspect.allCases {
      if let reason = optionalProse(aspect.field) {
        aggravating.append(Enforcement.Aggravation(aspect, reason: reason))
      }
    }
    return Enforcement.Aspects(
      aggravating: aggravating,
      mitigating: lines("mitigating").compactMap { try? Prose($0.description) })
  }

  /// What was chosen; whoever departs from the cell says why.
  fileprivate mutating func measure(
    under placement: Enforcement.Placement
  ) -> (Enforcement.Measure, Prose?)? {
    guard value("measure") == Deviation.value else {
      return choice("measure", as: Enforcement.Measure.self).map { ($0, nil) }
    }
    let measure = choice("deviation", as: Enforcement.Measure.self)
    let reason = optionalProse("reason")
    return measure.map { ($0, reason) }
  }
}
