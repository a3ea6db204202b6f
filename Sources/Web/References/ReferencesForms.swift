import Domain
import ReadModels

/// A form about the reference set.
typealias ReferencesForm = CommandForm<References, ReferencesSubject>

/// Every form about the reference set: taking one over, and writing, proposing and publishing a draft.
enum ReferencesForms {
  static let all: [ReferencesForm] =
    [adoption, proposal, publication, sendingBack] + DeterminantDraftForms.all
    + SegmentDraftForms.all + TypeDraftForms.all

  static let adoption = ReferencesForm(
    "references/adoption", for: .curate, title: "references.adoption.title",
    lead: "references.adoption.lead", button: "references.adoption.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.about(about.supplied.source.text)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      form.happenedDay().map {
        .adopt(
          about.supplied.edition,
          organisation: Line(recorded: visit.reader.house.organisation),
          source: about.supplied.source, on: $0)
      }
    })

  static let proposal = ReferencesForm(
    "references/draft/proposal", for: .curate, title: "references.proposal.title",
    lead: "references.proposal.lead", button: "references.proposal.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.prose("note", label: "references.field.note", hint: "references.field.note-hint")
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (note, day) = (form.prose("note"), form.happenedDay())
      guard let note, let day else { return nil }
      return .propose(by: try visit.actor(), note: note, on: day)
    })

  static let publication = ReferencesForm(
    "references/draft/publication", for: .curate, title: "references.publication.title",
    lead: "references.publication.lead", button: "references.publication.button",
    guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      if let proposal = about.draft?.proposal { sheet.about(proposal.note) }
      sheet.happenedOn()
    },
    command: { form, _, visit in
      guard let day = form.happenedDay() else { return nil }
      return .publish(by: try visit.actor(), on: day)
    })

  static let sendingBack = ReferencesForm(
    "references/draft/return", for: .curate, title: "references.return.title",
    button: "references.return.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .sendBack(by: try visit.actor(), reason: reason, on: day)
    })
}

/// Forms about what determines behaviour.
enum DeterminantDraftForms {
  static let all = [add, revise, remove]

  static let add = ReferencesForm(
    "references/draft/determinants", for: .curate, title: "references.determinant-new.title",
    button: "references.add", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, visit in
      sheet.line("key", label: "references.field.code", hint: "references.field.code-hint")
      sheet.determinant(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, _ in
      let code = form.offered("key", as: References.Determinant.Code.self)
      let determinant = form.determinant(code)
      form.checkFree(code.map { about.written.determinant($0) != nil })
      guard let determinant, let day = form.happenedDay(), form.isSound else { return nil }
      return .write(.determinant(determinant), on: day)
    })

  static let revise = ReferencesForm(
    "references/draft/determinants/:determinant/wording", for: .curate,
    title: "references.determinant-wording.title", button: "toolbox.save", guarding: .fields,
    filled: { about, visit in
      let determinant = try about.determinant(visit)
      return visit.filledToday.with([
        "name": determinant.name.description, "question": determinant.question?.description,
        "group": determinant.group.rawValue, "cluster": determinant.cluster.rawValue,
        "certainty": determinant.certainty.rawValue,
      ])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.determinant(visit).code)
      sheet.determinant(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let determinant = form.determinant(try about.determinant(visit).code)
      guard let determinant, let day = form.happenedDay() else { return nil }
      return .write(.determinant(determinant), on: day)
    })

  static let remove = ReferencesForm(
    "references/draft/determinants/:determinant/end", for: .curate,
    title: "references.determinant-end.title", lead: "references.end.lead",
    button: "references.end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.determinant(visit).name)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let code = try about.determinant(visit).code
      return form.happenedDay().map { .write(.removeDeterminant(code), on: $0) }
    })
}

/// Forms about the segments of target groups.
enum SegmentDraftForms {
  static let all = [add, revise, remove]

  static let add = ReferencesForm(
    "references/draft/segments", for: .curate, title: "references.segment-new.title",
    button: "references.add", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, visit in
      sheet.line("key", label: "references.field.code", hint: "references.field.code-hint")
      sheet.segment(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, _ in
      let key = form.offered("key", as: References.Segment.Key.self)
      let segment = form.segment(key)
      form.checkFree(key.map { about.written.segment($0) != nil })
      guard let segment, let day = form.happenedDay(), form.isSound else { return nil }
      return .write(.segment(segment), on: day)
    })

  static let revise = ReferencesForm(
    "references/draft/segments/:segment/wording", for: .curate,
    title: "references.segment-wording.title", button: "toolbox.save", guarding: .fields,
    filled: { about, visit in
      let segment = try about.segment(visit)
      return visit.filledToday.with([
        "name": segment.name.description, "complies": segment.complies ? "on" : nil,
        "certainty": segment.certainty.rawValue,
      ])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.segment(visit).key)
      sheet.segment(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let segment = form.segment(try about.segment(visit).key)
      guard let segment, let day = form.happenedDay() else { return nil }
      return .write(.segment(segment), on: day)
    })

  static let remove = ReferencesForm(
    "references/draft/segments/:segment/end", for: .curate,
    title: "references.segment-end.title", lead: "references.end.lead",
    button: "references.end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.segment(visit).name)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let key = try about.segment(visit).key
      return form.happenedDay().map { .write(.removeSegment(key), on: $0) }
    })
}

/// Forms about the types of intervention, and what each fits.
enum TypeDraftForms {
  static let all = [add, revise, fits, remove]

  static let add = ReferencesForm(
    "references/draft/types", for: .curate, title: "references.type-new.title",
    button: "references.add", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, visit in
      sheet.line("key", label: "references.field.code", hint: "references.field.code-hint")
      sheet.interventionType(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, _ in
      let key = form.offered("key", as: References.InterventionType.Key.self)
      let type = form.interventionType(key)
      form.checkFree(key.map { about.written.interventionType($0) != nil })
      guard let type, let day = form.happenedDay(), form.isSound else { return nil }
      return .write(.interventionType(type), on: day)
    })

  static let revise = ReferencesForm(
    "references/draft/types/:type/wording", for: .curate, title: "references.type-wording.title",
    button: "toolbox.save", guarding: .fields,
    filled: { about, visit in
      let type = try about.type(visit)
      return visit.filledToday.with([
        "name": type.name.description, "burden": "\(type.burden.rawValue)",
        "certainty": type.certainty.rawValue,
      ])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.type(visit).key)
      sheet.interventionType(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let type = form.interventionType(try about.type(visit).key)
      guard let type, let day = form.happenedDay() else { return nil }
      return .write(.interventionType(type), on: day)
    })

  /// What is ticked already keeps how firmly it is known; what is new gets what is chosen.
  static let fits = ReferencesForm(
    "references/draft/types/:type/fits", for: .curate, title: "references.fits.title",
    lead: "references.fits.lead", button: "toolbox.save", guarding: .fields,
    filled: { about, visit in
      let fitting = about.written.determinants(fitting: try about.type(visit).key)
      let ticks = fitting.map { ("fit-\($0.code)", "on") }
      return visit.filledToday.with(Dictionary(uniqueKeysWithValues: ticks))
        .with(["certainty": Certainty.working.rawValue])
    },
    fields: { sheet, about, visit in
      let type = try about.type(visit)
      sheet.about(type.name)
      sheet.ticks(
        "fit", legend: "references.field.fits",
        about.written.determinants.map { Choice("\($0.code)", "\($0.code) \($0.name)") })
      sheet.certainty(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let key = try about.type(visit).key
      let codes = form.ticked("fit", among: about.written.determinants.map(\.code))
      let certainty = form.choice("certainty", as: Certainty.self)
      guard let certainty, form.isSound, let day = form.happenedDay() else { return nil }
      let fits = codes.map { code in
        about.written.fits.first { $0.intervention == key && $0.determinant == code }
          ?? References.Fit(key, code, certainty: certainty)
      }
      return .write(.fits(key, fits), on: day)
    })

  static let remove = ReferencesForm(
    "references/draft/types/:type/end", for: .curate, title: "references.type-end.title",
    lead: "references.end.lead", button: "references.end.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.type(visit).name)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let key = try about.type(visit).key
      return form.happenedDay().map { .write(.removeInterventionType(key), on: $0) }
    })
}

extension Form {
  /// Notes that what is added has a code that something else has: a code never changes its meaning.
  fileprivate mutating func checkFree(_ isTaken: Bool?) {
    if isTaken == true { note(.said("references.code-taken"), at: "key") }
  }
}
