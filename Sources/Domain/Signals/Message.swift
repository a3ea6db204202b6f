public import EventSourcing

extension Signal {
  /// What a signal asks of the one it goes to.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// Actievragend: it needs a policy response.
    case askingAction
    case informing
  }

  /// For whom a signal is.
  public enum Addressee: String, CaseIterable, Codable, Sendable {
    case minister
    case ministry
    case parliament
    /// Others around the inspectorate: a trade, an authority, the public.
    case surroundings
  }

  /// What a signal says, and to whom.
  public struct Message: Hashable, Codable, Sendable {
    public let title: Line
    public let text: Prose
    public let kind: Kind
    public let addressee: Addressee

    public init(title: Line, text: Prose, kind: Kind, addressee: Addressee) {
      self.title = title
      self.text = text
      self.kind = kind
      self.addressee = addressee
    }
  }

  /// What made the inspectorate speak.
  public enum Origin: Hashable, Codable, Sendable {
    case decision(reference: DecisionReference)
    /// It was given before this system kept signals.
    case known(source: Source, certainty: Certainty)
  }

  /// What those who make policy answer.
  public struct PolicyResponse: Hashable, Codable, Sendable {
    public let text: Prose
    /// Who answers, such as a directorate.
    public let from: Line

    public init(_ text: Prose, from: Line) {
      self.text = text
      self.from = from
    }
  }

  /// How far a signal has come with those it was sent to.
  public enum Status: String, CaseIterable, Codable, Sendable {
    case open
    case inTreatment
    case handled
  }
}

extension Signal.Message: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "title": .text,
    "text": .text,
    "kind": .impersonal,
    "addressee": .impersonal,
  ]
}

extension Signal.Origin: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "decision": .fields(["reference": .part(DecisionReference.self)]),
    "known": .fields(["source": .part(Source.self), "certainty": .impersonal]),
  ]
}

extension Signal.PolicyResponse: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["text": .text, "from": .personal(.name)]
}
