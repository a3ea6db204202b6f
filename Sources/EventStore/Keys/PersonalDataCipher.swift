import EventSourcing
import Logging

/// Encrypts personal data on their way into the log, and makes them readable on their way out.
struct PersonalDataCipher: Sendable {
  let keyring: Keyring
  let logger: Logger

  /// `appending` as the log keeps it.
  func encrypted(_ appending: Appending) async throws -> Appending {
    let streams = appending.slices.filter(\.holdsPersonalData).map(\.stream)
    guard !streams.isEmpty else { return appending }
    let keys = try await keyring.keys(for: streams)
    return Appending(
      appending.envelope,
      slices: try appending.slices.map { slice in
        guard let key = keys[slice.stream] else { return slice }
        return Appending.Slice(
          to: slice.stream, expecting: slice.expectedVersion,
          try slice.events.map { try EncryptedPayload.encrypting($0, with: key) })
      },
      claims: appending.claims)
  }

  /// `events` as they were before they went to the log.
  ///
  /// One whose data do not open stays as it is, so that whoever decodes it finds it unreadable and the others flow on.
  func decrypted(_ events: [Recorded<StoredEvent>]) async throws -> [Recorded<StoredEvent>] {
    let places = events.indices.filter { EncryptedPayload.isEncrypted(events[$0].event.payload) }
    guard !places.isEmpty else { return events }
    let standings = try await keyring.standings(of: Set(places.map { events[$0].stream }))
    var decrypted = events
    for place in places {
      guard let standing = standings[events[place].stream] else {
        alarm(events[place], "there is no key that opens them")
        continue
      }
      do {
        decrypted[place] = try events[place].map {
          try EncryptedPayload.decrypting($0, with: standing)
        }
      } catch {
        alarm(events[place], "\(error)")
      }
    }
    return decrypted
  }

  private func alarm(_ event: Recorded<StoredEvent>, _ reason: String) {
    logger.error(
      "personal data in the log do not open",
      metadata: [
        "stream": "\(event.stream)", "position": "\(event.position)", "reason": "\(reason)",
      ])
  }
}

extension Appending.Slice {
  fileprivate var holdsPersonalData: Bool { events.contains { !$0.personal.isEmpty } }
}
