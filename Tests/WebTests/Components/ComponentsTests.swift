import Domain
import Foundation
import Testing

@testable import Web

/// What no component may ever write, given `hostile`.
private func expectHarmless(_ html: HTML, sourceLocation: SourceLocation = #_sourceLocation) {
  let text = html.text
  #expect(!text.contains("\u{301}script>"), sourceLocation: sourceLocation)
  for bytes in [Array("\"\u{301}".utf8), Array("<\u{301}".utf8), Array("</textarea>--".utf8)] {
    let isThere = html.bytes.indices.contains { html.bytes[$0...].starts(with: bytes) }
    #expect(
      !isThere, "raw \(String(decoding: bytes, as: UTF8.self))", sourceLocation: sourceLocation)
  }
  #expect(text.utf8.contains(UInt8(ascii: "&")), sourceLocation: sourceLocation)
}

@Test func `no component lets text become markup`() throws {
  let reader = try Reader.example()
  let day = try #require(Day("2026-03-02"))
  let period = try #require(Period(from: day, to: day.adding(days: 400)))
  let link = Site.components.with("q", hostile)

  var table = DataTable("t", caption: hostile)
  table.column(hostile, sort: link, order: .ascending)
  table.row(HTML(hostile))
  expectHarmless(table.html(for: reader))

  var timeline = Timeline()
  timeline.add(
    position: 1, HTML(hostile), by: hostile, recordedAt: Date(timeIntervalSince1970: 0),
    details: OldAndNew.html(from: hostile, to: hostile, for: reader), page: link)
  expectHarmless(timeline.html(for: reader))
  expectHarmless(ConflictNotice.html(timeline, for: reader))

  var gantt = GanttTimeline("g", title: hostile, description: hostile)
  gantt.add(hostile, period, gates: [.init(day, hostile, isPassed: false)])
  expectHarmless(gantt.html(for: reader))

  var list = SummaryList()
  list.add(hostile, text: hostile, change: link)
  expectHarmless(list.html(for: reader))

  expectHarmless(StatusBadge.html(hostile))
  expectHarmless(Button.html(hostile, name: hostile, value: hostile))
  expectHarmless(Button.link(hostile, to: link))
  expectHarmless(
    PhaseSteps.html([.init(hostile, .done, when: hostile)], label: hostile, for: reader))
  expectHarmless(
    Figure(hostile, hostile, unit: hostile, margin: hostile, behind: link).html(for: reader))
  expectHarmless(BarAgainstTarget.html(share: .nan, hostile))
  expectHarmless(
    ConfirmationPanel.html(
      hostile, consequences: [hostile], form: .nothing, cancel: link, for: reader))
  expectHarmless(EmptyState.html(hostile))
  expectHarmless(Tabs.html([.init(hostile, link)], label: hostile, for: reader))
  expectHarmless(Fieldset.html(hostile, .nothing))
  expectHarmless(ProseText.html(hostile))
  expectHarmless(Status.message(hostile, kind: .ok, icon: Icon.tick))
  expectHarmless(
    ErrorSummary.html([.init(sentence: hostile, field: hostile, id: hostile)], for: reader))
  expectHarmless(
    Page(hostile, kicker: hostile, trail: [Crumb(hostile, link)], body: .nothing)
      .html(for: reader))
}

@Test func `no field lets what was written become markup`() throws {
  let reader = try Reader.example()
  let choices = [Choice(hostile, hostile, hint: hostile)]
  var form = Form(for: reader, filled: ["a": hostile, hostile: hostile])
  form.note(FormProblem(Phrase("figure.euros", ["amount": .text(hostile)]), at: "a"))
  let html = FormSheet.html(form, to: Site.components, button: "sample.button", for: reader) {
    sheet in
    sheet.line("a", label: "sample.name")
    sheet.prose("a", label: "sample.name")
    sheet.number("a", label: "sample.name", unit: hostile)
    sheet.select("a", label: "sample.name", choices)
    sheet.radios("a", label: "sample.name", choices)
    sheet.checkboxes("a", label: "sample.name", choices)
    sheet.tick(hostile, label: "sample.name")
    sheet.hidden(hostile, hostile)
  }
  expectHarmless(html)
}

@Test func `a form carries its command, its version, its problems and what was written`() throws {
  let reader = try Reader.example()
  var form = Form(for: reader, version: 7, filled: ["title": "", "note": "kept"])
  _ = form.line("title")
  let html = FormSheet.html(form, to: Site.components, button: "sample.button", for: reader) {
    sheet in
    sheet.line("title", label: "sample.name", hint: "sample.hint")
    sheet.line("note", label: "sample.text")
  }.text
  #expect(html.contains("name=\"command\" value=\"\(form.command)\""))
  #expect(html.contains("name=\"version\" value=\"7\""))
  #expect(html.contains("value=\"kept\""))
  #expect(html.contains("<a href=\"#field-title\">Naam</a>: Vul dit in."))
  #expect(html.contains("aria-describedby=\"field-title-hint field-title-error\""))
  #expect(html.contains("aria-invalid=\"true\""))
}

@Test func `a text that begins with a line end keeps it in the box`() throws {
  let reader = try Reader.example()
  let form = Form(for: reader, filled: ["a": "\nb"])
  let html = FormSheet.html(form, to: Site.components, button: "sample.button", for: reader) {
    $0.prose("a", label: "sample.name")
  }
  // A browser drops one line end after the tag, so there must be two.
  #expect(html.text.contains(">\n\nb</textarea>"))
}

@Test func `a gate that is planned past the end of a bar is drawn past it`() throws {
  let (first, last) = (try #require(Day("2026-01-01")), try #require(Day("2026-12-31")))
  let period = try #require(Period(from: first, to: last))
  var gantt = GanttTimeline("g", title: "t", description: "d")
  gantt.add(
    "b", period, gates: [.init(try #require(Day("2035-01-01")), "poort", isPassed: false)])
  let html = gantt.html(for: try Reader.example()).text
  let bar = try #require(html.firstMatch(of: #/x="(\d+)" y="34" width="(\d+)"/#))
  let gate = try #require(html.firstMatch(of: #/d="M(\d+) /#))
  let numbers = [bar.output.1, bar.output.2, gate.output.1].compactMap { Int($0) }
  try #require(numbers.count == 3)
  // Eight of ten years lie between the end of the bar and the gate.
  #expect(numbers[2] > numbers[0] + numbers[1] + 500)
}

@Test func `a long text is folded between two words, and is whole behind its beginning`() throws {
  let short = try Prose(String(repeating: "kort ", count: 79) + "tekst")
  #expect(FoldedText.html(short).text == short.html.text)
  let words = (1...100).map { "woord\($0)" }
  let long = try Prose(words.joined(separator: " "))
  let html = FoldedText.html(long).text
  let beginning = try #require(html.split(separator: "<span>").last?.split(separator: "…").first)
  #expect(words.starts(with: beginning.split(separator: " ").map(String.init)))
  #expect(html.hasSuffix("</summary>\n\(long.html.text)</details>"))
}

@Test func `identities are used once on the page of components`() throws {
  let html = ComponentsPage.page(for: try Reader.example()).html(for: try Reader.example()).text
  let ids = html.split(separator: " id=\"").dropFirst().compactMap {
    $0.split(separator: "\"").first
  }
  let repeated = Dictionary(grouping: ids, by: { $0 }).filter { $0.value.count > 1 }.keys
  #expect(repeated.sorted() == [])
}

@Test(arguments: Language.allCases)
func `every sentence of the page of components is there`(language: Language) throws {
  let reader = try Reader.example(language)
  let html = ComponentsPage.page(for: reader).html(for: reader).text
  #expect(!html.contains("⟦"))
  #expect(!html.contains("{"))
}
