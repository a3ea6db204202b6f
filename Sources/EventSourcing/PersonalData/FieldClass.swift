/// Whether one field of an event may say something about a natural person.
public indirect enum FieldClass: Sendable {
  /// It cannot: a day, a number, a choice, the name of something that is not a person.
  case impersonal
  /// An identifier of our own making that says nothing once what it belongs to is gone.
  case pseudonym
  /// It may; the field is a text.
  case personal(PersonalData)
  /// It has fields of its own.
  case fields(FieldClasses)
  /// It is a list of such.
  case each(FieldClass)
}

/// The class of every field of a type, under the name by which the log keeps the field.
public struct FieldClasses: Sendable, ExpressibleByDictionaryLiteral {
  private let members: [(name: String, fieldClass: FieldClass)]

  public init(dictionaryLiteral elements: (String, FieldClass)...) {
    members = elements.map { (name: $0.0, fieldClass: $0.1) }
  }

  /// The class of the field `name`; nil when nobody thought about it.
  public subscript(name: String) -> FieldClass? {
    members.first { $0.name == name }?.fieldClass
  }
}

/// An event that says of each of its fields whether it may tell something about a natural person.
public protocol Classified {
  /// Has every field of this event's case; what is missing cannot be written.
  var fieldClasses: FieldClasses { get }
}

/// A part of events that says the same of its own fields.
public protocol ClassifiedPart {
  static var fieldClasses: FieldClasses { get }
}

extension FieldClass {
  /// A field with the fields of `part`.
  public static func part<Part: ClassifiedPart>(_ part: Part.Type) -> FieldClass {
    .fields(Part.fieldClasses)
  }

  /// Free text, in which anything may stand.
  public static var text: FieldClass { .personal(.text) }
}
