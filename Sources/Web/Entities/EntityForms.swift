import Domain
import EventSourcing
import ReadModels

/// A form about a party or place that was registered.
typealias EntityForm = CommandForm<SupervisedEntity, EntitySubject>

/// The forms about a party or place that give one command.
enum EntityForms {
  /// Those for which nothing is to be looked up first.
  static let all = [
    particulars, alias, aliasRemoval, relationEnd, agencyVisit, agencyVisitWithdrawal,
  ]

  static let particulars = EntityForm(
    "entities/:entity/particulars", for: .inspect, title: "entity.particulars.title",
    lead: "entity.particulars.lead", button: "entity.particulars.button", guarding: .fields,
    filled: { about, visit in visit.filledToday.with(about.entity.particulars.filled) },
    fields: { sheet, about, visit in
      sheet.line("name", label: "entity.field.name")
      sheet.numbers(of: [about.entity.kind])
      sheet.particulars(for: visit.reader)
      sheet.prose(
        "reason", label: "entity.field.correction", hint: "entity.field.correction-hint",
        optional: true, rows: 3)
      sheet.happenedOn()
    },
    command: { form, about, _ in
      let particulars = form.particulars(of: about.entity.kind)
      let (reason, day) = (form.optionalProse("reason"), form.happenedDay())
      guard let particulars, let day else { return nil }
      return .revise(particulars, reason: reason, on: day)
    })

  static let alias = EntityForm(
    "entities/:entity/aliases", for: .inspect, title: "entity.alias-new.title",
    lead: "entity.alias-new.lead", button: "entity.alias-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.about(about.entity.name)
      sheet.line("name", label: "entity.field.alias")
      sheet.line(
        "note", label: "entity.field.alias-note", hint: "entity.field.alias-note-hint",
        optional: true)
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (name, note, day) = (form.line("name"), form.optionalLine("note"), form.happenedDay())
      guard let name, let day else { return nil }
      return .addAlias(
        AliasID(form.command), SupervisedEntity.Alias(name, note: note), on: day)
    })

  static let aliasRemoval = EntityForm(
    "entities/:entity/aliases/:alias/removal", for: .inspect,
    title: "entity.alias-removal.title", button: "entity.alias-removal.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.alias(visit).alias.name)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.alias(visit).id
      return form.happenedDay().map { .removeAlias(id, on: $0) }
    })

  /// The other is looked for first.
  static let relation = EntityForm(
    "entities/:entity/relations", for: .inspect, title: "entity.relation-new.title",
    lead: "entity.relation-new.lead", button: "entity.relation-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(about.entity.name)
      sheet.radios(
        "relation", label: "entity.field.relation",
        SupervisedEntity.Relation.Kind.allCases.filter { kind in
          SupervisedEntity.Kind.allCases.contains { kind.ties(about.entity.kind, to: $0) }
        }.map { Choice($0.rawValue, visit.reader.text($0.name)) })
      sheet.other(about.offer)
      sheet.happenedOn("entity.field.began-on")
    },
    command: { form, about, _ in
      let kind = form.choice("relation", as: SupervisedEntity.Relation.Kind.self)
      let (other, day) = (form.other(among: about.offer), form.happenedDay())
      guard let kind, let other, let day else { return nil }
      return .relate(
        RelationID(form.command), SupervisedEntity.Relation(kind, other.id), of: about.id,
        otherKind: other.kind, on: day)
    })

  static let relationEnd = EntityForm(
    "entities/:entity/relations/:relation/end", for: .inspect,
    title: "entity.relation-end.title", button: "entity.relation-end.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let relation = try about.relation(visit)
      sheet.about("\(visit.reader.text(relation.row.relation.kind.name)) \(relation.otherName)")
      sheet.happenedOn("entity.field.ended-on")
    },
    command: { form, about, visit in
      let id = try about.relation(visit).row.id
      return form.happenedDay().map { .endRelation(id, on: $0) }
    })

  static let agencyVisit = EntityForm(
    "entities/:entity/visits", for: .inspect, title: "entity.visit-new.title",
    lead: "entity.visit-new.lead", button: "entity.visit-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.about(about.entity.name)
      sheet.line("agency", label: "entity.field.agency", hint: "entity.field.agency-hint")
      sheet.day("visited-on", label: "entity.field.visited-on")
      sheet.happenedOn("entity.field.noted-on")
    },
    command: { form, _, _ in
      let agency = form.line("agency")
      let (visitedOn, day) = (form.happenedDay("visited-on"), form.happenedDay())
      guard let agency, let visitedOn, let day else { return nil }
      return .noteAgency(
        AgencyVisitID(form.command), SupervisedEntity.AgencyVisit(by: agency, on: visitedOn),
        on: day)
    })

  static let agencyVisitWithdrawal = EntityForm(
    "entities/:entity/visits/:visit/withdrawal", for: .inspect,
    title: "entity.visit-withdrawal.title", button: "entity.visit-withdrawal.button",
    weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let noted = try about.visit(visit).visit
      sheet.about("\(noted.agency), \(visit.reader.day(noted.visitedOn))")
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.visit(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .withdrawAgencyNote(id, reason: reason, on: day)
    })
}
