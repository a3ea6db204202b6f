import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels

@testable import Web

/// The form of a page as somebody without much to say fills it in.
///
/// What stands in a field stays. An empty line of text gets something that reads as a day too, an empty
/// text something that reads as a number too, and of choices the first is taken.
struct DrawnForm {
  private(set) var fields: [(name: String, value: String)] = []
  /// Whether it asks for a file.
  private(set) var bringsFile = false

  /// Nil when the page has no form that gives a command.
  init?(_ page: String) {
    guard let start = page.range(of: "<form class=\"form\""),
      let end = page[start.upperBound...].range(of: "</form>")
    else { return nil }
    let form = page[start.upperBound..<end.lowerBound]
    let controls = #/<(?<kind>input|select|textarea)\b(?<rest>[^>]*)>/#
    for control in form.matches(of: controls) {
      let rest = String(control.output.rest)
      guard let name = Self.attribute("name", of: rest) else { continue }
      let inner = form[control.range.upperBound...]
      switch control.output.kind {
      case "select": add(name, Self.chosen(inner.prefix(upTo: "</select>")))
      case "textarea":
        // A line end right after the tag is not part of the text (HTML, 13.2.6.4.7).
        let text = inner.prefix(upTo: "</textarea>").trimmingPrefix("\n")
        add(name, text.contains { !$0.isWhitespace } ? String(text) : Self.prose(for: name))
      default: add(name, of: rest)
      }
    }
  }

  /// As a browser sends it.
  var body: String {
    fields.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
  }

  private mutating func add(_ name: String, _ value: String?) {
    guard let value, !fields.contains(where: { $0.name == name }) else { return }
    fields.append((name, value))
  }

  /// One line, a hidden value or one of several boxes.
  private mutating func add(_ name: String, of rest: String) {
    let value = Self.attribute("value", of: rest) ?? ""
    switch Self.attribute("type", of: rest) {
    case "hidden": add(name, value)
    case "radio":
      if rest.contains(" checked") { fields.removeAll { $0.name == name } }
      add(name, value)
    case "checkbox": break
    case "file": bringsFile = true
    default: add(name, value.isEmpty ? Self.something(for: name, rest) : value)
    }
  }

  /// What a field takes that takes nothing else.
  private static let shapes = [
    "year": "2026", "number-kvk": "12345678", "number-rsin": "123456782",
    "number-vat": "NL123456782B90", "postcode": "1234 AB", "coordinates": "52.1, 4.3",
    "end-time": "10:00", "time": "10:00",
  ]

  private static func something(for name: String, _ rest: String) -> String {
    if let shaped = shapes[name] { return shaped }
    if rest.contains("input-number") { return "3" }
    if rest.contains("inputmode=\"email\"") { return "noor@example.nl" }
    return rest.contains("inputmode=\"url\"") ? "https://example.nl/" : "1-3-2026"
  }

  /// A text of several lines, some of which have a form of their own.
  private static func prose(for name: String) -> String {
    switch name {
    case "measurements": "geluid 3 dB"
    case "items": "Klopt het? | Regel | Artikel 3"
    // What is left out has a ground, and no box of these forms is ticked.
    case "omitted": ""
    default: "3"
    }
  }

  private static func chosen(_ options: Substring) -> String? {
    let values = options.matches(of: #/<option value="(?<value>[^"]+)"(?<rest>[^>]*)>/#)
    let chosen = values.first { $0.output.rest.contains("selected") } ?? values.first
    return chosen.map { String($0.output.value) }
  }

  private static func attribute(_ name: String, of rest: String) -> String? {
    guard let start = rest.range(of: " \(name)=\"") else { return nil }
    return String(rest[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension Substring {
  fileprivate func prefix(upTo end: String) -> Substring {
    range(of: end).map { self[..<$0.lowerBound] } ?? self
  }
}

extension TestSite {
  /// Sends `form`, with a letter where it asks for a file.
  func send(_ form: DrawnForm, to address: String, as person: Person) async throws -> TestResponse {
    guard form.bringsFile else { return try await post(address, as: person, form.body) }
    let letter = FormWithFile(form.fields, file: Array("Beste Joris".utf8), called: "brief.txt")
    return try await ask(
      .post, address, as: person, headers: FormWithFile.headers, bytes: letter.bytes)
  }
}
