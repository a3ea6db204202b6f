public import EventSourcing

extension Programme {
  /// An organisation, or a part of the own one, that the programme works with.
  public struct Partner: Hashable, Codable, Sendable {
    /// Whether it is of the own organisation.
    public enum Kind: String, CaseIterable, Codable, Sendable {
      case `internal`
      case external
    }

    public let name: Line
    public let kind: Kind
    public let role: Line?

    public init(name: Line, kind: Kind, role: Line? = nil) {
      self.name = name
      self.kind = kind
      self.role = role
    }
  }

  /// What was agreed with a partner.
  public struct Agreement: Equatable, Sendable {
    public let text: Prose
    public let on: Day
  }

  /// What can happen to a partner.
  public enum PartnerEvent: Equatable, Sendable {
    case involved(Partner)
    case revised(Partner)
    case left(reason: Prose)
  }

  /// What may be asked about partners.
  public enum PartnerCommand: Equatable, Sendable {
    case involve(PartnerID, Partner)
    case revise(PartnerID, Partner)
    /// The command's day is the day of the agreement.
    case agree(PartnerID, AgreementID, Prose)
    case part(PartnerID, reason: Prose)
  }

  /// With whom the programme works.
  public struct Partners: Equatable, Sendable {
    /// Those who left included.
    public internal(set) var all = Register<PartnerID, Partnership>()

    /// A partner and what was agreed with it.
    public struct Partnership: Equatable, Sendable {
      public internal(set) var partner: Partner
      public internal(set) var agreements = Register<AgreementID, Agreement>()
      /// Why it ended; nil while it lasts.
      public internal(set) var endedBecause: Prose?
    }
  }
}

extension Programme.Partners {
  func decide(
    _ command: Programme.PartnerCommand, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .involve(let id, let partner):
      guard all[id] == nil else { throw .identifierInUse }
      return [.partnerInvolved(id: id, partner: partner, on: day)]
    case .revise(let id, let partner):
      let present = try lasting(id).partner
      return present == partner ? [] : [.partnerRevised(id: id, partner: partner, on: day)]
    case .agree(let id, let agreement, let text):
      guard try lasting(id).agreements[agreement] == nil else { throw .identifierInUse }
      return [.agreementMade(partner: id, id: agreement, text: text, on: day)]
    case .part(let id, let reason):
      _ = try lasting(id)
      return [.partnerLeft(id: id, reason: reason, on: day)]
    }
  }

  private func lasting(_ id: PartnerID) throws(Programme.Refusal) -> Partnership {
    guard let partnership = all[id], partnership.endedBecause == nil else {
      throw .unknownPartner
    }
    return partnership
  }
}

extension Programme.Partner: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "name": .personal(.name),
    "kind": .impersonal,
    "role": .text,
  ]
}
