import Domain
import ReadModels

/// Forms about the parties and their roles.
enum PartyForms {
  static let all = [add, revise, remove]

  static let add = ExplorationForm(
    "explorations/:exploration/parties", for: .explore, title: "exploration.party-new.title",
    lead: "exploration.party-new.lead", button: "exploration.party-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.party()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (party, day) = (form.party(), form.happenedDay())
      guard let party, let day else { return nil }
      return .revise(.addParty(PartyID(form.command), party), on: day)
    })

  static let revise = ExplorationForm(
    "explorations/:exploration/parties/:party", for: .explore,
    title: "exploration.party-revision.title", button: "exploration.party-revision.button",
    guarding: .fields,
    filled: { about, visit in
      let party = try about.party(visit).party
      return visit.filledToday.with([
        "name": party.name.description, "role": party.role.description,
      ])
    },
    fields: { sheet, _, _ in
      sheet.party()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.party(visit).id
      let (party, day) = (form.party(), form.happenedDay())
      guard let party, let day else { return nil }
      return .revise(.reviseParty(id, party), on: day)
    })

  static let remove = ExplorationForm(
    "explorations/:exploration/parties/:party/removal", for: .explore,
    title: "exploration.party-removal.title", button: "exploration.party-removal.button",
    weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.party(visit).party.name)
      sheet.reason(hint: "exploration.field.withdrawal-hint")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.party(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .revise(.removeParty(id, reason: reason), on: day)
    })
}

extension FormSheet {
  fileprivate mutating func party() {
    line("name", label: "exploration.field.party-name")
    line("role", label: "exploration.field.party-role", hint: "exploration.field.party-role-hint")
  }
}

extension Form {
  fileprivate mutating func party() -> Exploration.Party? {
    let (name, role) = (line("name"), line("role"))
    guard let name, let role else { return nil }
    return Exploration.Party(name: name, role: role)
  }
}

/// Forms about what was found out.
enum FindingForms {
  static let all = [record, withdraw]

  static let record = ExplorationForm(
    "explorations/:exploration/findings", for: .explore, title: "exploration.finding-new.title",
    lead: "exploration.finding-new.lead", button: "exploration.finding-new.button",
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.prose("text", label: "exploration.field.finding", rows: 6)
      sheet.source()
      sheet.happenedOn("exploration.field.found-on")
    },
    command: { form, _, _ in
      let (text, source, day) = (form.prose("text"), form.source(), form.happenedDay())
      guard let text, let source, let day else { return nil }
      let finding = Exploration.Finding(text, source: source)
      return .revise(.recordFinding(FindingID(form.command), finding), on: day)
    })

  static let withdraw = ExplorationForm(
    "explorations/:exploration/findings/:finding/withdrawal", for: .explore,
    title: "exploration.finding-withdrawal.title",
    button: "exploration.finding-withdrawal.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.finding(visit).finding.text)
      sheet.reason(hint: "exploration.field.withdrawal-hint")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.finding(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .revise(.withdrawFinding(id, reason: reason), on: day)
    })
}

/// Forms about why the subject is, or is not, worth a programme.
enum ArgumentForms {
  static let all = [put, withdraw]

  static let put = ExplorationForm(
    "explorations/:exploration/arguments", for: .explore, title: "exploration.argument-new.title",
    lead: "exploration.argument-new.lead", button: "exploration.argument-new.button",
    guarding: .none,
    filled: { _, visit in visit.filledToday.with(["side": visit.query("side")]) },
    fields: { sheet, _, visit in
      sheet.radios(
        "side", label: "exploration.field.side",
        Exploration.Argument.Side.allCases.map { Choice($0.rawValue, visit.reader.text($0.name)) })
      sheet.prose("text", label: "exploration.field.argument", rows: 6)
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let side = form.choice("side", as: Exploration.Argument.Side.self)
      let (text, day) = (form.prose("text"), form.happenedDay())
      guard let side, let text, let day else { return nil }
      return .revise(.argue(ArgumentID(form.command), Exploration.Argument(side, text)), on: day)
    })

  static let withdraw = ExplorationForm(
    "explorations/:exploration/arguments/:argument/withdrawal", for: .explore,
    title: "exploration.argument-withdrawal.title",
    button: "exploration.argument-withdrawal.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.argument(visit).argument.text)
      sheet.reason(hint: "exploration.field.withdrawal-hint")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.argument(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .revise(.withdrawArgument(id, reason: reason), on: day)
    })
}

extension Exploration.Argument.Side {
  /// Which way it points, in a few words.
  var name: Phrase {
    switch self {
    case .inFavour: "exploration.side.in-favour"
    case .against: "exploration.side.against"
    }
  }
}
