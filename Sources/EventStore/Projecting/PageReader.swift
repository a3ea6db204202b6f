import EventSourcing

/// Pages of the log for the live projection, each read while the one before it is written.
struct PageReader<Event: Sendable> {
  private typealias Reading = Task<DecodedPage<Event>?, any Error>

  private let size: Int
  private let read: @Sendable (Int) async throws -> DecodedPage<Event>?
  private var ahead: (position: Int, reading: Reading)?

  /// A reader of pages of at most `size` events.
  init(log: PostgresLog, decode: @escaping Projections<Event>.Decode, size: Int) {
    self.size = size
    read = { position in
      let stored = try await log.events(after: position, limit: size)
      return stored.isEmpty ? nil : DecodedPage(stored, decode: decode)
    }
  }

  /// What comes after `position`; nil when nothing does.
  ///
  /// A full page is most likely followed by another, which is read at once.
  mutating func page(after position: Int) async throws -> DecodedPage<Event>? {
    let page =
      if let reading = takeAhead(after: position) { try await reading.value } else {
        try await read(position)
      }
    guard let page, page.count == size, let last = page.last else { return page }
    ahead = (last, Task { [read] in try await read(last) })
    return page
  }

  /// Calls off what is read ahead.
  mutating func leave() {
    ahead?.reading.cancel()
    ahead = nil
  }

  private mutating func takeAhead(after position: Int) -> Reading? {
    guard let ahead, ahead.position == position else {
      leave()
      return nil
    }
    self.ahead = nil
    return ahead.reading
  }
}
