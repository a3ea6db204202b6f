import Domain

/// Every component with all its states, to look at and to test.
enum ComponentsPage {
  static func page(for reader: Reader) -> Page {
    Page(
      reader.text("components.title"), kicker: reader.text("layout.product"),
      trail: [Crumb(reader.text("components.start"), Site.home)],
      body: """
        <p class="lead">\(reader.text("components.lead"))</p>
        \(section("components.messages", messages(reader), reader))
        \(section("components.badges", badges(reader), reader))
        \(section("components.figures", figures(reader), reader))
        \(section("components.phases", phases(reader), reader))
        \(section("components.tables", tables(reader), reader))
        \(section("components.drawings", drawings(reader), reader))
        \(section("components.lists", lists(reader), reader))
        \(section("components.history", history(reader), reader))
        \(section("components.navigation", navigation(reader), reader))
        \(section("components.fields", FieldSamples.empty(reader), reader))
        \(section("components.fields-filled", FieldSamples.filled(reader), reader))
        \(section("components.fields-wrong", FieldSamples.wrong(reader), reader))
        \(section("components.conflict", conflict(reader), reader))
        \(section("components.confirmation", confirmation(reader), reader))
        \(section("components.empty-state", empty(reader), reader))
        """)
  }

  private static func section(_ title: Phrase, _ body: HTML, _ reader: Reader) -> HTML {
    "<section class=\"sample\"><h2>\(reader.text(title))</h2>\n\(body)</section>\n"
  }

  private static func messages(_ reader: Reader) -> HTML {
    [
      Status.message(reader.text("notice.saved"), kind: .ok, icon: Icon.tick),
      Status.message(reader.text("notice.catching-up"), kind: .info, icon: Icon.clock),
      Status.message(reader.text("sample.long"), kind: .warn, icon: Icon.warning),
      Status.message(reader.text("form.unavailable"), kind: .danger, icon: Icon.cross),
    ].joined()
  }

  private static func badges(_ reader: Reader) -> HTML {
    let badges = Tone.allCases.map { tone in
      switch tone {
      case .neutral: StatusBadge.html(reader.text("sample.concept"), tone)
      case .info: StatusBadge.html(reader.text("sample.running"), tone)
      case .ok: StatusBadge.html(reader.text("sample.done"), tone)
      case .warn: StatusBadge.html(reader.text("sample.soon"), tone)
      case .danger: StatusBadge.html(reader.text("sample.late"), tone)
      }
    }
    return """
      <p class="row">\(badges)</p>
      <p class="row">\(Button.html(reader.text("sample.button")))\
      \(Button.html(reader.text("sample.button"), .secondary))\
      \(Button.html(reader.text("sample.end"), .danger))\
      \(Button.link(reader.text("sample.link"), to: reader.to(Site.components)))</p>
      """
  }

  private static func figures(_ reader: Reader) -> HTML {
    Figure.row(
      [
        Figure(
          reader.text("sample.programmes"), reader.number(9),
          behind: Site.components),
        Figure(
          reader.text("sample.damage"), reader.euros(Samples.damage),
          margin: reader.text("sample.margin"), behind: Site.components),
        Figure(
          reader.text("sample.share"), reader.percent(0.256),
          margin: reader.text("sample.measured")),
        Figure(reader.text("sample.long"), reader.text("summary.none")),
      ], for: reader)
  }

  private static func phases(_ reader: Reader) -> HTML {
    PhaseSteps.html(
      [
        .init(reader.text("sample.phase-1"), .done, when: reader.day(Samples.start)),
        .init(reader.text("sample.phase-2"), .done, when: reader.day(Samples.gate)),
        .init(reader.text("sample.phase-3"), .current),
        .init(reader.text("sample.phase-4"), .ahead),
      ], label: reader.text("components.phases"), for: reader)
  }

  private static func tables(_ reader: Reader) -> HTML {
    var table = DataTable("sample-table", caption: reader.text("sample.table"))
    table.column(
      reader.text("sample.name"), sort: Site.components.with("sort", "name"), order: .ascending)
    table.column(reader.text("sample.phase"))
    table.column(reader.text("sample.gate"), sort: Site.components.with("sort", "gate"))
    table.column(reader.text("sample.indicator"))
    table.column(reader.text("sample.damage"), .number)
    for (index, key) in Samples.names.enumerated() {
      table.row(
        "<a href=\"\(reader.to(Site.components))\">\(reader.text(key))</a>",
        StatusBadge.html(reader.text("sample.running"), .info),
        HTML(reader.shortDay(Samples.gate.adding(days: index * 40))),
        BarAgainstTarget.html(
          share: Double(index) * 0.4, reader.percent(Double(index) * 0.4),
          tone: index == 0 ? .danger : .ok),
        HTML(reader.euros(Samples.damage)))
    }
    return table.html(for: reader)
  }

  private static func drawings(_ reader: Reader) -> HTML {
    var gantt = GanttTimeline(
      "sample-gantt", title: reader.text("sample.timeline"),
      description: reader.text("sample.timeline-description"))
    for (index, key) in Samples.names.enumerated() {
      let from = Samples.start.adding(days: index * 200)
      guard let period = Period(from: from, to: from.adding(days: 1400 + index * 300)) else {
        continue
      }
      gantt.add(
        reader.text(key), period, tone: [.info, .ok, .warn, .neutral][index % 4],
        gates: [
          .init(from.adding(days: 300), reader.text("sample.gate"), isPassed: true),
          .init(from.adding(days: 1000), reader.text("sample.gate"), isPassed: false),
        ], segments: index == 0 ? segments(from: from, period.to, reader) : [])
    }
    return gantt.html(for: reader)
  }

  private static func segments(
    from first: Day, _ last: Day, _ reader: Reader
  ) -> [GanttTimeline.Segment] {
    let days = [first, first.adding(days: 300), first.adding(days: 1000), last]
    let names: [Phrase] = ["sample.phase-2", "sample.phase-3", "sample.phase-4"]
    return names.enumerated().compactMap { index, name in
      Period(from: days[index], to: days[index + 1]).map {
        GanttTimeline.Segment($0, reader.text(name), order: index + 1)
      }
    }
  }

  private static func lists(_ reader: Reader) -> HTML {
    var list = SummaryList()
    list.add(
      reader.text("sample.name"), text: reader.text("sample.name-1"), change: Site.components)
    list.add(reader.text("sample.gate"), reader.time(Samples.gate))
    list.add(reader.text("sample.text"), ProseText.html(reader.text("sample.long")))
    list.add(reader.text("sample.nothing"), nil, change: Site.components)
    return list.html(for: reader)
  }

  static func timeline(_ reader: Reader, upTo last: Int) -> Timeline {
    var timeline = Timeline()
    timeline.add(
      position: last, HTML(reader.text("sample.event-2")), by: reader.text("sample.person"),
      recordedAt: Samples.moment,
      details: OldAndNew.html(
        from: reader.text("sample.name-1"), to: reader.text("sample.name-2"), for: reader),
      page: Site.components)
    timeline.add(
      position: last - 1, HTML(reader.text("sample.event-1")), by: reader.text("sample.person"),
      recordedAt: Samples.moment, details: OldAndNew.html(from: nil, to: "12,5", for: reader))
    return timeline
  }

  private static func history(_ reader: Reader) -> HTML {
    timeline(reader, upTo: 42).html(for: reader) + Timeline().html(for: reader)
  }

  private static func navigation(_ reader: Reader) -> HTML {
    var filter = FilterLinks(reader.text("sample.phase"))
    filter.add(reader.text("sample.phase-2"), count: 2, Site.components, isChosen: false)
    filter.add(reader.text("sample.phase-3"), count: 7, Site.components, isChosen: true)
    return Tabs.html(
      [
        .init(reader.text("sample.tab-1"), Site.components),
        .init(reader.text("sample.tab-2"), Site.accessibility),
      ], label: reader.text("components.navigation"), for: reader)
      + filter.html(for: reader)
      + Pagination.html(previous: Site.components, next: Site.components, for: reader)
  }

  private static func conflict(_ reader: Reader) -> HTML {
    ConflictNotice.html(timeline(reader, upTo: 7), for: reader)
  }

  private static func confirmation(_ reader: Reader) -> HTML {
    ConfirmationPanel.html(
      reader.text("sample.end"),
      consequences: [reader.text("sample.consequence-1"), reader.text("sample.consequence-2")],
      form: FormSheet.html(
        Form(for: reader), to: Site.components, button: "sample.end", weight: .danger, for: reader
      ) { sheet in
        sheet.prose("grounds", label: "sample.grounds", rows: 3)
      }, cancel: Site.components, for: reader)
  }

  private static func empty(_ reader: Reader) -> HTML {
    EmptyState.html(
      reader.text("sample.empty"),
      action: Button.link(reader.text("sample.link"), to: reader.to(Site.components)))
  }
}
