import Reads

/// A read log in memory that can be told to take nothing more.
actor KeptReads: ReadLog {
  private(set) var lines: [Read] = []
  private(set) var assurances: [ReadAssurance] = []
  private var failure: ReadLogFailure?

  func fail(_ failure: ReadLogFailure) { self.failure = failure }

  func keep(_ read: Read, _ assurance: ReadAssurance) async throws(ReadLogFailure) {
    if let failure { throw failure }
    lines.append(read)
    assurances.append(assurance)
  }
}
