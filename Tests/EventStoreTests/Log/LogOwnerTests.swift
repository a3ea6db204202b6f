import EventStore
import Testing
import TestSupport

/// A log belongs to one organisation, and says so itself.
@Suite struct LogOwnerTests {
  @Test func `the first start decides whose log it is`() async throws {
    try await withStore { store in
      let (ours, theirs) = (store.node(of: "ILT"), store.node(of: "NVWA"))
      try await ours.checkOwner(in: store.owner)
      try await ours.settleOwner(in: store.owner)
      try await ours.settleOwner(in: store.owner)
      let refusal = await #expect(throws: ForeignLog.self) {
        try await theirs.settleOwner(in: store.owner)
      }
      #expect(refusal == ForeignLog(owner: "ILT", claimant: "NVWA"))
      await #expect(throws: ForeignLog.self) { try await theirs.checkOwner(in: store.owner) }
      try await ours.checkOwner(in: store.owner)
    }
  }

  @Test func `of two first starts for two organisations one is refused`() async throws {
    try await withStore { store in
      let refused = await withTaskGroup(of: Bool.self) { group in
        for name in ["ILT", "NVWA"] {
          group.addTask {
            do {
              try await store.node(of: name).settleOwner(in: store.owner)
              return false
            } catch { return error is ForeignLog }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(refused.sorted { !$0 && $1 } == [false, true])
    }
  }
}
