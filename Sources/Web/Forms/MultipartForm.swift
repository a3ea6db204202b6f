/// A form that brings a file along, as `multipart/form-data`, whole and in memory.
struct MultipartForm: Equatable, Sendable {
  /// One field, or one file.
  struct Part: Equatable, Sendable {
    let name: String
    /// What the file is called where it came from; nil for a field, empty when no file was chosen.
    let fileName: String?
    var bytes: [UInt8]
  }

  private(set) var parts: [Part] = []

  /// Reads `bytes`; nil when they are not well-formed, or hold more than `partsMax` parts.
  init?(bytes: [UInt8], boundary: [UInt8], partsMax: Int) {
    var reader = MultipartReader(boundary: boundary, partsMax: partsMax)
    do throws(MultipartReader.Malformed) {
      for event in try reader.read(bytes) { take(event) }
      try reader.end()
    } catch {
      return nil
    }
  }

  private mutating func take(_ event: MultipartReader.Event) {
    switch event {
    case .begins(let head):
      parts.append(Part(name: head.name, fileName: head.fileName, bytes: []))
    case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
    case .ends: break
    }
  }
}
