import Domain
import ReadModels

/// What waits in the data bank, for whoever may settle it.
struct BankWork {
  let figures: BankFigures

  /// A sentence for each kind of work with the way to it; nothing for who has no part in it, or when there is none.
  func html(for reader: Reader) -> HTML {
    guard reader.may(.curate, at: .organisation) else { return .nothing }
    return line("bank.work.pending", figures.pendingCount, .pending, reader)
      + line("bank.work.due", figures.dueCount, .due, reader)
  }

  private func line(
    _ words: StaticString, _ count: Int, _ standing: BankSelection.Standing, _ reader: Reader
  ) -> HTML {
    guard count > 0 else { return .nothing }
    let list = Site.bank.with("standing", standing.rawValue)
    return "<p><a href=\"\(reader.to(list))\">\(reader.text(words, count: count))</a></p>\n"
  }
}

extension Library {
  /// What waits in the data bank for whoever asks; nil for who is no editor.
  func bankWork(_ visit: Visit) async throws -> BankWork? {
    guard visit.reader.may(.curate, at: .organisation) else { return nil }
    return BankWork(
      figures: try await look(BankFiguresQuery(on: visit.reader.today), as: try visit.viewer()))
  }
}
