import Domain
import EventSourcing
import Testing

@testable import Web

private func form(_ values: [String: String], _ language: Language = .dutch) throws -> Form {
  Form(for: try Reader.example(language), filled: values)
}

@Test(arguments: [
  "31-3-2026", "31/03/2026", "31.3.2026", "31 maart 2026", "31 mrt 2026", "31 mrt. 2026",
  "31 March 2026", "31 mar 2026", " 31-3-2026 ", "2026-03-31",
])
func `a day is read however it is written`(text: String) throws {
  var form = try form(["day": text])
  #expect(form.day("day") == Day(year: 2026, month: 3, day: 31))
  #expect(form.isSound)
}

@Test(arguments: [
  "31-2-2026", "maart 2026", "31 ma 2026", "3-31-2026", "31-3-26", "31-3-2026-1", "x",
  "٣١-٣-٢٠٢٦", "31-\u{301}3-2026",
])
func `what is not a day is a problem of its field`(text: String) throws {
  var form = try form(["day": text])
  #expect(form.day("day") == nil)
  #expect(form.problem(at: "day") == .notADay)
}

@Test(arguments: ["31-3-1020", "31-3-3026", "9999-12-31"])
func `a slip in the year is a problem of its field`(text: String) throws {
  var form = try form(["day": text])
  #expect(form.day("day") == nil)
  #expect(form.problem(at: "day") == .said("field.day-out-of-range"))
}

@Test func `a number is read by the custom of the page's language`() throws {
  var dutch = try form(["number": "1.234,5", "doubt": "1.234"])
  #expect(dutch.quantity("number") == Quantity("1234.5"))
  #expect(dutch.quantity("doubt") == Quantity("1234"))
  var english = try form(["number": "1,234.5", "doubt": "1.234"], .english)
  #expect(english.quantity("number") == Quantity("1234.5"))
  #expect(english.quantity("doubt") == Quantity("1.234"))
}

@Test func `every problem is noted, each at its field`() throws {
  var form = try form([
    "long": String(repeating: "a", count: Line.lengthMax + 1), "control": "a\u{202E}b",
    "number": "veel", "amount": "1,234", "address": "javascript:alert(1)", "choice": "wrong",
    "range": "11",
  ])
  _ = form.line("empty")
  _ = form.line("long")
  _ = form.prose("control")
  _ = form.quantity("number")
  _ = form.euro("amount")
  _ = form.address("address")
  _ = form.choice("choice", as: Confidence.self)
  _ = form.whole("range", in: 1...10)
  #expect(
    form.problems.map(\.problem) == [
      .empty, .tooLong(max: Line.lengthMax), .controlCharacters, .notANumber, .notAnAmount,
      .notAnAddress, .notAChoice, .outOfRange(low: 1, high: 10),
    ])
  #expect(form.problems.map(\.field).allSatisfy { $0 != nil })
}

@Test func `of a field with an item a line it is said that one of its lines is too long`() throws {
  var form = try form(["items": "a\n" + String(repeating: "b", count: Line.lengthMax + 1)])
  _ = form.lines("items")
  #expect(
    form.problem(at: "items")
      == .said(Phrase("field.line-too-long", ["max": .number(Line.lengthMax)])))
}

@Test func `what may be left out is no problem when it is`() throws {
  var form = try form(["blank": " \u{A0}\n"])
  #expect(form.optionalLine("blank") == nil)
  #expect(form.optionalDay("none") == nil)
  #expect(form.optionalChoice("none", as: Confidence.self) == nil)
  #expect(form.isSound)
}

@Test func `a list is read line by line`() throws {
  var form = try form(["list": "a\n\n b \nc\u{7}"])
  #expect(form.lines("list").map(\.description) == ["a", "b"])
  #expect(form.problem(at: "list") == .controlCharacters)
}

@Test func `a form without a command is not one of ours`() {
  #expect(throws: Problem.self) { try Form(FormBody(values: ["a": ["b"]]), in: .dutch) }
  let command = ["command": [Identity.fresh().description]]
  #expect(throws: Problem.self) {
    try Form(FormBody(values: command.merging(["version": ["-1"]]) { $1 }), in: .dutch)
  }
}
