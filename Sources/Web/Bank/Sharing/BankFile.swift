import Domain
import Foundation
import Hummingbird
import ReadModels

/// The data bank as a file that organisations hand to each other; docs/bank-file.md says what stands in it.
struct BankFile: Equatable, Sendable {
  /// What every such file calls itself.
  static let format = "koers-bank"
  /// Raised when a reader of this version could not read what a later one writes.
  static let formatVersion = 1
  static let bytesMax = 1024 * 1024
  static let entriesMax = 1000
  /// How many types of intervention, or determinants, an entry names at most.
  static let keysMax = 50
  static let entryVersionMax = 1_000_000

  /// An entry as it is handed on, with who wrote it and under which licence it may be used.
  struct Entry: Equatable, Sendable {
    /// The same in every organisation that has it.
    let id: BankEntryID
    let article: BankEntry.Article
    let provenance: BankEntry.Provenance
  }

  /// Who wrote the file.
  let organisation: Line
  /// Under which licence that organisation shares what it wrote itself.
  let licence: Line
  let writtenOn: Day
  let entries: [Entry]
}

extension BankFile.Entry {
  /// What others get of `row`; nil for what no editor accepted.
  ///
  /// What was taken over goes on under the name and licence it came with. What was amended here since is ours, made of
  /// theirs, and keeps their licence.
  init?(_ row: BankEntryRow, sharedBy organisation: Line, under licence: Line) {
    guard let accepted = row.accepted else { return nil }
    id = row.id
    article = accepted.article
    guard let origin = row.provenance else {
      provenance = .init(
        organisation: organisation, version: accepted.version, licence: licence)
      return
    }
    guard !accepted.isAsShared else {
      provenance = origin
      return
    }
    provenance = .init(
      organisation: organisation, version: accepted.version, licence: origin.licence,
      basis: .init(organisation: origin.organisation, version: origin.version))
  }
}

extension BankFile {
  /// The file to take along.
  func answer() throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/json",
        .contentDisposition: "attachment; filename=\"koers-databank-\(writtenOn).json\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(json))))
  }
}
