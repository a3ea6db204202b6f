public import EventSourcing

extension Publication {
  /// What everybody may read, word for word.
  public struct Text: Hashable, Codable, Sendable {
    public let title: Line
    /// Whom it is about; nil when no name is published.
    public let name: Line?
    public let summary: Prose
    /// The findings that were chosen, as they are told.
    public let findings: [Prose]
    public let omission: Omission?

    public init(
      _ title: Line, name: Line? = nil, summary: Prose, findings: [Prose] = [],
      omission: Omission? = nil
    ) {
      self.title = title
      self.name = name
      self.summary = summary
      self.findings = findings
      self.omission = omission
    }
  }

  /// What was left out, in kind, and why.
  public struct Omission: Hashable, Codable, Sendable {
    /// Never empty.
    public let grounds: [Ground]
    /// What kind of thing it is, such as the names of employees.
    public let what: Prose?

    public init(_ grounds: [Ground], what: Prose? = nil) {
      self.grounds = grounds
      self.what = what
    }
  }

  /// A ground on which something is not made public (Wet open overheid, article 5.1).
  public enum Ground: String, CaseIterable, Codable, Sendable {
    /// First paragraph, part c: what businesses said in confidence about how they work.
    case confidentialBusiness
    /// First paragraph, part d: special personal data and those of crimes.
    case specialPersonal
    /// First paragraph, part e: numbers that identify people.
    case identifyingNumbers
    /// Second paragraph, part b.
    case economicInterests
    /// Second paragraph, part c.
    case investigation
    /// Second paragraph, part d.
    case supervision
    /// Second paragraph, part e.
    case privacy
    /// Second paragraph, part f.
    case businessFigures
    /// Second paragraph, part h.
    case security
    /// Fifth paragraph: it would do harm out of proportion.
    case disproportionate
  }
}

extension Publication.Text {
  /// A part of it, other than the name.
  public enum Part: String, CaseIterable, Sendable {
    case title
    case summary
    case findings
    case omission
  }

  /// The first part of it that says what `other` does not; nil when it only leaves out a name or whole findings.
  ///
  /// Leaving words out of a summary can turn what it says around, so it stays whole. More is left out on more grounds, but in
  /// no other words, for whoever it is about was not heard on those.
  func partBeyond(_ other: Publication.Text) -> Part? {
    guard title == other.title else { return .title }
    guard summary == other.summary else { return .summary }
    var rest = other.findings[...]
    for finding in findings {
      guard let place = rest.firstIndex(of: finding) else { return .findings }
      rest = rest[(place + 1)...]
    }
    let leavesOut = findings.count < other.findings.count || (name == nil && other.name != nil)
    if omission == other.omission { return nil }
    return leavesOut && omission.addsGrounds(to: other.omission) ? nil : .omission
  }
}

extension Publication.Omission? {
  /// Whether it says what `other` said of what was left out, and nothing else but further grounds.
  fileprivate func addsGrounds(to other: Publication.Omission?) -> Bool {
    Set(self?.grounds ?? []).isSuperset(of: other?.grounds ?? []) && self?.what == other?.what
  }
}

/// As a part of the events of a case file; each case is a field with fields of its own.
extension Publication.Event: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "intended": .fields([
      "text": .part(Publication.Text.self), "viewUntil": .impersonal,
      "subject": .personal(.reference),
    ]),
    "putTo": .fields([
      "party": .impersonal, "name": .personal(.name), "viewUntil": .impersonal,
    ]),
    "viewReceived": .fields(["view": .personal(.observation), "party": .impersonal]),
    "hearingTakenBack": .fields([
      "party": .impersonal, "anewUntil": .impersonal, "reason": .text,
    ]),
    "viewTakenBack": .fields(["party": .impersonal, "reason": .text]),
    "revised": .fields(["text": .part(Publication.Text.self), "viewUntil": .impersonal]),
    "decided": .fields([
      "text": .part(Publication.Text.self), "viewChanged": .impersonal, "by": .pseudonym,
    ]),
    "agreed": .fields(["by": .pseudonym]),
    "madeKnown": .fields([:]),
    "published": .fields(["until": .impersonal, "reason": .text]),
    "refrained": .fields(["reason": .text]),
    "withdrawn": .fields(["reason": .text]),
    "stopped": .fields(["cause": .impersonal]),
  ]
}

extension Publication.Text: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "title": .text, "name": .personal(.name), "summary": .text, "findings": .each(.text),
    "omission": .part(Publication.Omission.self),
  ]
}

extension Publication.Omission: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["grounds": .each(.impersonal), "what": .text]
}
