import Domain
import EventSourcing
import Logging

/// One document on its way from where it waits to where it is kept for a stream.
struct DocumentFiling {
  let document: ChosenDocument
  let stream: StreamName
  let logger: Logger
  let store: any DocumentStore
  /// Nil for none.
  let scanner: (any ContentScanner)?
  let strippers: [any DocumentStripper]

  /// Keeps it, if nothing is against it.
  func file() async throws(FilingFailure) -> FiledDocument {
    let content = try await stored { () throws(DocumentFailure) in try document.content.get() }
    try await scan(content)
    return document.isToBeStripped ? try await keepRest(of: content) : try await keep(content)
  }

  private func scan(_ content: ReceivedContent) async throws(FilingFailure) {
    guard let scanner else { return }
    let verdict: ScanVerdict
    do throws(ScanningFailure) { verdict = try await scanner.verdict(on: content) } catch {
      logger.error(
        "A document could not be scanned", metadata: ["stream": "\(stream)", "reason": "\(error)"])
      throw .later("document.not-scanned")
    }
    switch verdict {
    case .clean: return
    case .harmful(let name):
      logger.warning(
        "A document was refused by the scanner",
        metadata: ["stream": "\(stream)", "found": "\(name)"])
      throw .refused(FormProblem("document.harmful", at: ChosenDocument.field))
    }
  }

  /// What is left of `content` comes in anew, and is kept under a digest of its own.
  private func keepRest(of content: ReceivedContent) async throws(FilingFailure) -> FiledDocument {
    let rest = try await stored { () async throws(DocumentFailure) in try await store.incoming() }
    do throws(FilingFailure) {
      try await strip(content, into: rest)
      let left = try await stored { () async throws(DocumentFailure) in try await rest.end() }
      let file = try await keep(left)
      await rest.discard()
      return file
    } catch {
      await rest.discard()
      throw error
    }
  }

  private func strip(
    _ content: ReceivedContent, into rest: any IncomingContent
  ) async throws(FilingFailure) {
    do throws(StrippingFailure) {
      if let filter = document.kind.metadataFilter {
        try await content.pass(through: filter, into: rest)
      } else if let stripper = strippers.first(where: { $0.kinds.contains(document.kind) }) {
        try await stripper.strip(content, into: rest)
      } else {
        throw .missing
      }
    } catch {
      throw FilingFailure(error, of: stream, logger)
    }
  }

  private func keep(_ content: ReceivedContent) async throws(FilingFailure) -> FiledDocument {
    try await stored { () async throws(DocumentFailure) in
      try await store.keep(content, of: stream)
    }
    return FiledDocument(
      document.name, document.kind, byteCount: content.byteCount, digest: content.digest,
      strippedOf: document.isToBeStripped ? .metadata : nil)
  }

  /// What the store makes of `work`.
  private func stored<Result>(
    _ work: () async throws(DocumentFailure) -> Result
  ) async throws(FilingFailure) -> Result {
    do throws(DocumentFailure) { return try await work() } catch {
      throw FilingFailure(error, of: stream, logger)
    }
  }
}
