/// Where personal data stand in a payload.
public struct PersonalField: Hashable, Sendable {
  public let kind: PersonalData
  /// The bytes of the text in the payload, its quotes included.
  public let range: Range<Int>

  public init(_ kind: PersonalData, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// A field of an event that nobody gave a class, or one that is not what its class says.
struct UnclassifiedField: Error {
  let path: String
}

extension Outline {
  /// The personal data in the object that the whole text is, in the order of the text.
  func personalFields(by classes: FieldClasses) throws(UnclassifiedField) -> [PersonalField] {
    var found: [PersonalField] = []
    try gather(at: 0, by: classes, into: &found)
    return found
  }

  private func gather(
    at object: Int, by classes: FieldClasses, into found: inout [PersonalField]
  ) throws(UnclassifiedField) {
    for name in names(of: object) {
      guard let fieldClass = classes[text(at: name)] else { throw unclassified(name + 1) }
      try gather(at: name + 1, as: fieldClass, into: &found)
    }
  }

  private func gather(
    at index: Int, as fieldClass: FieldClass, into found: inout [PersonalField]
  ) throws(UnclassifiedField) {
    let mark = marks[index]
    switch (fieldClass, mark.kind) {
    case (_, .null): break
    case (.impersonal, .object), (.impersonal, .array): throw unclassified(index)
    case (.impersonal, _), (.pseudonym, _): break
    case (.personal(let kind), _):
      guard mark.isText else { throw unclassified(index) }
      found.append(PersonalField(kind, at: (Int(mark.start) - 1)..<(Int(mark.end) + 1)))
    case (.fields(let classes), .object): try gather(at: index, by: classes, into: &found)
    case (.each(let element), .array):
      for place in elements(of: index) { try gather(at: place, as: element, into: &found) }
    case (.fields, _), (.each, _): throw unclassified(index)
    }
  }

  private func unclassified(_ index: Int) -> UnclassifiedField {
    UnclassifiedField(
      path: path(to: index).map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: "."))
  }
}
