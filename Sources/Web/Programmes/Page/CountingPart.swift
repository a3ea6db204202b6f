import Domain
import ReadModels

/// What the cases of an indicator come to now, with the way to them.
struct CountingPart {
  let indicator: IndicatorRow
  let view: ProgrammeView

  var html: HTML {
    guard indicator.isCountable, indicator.stands || indicator.counting != nil else {
      return .nothing
    }
    let reader = view.reader
    let id = indicator.id.description
    let choose =
      !indicator.stands
      ? HTML.nothing
      : view.act(
        indicator.counting == nil ? "programme.act.count" : "programme.act.count-otherwise",
        "indicators", id, "counting")
    guard let counting = indicator.counting, let tally = view.about.tally else {
      return choose.isEmpty
        ? .nothing
        : Part.html(
          "counting", "programme.counting.part",
          "<p>\(reader.text("programme.counting.none-yet"))</p>\n", actions: choose, for: reader)
    }
    return Part.html(
      "counting", "programme.counting.part", standing(tally.count(by: counting), tally),
      actions: choose, for: reader)
  }

  private func standing(_ count: Programme.CaseCount, _ tally: CaseTally) -> HTML {
    let reader = view.reader
    let counting = count.counting
    var list = SummaryList()
    list.add(reader.text("programme.field.counting"), text: reader.words(for: counting))
    list.add(
      reader.text("case.field.group"),
      text: counting.targetGroup.flatMap { id in
        view.about.targetGroups.first { $0.id == id }?.title.description
      })
    list.add(
      reader.text("case.field.intervention"),
      text: counting.intervention.flatMap { id in
        view.about.interventions.first { $0.id == id }?.plan.name.description
      })
    list.add(
      reader.text("programme.field.counted-since"), counting.since.map { reader.time($0) })
    list.add(
      reader.text("programme.counting.now"), text: reader.standing(count, in: indicator.unit))
    let record = view.button("programme.act.record-count", "indicators", "\(indicator.id)", "count")
    return """
      \(list.html(for: reader))\(CasesLink.html(counting, view.about.id, reader))\
      \(CasesLink.unseen(tally, reader))\(record)
      """
  }
}

/// The way from a figure to the cases out of which it is counted.
enum CasesLink {
  static func html(
    _ counting: Programme.CaseCounting, _ programme: ProgrammeID, _ reader: Reader
  ) -> HTML {
    let list = Site.cases(countedBy: counting, in: programme)
    guard reader.maySee(Site.cases) else { return .nothing }
    return """
      <p><a href="\(reader.to(list))">\(reader.text("programme.counting.cases"))</a></p>

      """
  }

  /// That some of them are not in the list.
  static func unseen(_ tally: CaseTally, _ reader: Reader) -> HTML {
    guard tally.forHandlers > 0 else { return .nothing }
    return """
      <p class="muted">\(reader.text("programme.counting.unseen", count: tally.forHandlers))</p>

      """
  }
}

extension Reader {
  /// What a count comes to, never without of how many; that there is nothing to take a share of.
  func standing(_ count: Programme.CaseCount, in unit: Programme.Unit) -> String {
    guard let reading = count.reading else { return text("programme.count.of-nothing") }
    return text(
      "programme.counting.standing",
      ["value": .text(self.reading(reading, in: unit)), "count": .text(words(for: count))])
  }
}
