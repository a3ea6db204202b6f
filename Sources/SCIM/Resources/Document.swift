public import EventSourcing
import Foundation

/// What a directory says of one resource: the attributes that we hold, under the names of its schema.
///
/// What it says besides is left out, passwords among it: nothing that is not in the schema is ever kept.
public struct Document: Hashable, Sendable {
  public let kind: ResourceKind
  public internal(set) var fields: [String: JSON]

  /// Takes one as it was kept.
  public init(_ kind: ResourceKind, kept fields: [String: JSON]) {
    self.kind = kind
    self.fields = fields
  }

  /// Reads what a directory sent to make or replace a resource.
  ///
  /// - Throws: `.invalidSyntax` when it is no such resource, `.invalidValue` for what does not fit.
  public init(_ kind: ResourceKind, sent json: JSON) throws(Refusal) {
    guard case .array(let schemas) = json["schemas"], schemas.contains(.string(kind.schema)) else {
      throw .invalidSyntax
    }
    self.init(kind, kept: try Self.writable(of: kind).taken(json.fields))
    guard (fields["emails"]?.each ?? []).count(where: { $0["primary"] == .bool(true) }) < 2 else {
      throw .invalidValue("emails.primary")
    }
    try check()
  }

  /// The attributes that a directory may set.
  static func writable(of kind: ResourceKind) -> [Attribute] {
    kind.allAttributes.filter { $0.mutability != .readOnly }
  }

  /// Refuses one without what is required.
  func check() throws(Refusal) {
    for attribute in kind.attributes where attribute.isRequired {
      guard fields[attribute.name] != nil else { throw .invalidValue(attribute.name) }
    }
  }

  /// The text of the attribute called `name`; nil when it has none.
  public func text(_ name: String) -> String? { fields[name]?.text }

  /// The text of a part of the attribute called `name`.
  public func text(_ name: String, _ part: String) -> String? { fields[name]?[part]?.text }

  /// What is said of an attribute that is true or false; nil when nothing is.
  public func flag(_ name: String) -> Bool? {
    if case .bool(let flag) = fields[name] { flag } else { nil }
  }

  /// The mail address to use: the one that is said to be, else the first.
  public var mail: String? {
    let mails = fields["emails"]?.each ?? []
    return (mails.first { $0["primary"] == .bool(true) } ?? mails.first)?["value"]?.text
  }

  /// The identifiers of the members of a group, each once.
  public var members: [String] {
    var seen: Set<String> = []
    return (fields["members"]?.each ?? []).compactMap { $0["value"]?.text }
      .filter { seen.insert($0).inserted }
  }

  /// This document with what we say of it ourselves in place of what was sent.
  public func with(_ name: String, _ value: JSON?) -> Document {
    var document = self
    document.fields[name] = value
    return document
  }
}

extension [Attribute] {
  /// What `sent` says of these attributes, as it is kept; what it says of others is left out.
  func taken(_ sent: [String: JSON]) throws(Refusal) -> [String: JSON] {
    var taken: [String: JSON] = [:]
    for (name, value) in sent {
      guard let attribute = named(name) else { continue }
      taken[attribute.name] = try attribute.taken(value)
    }
    return taken
  }
}

extension Attribute {
  /// `sent` as it is kept; nil for what says nothing: null, an empty list, a value without parts.
  func taken(_ sent: JSON) throws(Refusal) -> JSON? {
    guard sent != .null else { return nil }
    guard isMultiValued else { return try one(sent) }
    let values = try sent.each.map { value throws(Refusal) in try one(value) }.compactMap(\.self)
    return values.isEmpty ? nil : .array(values)
  }

  private func one(_ sent: JSON) throws(Refusal) -> JSON? {
    switch (type, sent) {
    case (.complex(let parts), .object(let fields)):
      let taken = try parts.taken(fields)
      return taken.isEmpty ? nil : .object(taken)
    case (.flag, .bool): return sent
    // Some directories write it as text.
    case (.flag, .string(let text)):
      guard let flag = Bool(text.lowercased()) else { throw .invalidValue(name) }
      return .bool(flag)
    case (.text, .string(let text)), (.reference, .string(let text)), (.moment, .string(let text)):
      guard Self.isFit(text) else { throw .invalidValue(name) }
      // The same words are the same bytes, whoever wrote them.
      return .string(text.precomposedStringWithCanonicalMapping)
    case (.complex, _), (.flag, _), (.text, _), (.reference, _), (.moment, _):
      throw .invalidValue(name)
    }
  }

  /// Something in it, nothing that steers, and no longer than anybody's name or address.
  private static func isFit(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 1024
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}

extension JSON {
  var text: String? { if case .string(let text) = self { text } else { nil } }
}
