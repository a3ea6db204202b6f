import Domain
import EventSourcing
import TestCast

/// The case of a warehouse where refrigerant leaks, small enough to reason about.
enum Warehouse {
  typealias Event = CaseFile.Event

  static let number: CaseNumber = "2026-0000007"
  static let document = filed("foto.jpg", digest: 1)
  static let opening = opening()
  static let opened = Event.opened(
    number: number, opening: opening, organisation: inspectorate, on: monday)
  static let plan = CaseFile.Plan(
    "unannounced-inspection", purpose: "Kijken of het lekt", day: tuesday, place: "Hal 3",
    participants: ["J. de Boer"], checklist: CaseFile.ChecklistEdition(1, edition: 2))
  static let task = CaseFile.Task("Brief sturen", dueOn: nextMonday, by: joris)
  static let checked = CaseFile.Checked(
    against: CaseFile.ChecklistEdition(1, edition: 2),
    [CaseFile.CheckAnswer("q1", .inOrder), CaseFile.CheckAnswer("q2", .notInOrder)])
  static let visit = visit("De installatie lekt")
  static let violation = CaseFile.Finding(
    .violation, rule: "Installaties lekken niet", legalBasis: "Verordening 517/2014, artikel 3",
    description: "Olievlek onder de compressor")
  static let compliant = CaseFile.Finding(.compliant, rule: "Het logboek is bijgewerkt")
  static let found = [CaseFile.NewFinding(1, violation), CaseFile.NewFinding(2, compliant)]
  static let logged = Event.logged(id: 1, intervention: visit, findings: found, on: tuesday)
  static let restored = CaseFile.Outcome(
    .restored, compliance: .reached, harmAvoided: "40 kilo koudemiddel",
    explanation: "Binnen een week gedicht")

  static func opening(
    programme: ProgrammeID? = 1, group: TargetGroupID? = 2, handlers: [PersonID] = [joris],
    confidentiality: CaseFile.Confidentiality = .normal
  ) -> CaseFile.Opening {
    CaseFile.Opening(
      "Lekkende koelinstallatie", origin: .dataSelection(criteria: "Oude installaties"),
      subject: 3, programme: programme, targetGroup: group, handlers: handlers,
      confidentiality: confidentiality)
  }

  static func visit(_ summary: Prose?) -> CaseFile.Intervention {
    CaseFile.Intervention(
      "unannounced-inspection", on: tuesday, from: "08:30", until: "10:00", place: "Hal 3",
      participants: ["J. de Boer"], summary: summary, statement: "Wij wisten het niet",
      measurements: [CaseFile.Measured("gehalte", "82", unit: "ppm")], checked: checked)
  }

  /// A photo from which was taken what the camera wrote beside it.
  static let stripped = CaseFile.Document(
    FiledDocument(
      "gevel.jpg", .jpeg, byteCount: 1024, digest: digest(of: 3), strippedOf: .metadata))

  /// A photo whose content nothing else has.
  static func filed(_ name: Line, digest: UInt8) -> CaseFile.Document {
    CaseFile.Document(
      FiledDocument(name, .jpeg, byteCount: 2048, digest: self.digest(of: digest)),
      description: "De vlek", intervention: 1)
  }

  private static func digest(of byte: UInt8) -> ContentDigest {
    guard let digest = ContentDigest(Array(repeating: byte, count: ContentDigest.byteCount)) else {
      preconditionFailure("a digest has as many bytes as that")
    }
    return digest
  }
}
