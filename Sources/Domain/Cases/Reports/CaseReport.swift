public import EventSourcing

extension CaseFile {
  /// A report or letter that went out on a case, as it was issued.
  public struct Report: Hashable, Codable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable {
      /// Of violations (rapport, Awb 5:48).
      case inspectionReport
      case informationLetter
      case visitAnnouncement
      /// Afrondingsbrief.
      case closingLetter
      case warning
    }

    public let kind: Kind
    public let title: Line
    public let addressee: Addressee
    /// Who broke the rules, by name; an inspection report says it.
    public let offender: Line?
    public let findings: [ReportedFinding]
    /// What it says before the findings, or the letter itself.
    public let text: Prose?
    /// What it says behind them.
    public let closing: Prose?
    /// The letter that it was begun from.
    public let template: LetterEdition?
    /// The one that was withdrawn and in whose place it comes.
    public let replaces: CaseReportID?

    public init(
      _ kind: Kind, _ title: Line, to addressee: Addressee, offender: Line? = nil,
      findings: [ReportedFinding] = [], text: Prose? = nil, closing: Prose? = nil,
      template: LetterEdition? = nil, replaces: CaseReportID? = nil
    ) {
      self.kind = kind
      self.title = title
      self.addressee = addressee
      self.offender = offender
      self.findings = findings
      self.text = text
      self.closing = closing
      self.template = template
      self.replaces = replaces
    }
  }

  /// To whom a report or letter goes.
  public struct Addressee: Hashable, Codable, Sendable {
    public static let linesMax = 6

    public let name: Line
    /// The address as it stands on an envelope.
    public let lines: [Line]

    public init(_ name: Line, lines: [Line]) {
      self.name = name
      self.lines = lines
    }
  }

  /// A finding that a report is about, with what the file itself does not say of it.
  public struct ReportedFinding: Hashable, Codable, Sendable {
    public let finding: CaseFindingID
    /// What was seen.
    public let violation: Prose?
    public let place: Line?

    public init(_ finding: CaseFindingID, violation: Prose? = nil, place: Line? = nil) {
      self.finding = finding
      self.violation = violation
      self.place = place
    }
  }

  /// The two documents that a report was issued as; both say the same.
  public struct Issue: Hashable, Codable, Sendable {
    public let html: FiledDocument
    /// Nil where no program makes one.
    public let pdf: FiledDocument?

    public init(html: FiledDocument, pdf: FiledDocument?) {
      self.html = html
      self.pdf = pdf
    }
  }

  /// One edition of a letter.
  public struct LetterEdition: Hashable, Codable, Sendable {
    public let letter: LetterTemplateID
    public let edition: Int

    public init(_ letter: LetterTemplateID, edition: Int) {
      self.letter = letter
      self.edition = edition
    }
  }
}

/// The number by which people call a report: that of its case, and how many the case had by then.
///
/// Within a case serials run from 1 upwards without a gap; what is withdrawn keeps its own.
public struct ReportNumber: Hashable, Sendable, CustomStringConvertible {
  public let file: CaseNumber
  public let serial: Int

  public init(_ file: CaseNumber, serial: Int) {
    self.file = file
    self.serial = serial
  }

  /// `2026-0000007/1`.
  public var description: String { "\(file)/\(serial)" }
}

extension CaseFile.Report: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "kind": .impersonal, "title": .text, "addressee": .part(CaseFile.Addressee.self),
    "offender": .personal(.name), "findings": .each(.part(CaseFile.ReportedFinding.self)),
    "text": .text, "closing": .text, "template": .part(CaseFile.LetterEdition.self),
    "replaces": .impersonal,
  ]
}

extension CaseFile.Addressee: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "name": .personal(.name), "lines": .each(.text),
  ]
}

extension CaseFile.ReportedFinding: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "finding": .impersonal, "violation": .personal(.observation), "place": .text,
  ]
}

extension CaseFile.Issue: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "html": .part(FiledDocument.self), "pdf": .part(FiledDocument.self),
  ]
}

extension CaseFile.LetterEdition: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["letter": .impersonal, "edition": .impersonal]
}
