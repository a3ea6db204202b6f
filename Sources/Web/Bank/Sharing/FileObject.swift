import Domain
import EventSourcing
import Foundation

/// Why a file is not taken, and where in it that shows.
struct FileProblem: Error, Hashable, Sendable {
  enum Reason: Hashable, Sendable {
    case malformed(line: Int)
    case repeatedName(String)
    case numberOutOfRange
    case missing
    case unknownName
    case notAnObject
    case notAList
    case tooMany(max: Int)
    case notAText
    case text(TextProblem)
    case notANumber(low: Int, high: Int)
    /// None of what may stand there.
    case notAllowed
    case twice
  }

  let reason: Reason
  /// The way to it, such as `entries[3].title`; nil for the file as a whole.
  let place: String?

  init(_ reason: Reason, at place: String? = nil) {
    self.reason = reason
    self.place = place
  }
}

/// An object of a file, read name by name: what is missing, of another kind or unknown is refused with its place.
struct FileObject {
  private let members: [String: JSON]
  /// The way to it; empty for the file itself.
  private let place: String

  /// - Parameters:
  ///   - json: what should be an object.
  ///   - place: the way to it.
  ///   - names: every name that may stand in it.
  /// - Throws: the place of what is no object, or has another name in it.
  init(_ json: JSON, at place: String = "", names: Set<String>) throws(FileProblem) {
    guard case .object(let members) = json else {
      throw FileProblem(.notAnObject, at: place.isEmpty ? nil : place)
    }
    self.members = members
    self.place = place
    if let stranger = members.keys.sorted().first(where: { !names.contains($0) }) {
      throw problem(.unknownName, at: Self.shown(stranger))
    }
  }

  /// As much of a name that somebody else made up as fits into a sentence.
  static func shown(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.prefix(60)))
  }

  /// What is wrong with the value under `name`.
  func problem(_ reason: FileProblem.Reason, at name: String) -> FileProblem {
    FileProblem(reason, at: way(to: name))
  }

  private func way(to name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }

  private func value(_ name: String) throws(FileProblem) -> JSON {
    guard let value = members[name] else { throw problem(.missing, at: name) }
    return value
  }

  /// A text in Unicode's composed form, so that the same words are the same bytes whoever wrote them.
  func text(_ name: String) throws(FileProblem) -> String {
    guard case .string(let text) = try value(name) else { throw problem(.notAText, at: name) }
    return text.precomposedStringWithCanonicalMapping
  }

  func line(_ name: String) throws(FileProblem) -> Line {
    let text = try text(name)
    do throws(TextProblem) { return try Line(text) } catch { throw problem(.text(error), at: name) }
  }

  func prose(_ name: String) throws(FileProblem) -> Prose {
    let text = try text(name)
    do throws(TextProblem) { return try Prose(text) } catch {
      throw problem(.text(error), at: name)
    }
  }

  func optionalLine(_ name: String) throws(FileProblem) -> Line? {
    members[name] == nil ? nil : try line(name)
  }

  func optionalProse(_ name: String) throws(FileProblem) -> Prose? {
    members[name] == nil ? nil : try prose(name)
  }

  func whole(_ name: String, in range: ClosedRange<Int>) throws(FileProblem) -> Int {
    guard case .integer(let number) = try value(name), range.contains(number) else {
      throw problem(.notANumber(low: range.lowerBound, high: range.upperBound), at: name)
    }
    return number
  }

  /// A value that is written as a text and is one of a kind, such as a day or a choice.
  func value<Value>(
    _ name: String, _ read: (String) -> Value?
  ) throws(FileProblem) -> Value {
    guard let value = read(try text(name)) else { throw problem(.notAllowed, at: name) }
    return value
  }

  func optionalValue<Value>(
    _ name: String, _ read: (String) -> Value?
  ) throws(FileProblem) -> Value? {
    members[name] == nil ? nil : try value(name, read)
  }

  /// Values that are each written as a text, none of them twice.
  func values<Value: Hashable>(
    _ name: String, atMost countMax: Int, _ read: (String) -> Value?
  ) throws(FileProblem) -> [Value] {
    var seen: Set<Value> = []
    return try list(name, atMost: countMax) { json, place throws(FileProblem) in
      guard case .string(let text) = json else { throw FileProblem(.notAText, at: place) }
      guard let value = read(text) else { throw FileProblem(.notAllowed, at: place) }
      guard seen.insert(value).inserted else { throw FileProblem(.twice, at: place) }
      return value
    }
  }

  /// The elements of a list, each read with the way to it.
  func list<Value>(
    _ name: String, atMost countMax: Int,
    _ read: (JSON, String) throws(FileProblem) -> Value
  ) throws(FileProblem) -> [Value] {
    guard case .array(let elements) = try value(name) else { throw problem(.notAList, at: name) }
    guard elements.count <= countMax else { throw problem(.tooMany(max: countMax), at: name) }
    var values: [Value] = []
    for (place, element) in elements.enumerated() {
      values.append(try read(element, "\(way(to: name))[\(place)]"))
    }
    return values
  }

  /// An object within this one; nil when it is not there.
  func optionalObject(_ name: String, names: Set<String>) throws(FileProblem) -> FileObject? {
    guard let json = members[name] else { return nil }
    return try FileObject(json, at: way(to: name), names: names)
  }

  func object(_ name: String, names: Set<String>) throws(FileProblem) -> FileObject {
    try FileObject(try value(name), at: way(to: name), names: names)
  }
}
