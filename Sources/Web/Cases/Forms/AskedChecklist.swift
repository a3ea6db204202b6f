import Domain
import ReadModels

/// The checklist that a form of the log asks.
///
/// It goes along with the form: while somebody types, another can plan with another one, whose questions have the same
/// keys.
struct AskedChecklist {
  static let field = "checklist"

  let named: CaseFile.ChecklistEdition
  let edition: ChecklistRow.Edition

  /// As it stands in the form: `0b5e…/2`.
  var written: String { "\(named.checklist)/\(named.edition)" }

  /// What a form names that has `text`; nil for anything else.
  static func named(_ text: String) -> CaseFile.ChecklistEdition? {
    let parts = text.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard parts.count == 2, let checklist = ChecklistID(parts[0]), let edition = Int(parts[1])
    else { return nil }
    return CaseFile.ChecklistEdition(checklist, edition: edition)
  }
}
