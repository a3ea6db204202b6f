import Domain
import EventSourcing

/// Takes out of a picture what was written beside it, while it passes; the picture itself stays bit for bit.
protocol MetadataFilter {
  /// What is left of what has come so far, and was not given before.
  mutating func pass(_ bytes: [UInt8]) throws(MalformedPicture) -> [UInt8]

  /// That everything has come.
  func end() throws(MalformedPicture)
}

/// That a picture is not made as its kind is, so that nobody can say what is left in it.
struct MalformedPicture: Error {}

extension FiledDocument.Kind {
  /// What takes metadata out of a picture of this kind; nil for what is none.
  var metadataFilter: (any MetadataFilter)? {
    switch self {
    case .jpeg: JPEGFilter()
    case .png: PNGFilter()
    case .pdf, .text, .csv, .docx, .xlsx, .pptx, .odt, .ods, .odp, .html: nil
    }
  }
}

extension ReceivedContent {
  /// Writes what `filter` leaves of it into `rest`.
  func pass(
    through filter: any MetadataFilter, into rest: any IncomingContent
  ) async throws(StrippingFailure) {
    var filter = filter
    let cursor = cursor()
    do {
      while let part = try await cursor.next() { try await rest.add(try filter.pass(part)) }
      try filter.end()
    } catch let failure as DocumentFailure {
      throw .store(failure)
    } catch {
      throw .malformed
    }
  }
}
