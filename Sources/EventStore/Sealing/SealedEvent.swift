import EventSourcing
import Foundation

/// The bytes of an event that the seal is over: all that was known before the log gave it a place.
///
/// Its place is sealed by its order among the leaves and the order of the batches, its moment by the
/// chain. Each field stands behind its length, so no two events share their bytes.
struct SealedEvent {
  /// Which fields the bytes are made of.
  ///
  /// A batch says which, so that what was sealed once stays checkable.
  enum Form: Int {
    /// All but the correlation.
    case first = 1
    case withCorrelation = 2

    static let today = Form.withCorrelation
  }

  let stream: StreamName
  let version: Int
  let event: StoredEvent
  let command: Identity
  let actor: String
  let correlation: Identity?

  func leaf(_ form: Form = .today) -> MerkleTree.Hash {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(event.payload.count + event.type.utf8.count + 192)
    bytes.append(MerkleTree.leafMark)
    append(stream.category.utf8, to: &bytes)
    withUnsafeBytes(of: stream.identity.uuid.uuid) { append($0, to: &bytes) }
    append(version, to: &bytes)
    append(event.type.utf8, to: &bytes)
    append(event.schema, to: &bytes)
    withUnsafeBytes(of: command.uuid.uuid) { append($0, to: &bytes) }
    append(actor.utf8, to: &bytes)
    append(event.payload, to: &bytes)
    switch form {
    case .first: break
    case .withCorrelation:
      if let correlation {
        withUnsafeBytes(of: correlation.uuid.uuid) { append($0, to: &bytes) }
      } else {
        append([], to: &bytes)
      }
    }
    return MerkleTree.leaf(marked: bytes)
  }

  private func append(_ field: some Collection<UInt8>, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: Int64(field.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: field)
  }

  private func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: Int64(number).bigEndian) { append($0, to: &bytes) }
  }
}

extension SealedEvent {
  init(_ recorded: Recorded<StoredEvent>) {
    self.init(
      stream: recorded.stream, version: recorded.version, event: recorded.event,
      command: recorded.command, actor: recorded.actor, correlation: recorded.correlation)
  }
}
