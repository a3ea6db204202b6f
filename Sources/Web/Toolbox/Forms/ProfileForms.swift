import Domain
import EventSourcing
import ReadModels

/// Forms of the second step about a group as a whole: sector, size, wanted behaviour and segments.
enum ProfileForms {
  static let all = [sector, size, goal, segments]

  static let sector = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/sector", for: .analyse,
    title: "toolbox.sector.title", lead: "toolbox.sector.lead", button: "toolbox.save",
    guarding: .fields,
    filled: { about, visit in
      let profile = about.profile(of: try about.group(visit).id)
      return visit.filledToday.with(["sector": profile?.sector?.description])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.group(visit).title)
      sheet.line("sector", label: "toolbox.field.sector", hint: "toolbox.field.sector-hint")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.group(visit).id
      let (sector, day) = (form.line("sector"), form.happenedDay())
      guard let sector, let day else { return nil }
      return .understanding(.sector(group, sector), on: day)
    })

  static let size = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/size", for: .analyse,
    title: "toolbox.size.title", lead: "toolbox.size.lead", button: "toolbox.save",
    guarding: .fields,
    filled: { about, visit in
      let size = about.profile(of: try about.group(visit).id)?.size
      return visit.filledToday.with([
        "number": size.map { visit.reader.number($0.number) },
        "unit": size?.unit.description, "source": size?.source.text.description,
        "source-address": size?.source.address?.description,
        "confidence": size?.confidence.rawValue,
      ])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.group(visit).title)
      sheet.number("number", label: "toolbox.field.number")
      sheet.line("unit", label: "toolbox.field.unit", hint: "toolbox.field.unit-hint")
      sheet.source()
      sheet.confidence(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.group(visit).id
      let (number, unit, source) = (form.quantity("number"), form.line("unit"), form.source())
      let confidence = form.choice("confidence", as: Confidence.self)
      guard let number, let unit, let source, let confidence, let day = form.happenedDay() else {
        return nil
      }
      let size = Analysis.Size(number, unit, source: source, confidence: confidence)
      return .understanding(.size(group, size), on: day)
    })

  static let goal = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/behaviour-goal", for: .analyse,
    title: "toolbox.goal.title", lead: "toolbox.goal.lead", button: "toolbox.save",
    guarding: .fields,
    filled: { about, visit in
      let goal = about.profile(of: try about.group(visit).id)?.goal
      return visit.filledToday.with([
        "who": goal?.who.description, "present": goal?.present.description,
        "wanted": goal?.wanted.description, "where": goal?.whereAndWhen.description,
      ])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.group(visit).title)
      sheet.line("who", label: "toolbox.field.who", hint: "toolbox.field.who-hint")
      sheet.line("present", label: "toolbox.field.present", hint: "toolbox.field.present-hint")
      sheet.line("wanted", label: "toolbox.field.wanted", hint: "toolbox.field.wanted-hint")
      sheet.line("where", label: "toolbox.field.where", hint: "toolbox.field.where-hint")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.group(visit).id
      let (who, present) = (form.line("who"), form.line("present"))
      let (wanted, place, day) = (form.line("wanted"), form.line("where"), form.happenedDay())
      guard let who, let present, let wanted, let place, let day else { return nil }
      let goal = Analysis.BehaviourGoal(
        who: who, present: present, wanted: wanted, whereAndWhen: place)
      return .understanding(.goal(group, goal), on: day)
    })

  static let segments = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/segments", for: .analyse,
    title: "toolbox.segments.title", lead: "toolbox.segments.lead", button: "toolbox.save",
    guarding: .fields,
    filled: { about, visit in
      let shares = about.profile(of: try about.group(visit).id)?.shares ?? []
      let filled = shares.flatMap { share in
        [
          ("share-\(share.segment)", "\(share.share.rawValue)"),
          ("confidence-\(share.segment)", share.confidence.rawValue),
        ]
      }
      return visit.filledToday.with(Dictionary(uniqueKeysWithValues: filled))
    },
    fields: { sheet, about, visit in
      sheet.about(try about.group(visit).title)
      for segment in about.edition?.edition.segments ?? [] {
        sheet.group(Phrase("field.named", ["name": .text(segment.name.description)])) {
          sheet in
          sheet.number(
            "share-\(segment.key)", label: "toolbox.field.share", optional: true,
            unit: visit.reader.text("toolbox.percent"))
          sheet.select(
            "confidence-\(segment.key)", label: "toolbox.field.confidence", optional: true,
            Confidence.allCases.map { Choice($0.rawValue, visit.reader.text($0.name)) })
        }
      }
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.group(visit).id
      let shares = (about.edition?.edition.segments ?? []).compactMap { form.share(of: $0.key) }
      guard let day = form.happenedDay() else { return nil }
      return .understanding(.segments(group, shares), on: day)
    })
}

extension Form {
  /// The share of a segment; nil when none was filled in, or when something is wrong with it.
  fileprivate mutating func share(of segment: References.Segment.Key) -> Analysis.SegmentShare? {
    guard isFilled("share-\(segment)") else { return nil }
    let share = whole("share-\(segment)", in: 0...Percentage.whole.rawValue)
      .flatMap { Percentage(rawValue: $0) }
    let confidence = choice("confidence-\(segment)", as: Confidence.self)
    guard let share, let confidence else { return nil }
    return Analysis.SegmentShare(segment, share, confidence)
  }
}
