/// Why a folder of migrations is not applied.
public enum MigrationFailure: Error, Sendable, CustomStringConvertible {
  case unreadableFolder(String)
  /// A file that is not called `NNNN-title.sql`.
  case misnamed(file: String)
  case duplicate(number: Int)
  /// A file was edited after it had been applied.
  case changed(number: Int, title: String)
  /// The database has applied one whose file is gone: it belongs to a newer or another release.
  case missing(number: Int, title: String)
  /// A file that is new, with a number below one that has been applied.
  case outOfOrder(number: Int, title: String, applied: Int)
  /// Its statements failed; nothing of it stays.
  case failed(file: String, PostgresError)

  public var description: String {
    switch self {
    case .unreadableFolder(let path): "The folder \(path) cannot be read."
    case .misnamed(let file): "The file \(file) is not called NNNN-title.sql."
    case .duplicate(let number): "Two migrations have the number \(number)."
    case .changed(let number, let title):
      "Migration \(number) (\(title)) has been changed since it was applied."
    case .missing(let number, let title):
      "Migration \(number) (\(title)) has been applied, but its file is missing."
    case .outOfOrder(let number, let title, let applied):
      "Migration \(number) (\(title)) is new, but \(applied) has already been applied."
    case .failed(let file, let error): "The file \(file) failed: \(error.message)"
    }
  }
}
