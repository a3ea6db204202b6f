import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Opening a case: its form, and giving it the next number.
struct CaseOpeningPage: Sendable {
  /// How often somebody else may take the number first.
  private static let attemptsMax = 50
  /// How long ago a case can have been opened that is only now told of.
  private static let yearsBackMax = 5

  let library: Library
  let commands: any CommandGateway
  let claimed: any ClaimedNames

  @Sendable func draw(_ visit: Visit) async throws -> Response {
    let names = try await names(visit)
    let intervention = names.interventions.first {
      $0.id.description == visit.query("intervention")
    }
    let programme = intervention?.home.programme.description ?? visit.query("programme")
    let filled = visit.filledToday.with([
      "confidentiality": CaseFile.Confidentiality.normal.rawValue,
      "origin": intervention.map { _ in CaseOriginKind.programmeAction.rawValue },
      "intervention": intervention?.id.description, "programme": programme,
      "group": intervention?.plan.targetGroup?.description, "subject": visit.query("subject"),
      "person": visit.reader.visitor.person?.id.description,
    ])
    let form = Form(for: visit.reader, filled: filled)
    return visit.show(page(form, names, try await entity(form, visit), visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let (names, entity) = (try await names(visit), try await entity(form, visit))
    guard let (opening, day) = try opening(&form, entity, names, visit), form.isSound else {
      return visit.again(page(form, names, entity, visit.reader))
    }
    let organisation = try Line(try visit.person().organisation)
    var attempt = 0
    while true {
      attempt += 1
      let number = try await nextNumber(in: day.year)
      var wasTaken = false
      let id = CaseID(form.command)
      let response = try await visit.submit(
        Order<CaseFile>(
          .open(number, opening, organisation: organisation, on: day), on: id.identity),
        from: form, through: commands, then: Site.caseFile(id),
        explaining: { CaseRefusals.explain($0, visit.reader) },
        taken: { _ in
          wasTaken = true
          return FormProblem("form.busy")
        }
      ) { form, _ in page(form, names, entity, visit.reader) }
      guard wasTaken, attempt < Self.attemptsMax else { return response }
    }
  }

  /// Numbers have no gap: each is the one after the last that was taken, and is taken with the case.
  private func nextNumber(in year: Int) async throws -> CaseNumber {
    let last = try await claimed.lastName(claimedIn: CaseNumber.series(of: year))
    let serial = last.flatMap { CaseNumber.serial(ofKey: $0) } ?? 0
    guard let number = CaseNumber(year: year, serial: serial + 1) else {
      throw Problem(.serviceUnavailable, "case.numbers-used-up")
    }
    return number
  }

  private func names(_ visit: Visit) async throws -> CaseNames {
    let found = try await library.look(
      ProgrammeNamesQuery(), PartsQuery(ofAll: TargetGroupRow.self), EditionQuery(),
      PartsQuery(ofAll: InterventionRow.self), as: try visit.viewer(),
      at: visit.reader.moment)
    return CaseNames(
      programmes: found.0, groups: found.1, interventions: found.3, edition: found.2,
      reader: visit.reader)
  }

  /// Who or what it is about, when one comes from there.
  private func entity(_ form: Form, _ visit: Visit) async throws -> EntityRow? {
    guard let id = EntityID(form.value("subject")) else { return nil }
    return try await library.look(EntityQuery(id), as: try visit.viewer())
  }

  private func opening(
    _ form: inout Form, _ entity: EntityRow?, _ names: CaseNames, _ visit: Visit
  ) throws -> (CaseFile.Opening, Day)? {
    let title = form.line("title")
    let origin = form.caseOrigin(names)
    let (programme, group) = try form.belonging(names, visit)
    if let intervention = origin?.intervention, names.programme(of: intervention) != programme {
      form.note(FormProblem("case.intervention-of-other-programme", at: "intervention"))
    }
    let handler = form.person("person", among: names.people.holding(.inspect))
    let level = form.choice("confidentiality", as: CaseFile.Confidentiality.self)
    guard let day = form.happenedDay(), let title, let origin, let handler, let level else {
      return nil
    }
    guard day >= visit.reader.today.adding(months: -12 * Self.yearsBackMax) else {
      form.note(
        FormProblem(
          Phrase("case.opened-too-long-ago", ["years": .number(Self.yearsBackMax)]), at: "on"))
      return nil
    }
    let opening = CaseFile.Opening(
      title, origin: origin, subject: entity?.id, programme: programme, targetGroup: group,
      handlers: [handler],
      confidentiality: level)
    return (opening, day)
  }

  private func page(
    _ form: Form, _ names: CaseNames, _ entity: EntityRow?, _ reader: Reader
  ) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.newCase, button: "case.opening.button", cancel: Site.cases, for: reader
    ) { sheet in
      if let entity {
        sheet.about(entity.name)
        sheet.hidden("subject", entity.id.description)
      }
      sheet.line("title", label: "case.field.title", hint: "case.field.title-hint")
      sheet.caseOrigin(names, for: reader)
      sheet.belonging(names)
      sheet.select("person", label: "case.field.handler", names.people.holding(.inspect).choices)
      sheet.confidentiality(for: reader)
      sheet.happenedOn("case.field.opened-on")
    }
    return Page(
      reader.text("case.opening.title"), trail: [Crumb(reader.text("cases.title"), Site.cases)],
      width: .read, hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("case.opening.lead"))</p>
        \(sheet)
        """)
  }
}
