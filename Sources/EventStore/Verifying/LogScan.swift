import EventSourcing
import Foundation

/// Follows the log from its first event and notes everything that does not fit.
///
/// Keeps one number for each stream and the batches, not the events.
struct LogScan {
  /// One commit, as the database holds it.
  struct Batch {
    let first: Int
    let last: Int
    let recordedAt: Date
    let root: [UInt8]
    /// What the root is over; nil when this program does not know.
    let form: SealedEvent.Form?
  }

  private(set) var findings: [Finding] = []
  private(set) var versions: [StreamName: Int] = [:]
  private var position = 0
  private var batches: ArraySlice<Batch>
  private var leaves: [MerkleTree.Hash] = []

  init(_ batches: [Batch]) { self.batches = batches[...] }

  mutating func follow(_ recorded: Recorded<StoredEvent>) {
    if recorded.position != position + 1 { findings.append(.hole(before: recorded.position)) }
    position = recorded.position
    if recorded.version != versions[recorded.stream, default: 0] + 1 {
      findings.append(
        .wrongVersion(recorded.stream, position: position, version: recorded.version))
    }
    versions[recorded.stream] = recorded.version
    seal(recorded)
  }

  /// Notes what should have come and did not.
  mutating func finish() {
    if let batch = batches.first {
      findings.append(
        leaves.isEmpty ? .hole(before: batch.last + 1) : .wrongRoot(position: batch.last))
    }
  }

  private mutating func seal(_ recorded: Recorded<StoredEvent>) {
    while let batch = batches.first, batch.last < recorded.position {
      findings.append(.wrongRoot(position: batch.last))
      batches.removeFirst()
      leaves = []
    }
    guard let batch = batches.first, batch.first <= recorded.position else { return }
    if recorded.recordedAt != batch.recordedAt {
      findings.append(.wrongMoment(position: recorded.position))
    }
    // Of a form that this program does not know, nothing can be said to be as it was sealed.
    leaves.append(batch.form.map(SealedEvent(recorded).leaf) ?? MerkleTree.root(of: []))
    guard recorded.position == batch.last else { return }
    if MerkleTree.root(of: leaves).bytes != batch.root {
      findings.append(.wrongRoot(position: batch.last))
    }
    batches.removeFirst()
    leaves = []
  }
}
