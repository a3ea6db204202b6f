public import EventSourcing

extension BankEntry {
  /// What an entry says.
  public struct Article: Hashable, Codable, Sendable {
    public let kind: Kind
    public let title: Line
    public let text: Prose
    /// When it fits, and when it does not.
    public let fits: Prose?
    public let fitsNot: Prose?
    /// What the law allows and asks.
    public let legalLimits: Prose?
    /// What it asks of those it is meant for.
    public let burden: Prose?
    /// The types of intervention that it is about, and what they change.
    public let interventionTypes: [References.InterventionType.Key]
    public let determinants: [References.Determinant.Code]
    /// The trade in which it was tried; nil when it is about none in particular.
    public let sector: Line?
    public let evidence: EvidenceGrade
    public let source: Source?

    public init(
      _ kind: Kind, title: Line, text: Prose, fits: Prose? = nil, fitsNot: Prose? = nil,
      legalLimits: Prose? = nil, burden: Prose? = nil,
      interventionTypes: [References.InterventionType.Key] = [],
      determinants: [References.Determinant.Code] = [], sector: Line? = nil,
      evidence: EvidenceGrade, source: Source? = nil
    ) {
      self.kind = kind
      self.title = title
      self.text = text
      self.fits = fits
      self.fitsNot = fitsNot
      self.legalLimits = legalLimits
      self.burden = burden
      self.interventionTypes = interventionTypes
      self.determinants = determinants
      self.sector = sector
      self.evidence = evidence
      self.source = source
    }
  }

  /// What an entry is about.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// A type of intervention, in general.
    case intervention
    /// Something that was done somewhere.
    case practice
    /// Something that was published.
    case literature
  }

  /// What an entry rests on, the weakest first.
  public enum EvidenceGrade: String, CaseIterable, Codable, Sendable {
    /// What somebody who knows the field thinks.
    case opinion
    /// Something was seen to happen.
    case observed
    /// It was measured before and after.
    case measured
    /// It was compared with where it was not done.
    case compared
    /// Several comparisons, taken together.
    case reviewed
  }

  /// Where an entry was taken over from.
  public struct Provenance: Hashable, Codable, Sendable {
    /// Who wrote it.
    public let organisation: Line
    /// The version there.
    public let version: Int
    /// Under which licence it may be used, such as CC-BY-4.0.
    public let licence: Line
    /// What the writer made it of; nil for what is wholly the writer's own.
    public let basis: Basis?

    public init(organisation: Line, version: Int, licence: Line, basis: Basis? = nil) {
      self.organisation = organisation
      self.version = version
      self.licence = licence
      self.basis = basis
    }
  }

  /// The words of others that somebody made an entry of.
  public struct Basis: Hashable, Codable, Sendable {
    public let organisation: Line
    /// The version there.
    public let version: Int

    public init(organisation: Line, version: Int) {
      self.organisation = organisation
      self.version = version
    }
  }
}

extension BankEntry.Article: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "kind": .impersonal, "title": .text, "text": .text, "fits": .text, "fitsNot": .text,
    "legalLimits": .text, "burden": .text, "interventionTypes": .each(.impersonal),
    "determinants": .each(.impersonal), "sector": .impersonal, "evidence": .impersonal,
    "source": .part(Source.self),
  ]
}

extension BankEntry.Provenance: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "organisation": .impersonal, "version": .impersonal, "licence": .impersonal,
    "basis": .part(BankEntry.Basis.self),
  ]
}

extension BankEntry.Basis: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "organisation": .impersonal, "version": .impersonal,
  ]
}
