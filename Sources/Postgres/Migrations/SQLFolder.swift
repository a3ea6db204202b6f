import Foundation

/// A folder of the product's own SQL files.
struct SQLFolder {
  struct File: Hashable {
    /// Without its extension.
    let name: String
    let sql: String
  }

  let path: String

  init(_ path: String) { self.path = path }

  /// Its files in the order of their names.
  func files() throws(MigrationFailure) -> [File] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw .unreadableFolder(path)
    }
    var files: [File] = []
    for name in names.sorted() where name.hasSuffix(".sql") {
      guard let sql = try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) else {
        throw .unreadableFolder("\(path)/\(name)")
      }
      files.append(File(name: String(name.dropLast(4)), sql: sql))
    }
    return files
  }
}
