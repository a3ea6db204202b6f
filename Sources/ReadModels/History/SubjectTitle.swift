import Domain
import EventSourcing
import Postgres

extension Point {
  /// What the subject of the event in `row` was called at this point, as far as the viewer may know; NULL when nothing
  /// says.
  ///
  /// Each kind of subject is asked by its key, and only for an event of that kind: joining them would read every title
  /// there is.
  ///
  /// - Parameter row: the name of a row with the columns `category` and `subject`.
  /// - Returns: an expression.
  func title(ofSubjectIn row: SQLName) -> Statement {
    func named<Model: LibraryModel>(
      _ title: SQLName, in model: Model.Type, for categories: String...
    ) -> Statement {
      """
      WHEN \(row).category = ANY (\(categories)) THEN (
        SELECT named.\(title) FROM \(splice: rows(of: model)) AS named WHERE named.key = \(row).subject)
      """
    }
    let kinds = [
      named("title", in: ExplorationRow.self, for: Exploration.category),
      named("title", in: ProgrammeRow.self, for: Programme.category, Analysis.category),
      named("title", in: SignalRow.self, for: Signal.category),
      named("title", in: BankEntryRow.self, for: BankEntry.category),
      named("title", in: ChecklistRow.self, for: Checklist.category),
      named("title", in: LetterTemplateRow.self, for: LetterTemplate.category),
      named("title", in: CaseFileRow.self, for: CaseFile.category),
      named("name", in: EntityRow.self, for: SupervisedEntity.category),
    ]
    return "(CASE \(splice: .joined(kinds, separator: " ")) END)"
  }
}
