import EventSourcing

/// Why an append was refused, as a value that can be compared.
enum Refusal: Error, Equatable {
  case conflict(StreamName, expected: Int, actual: Int)
  case taken(Claim, by: Identity)
  case reused
  case busy
  case other(String)
}

func conflict(_ stream: StreamName, expected: Int, actual: Int) -> Refusal {
  .conflict(stream, expected: expected, actual: actual)
}

func taken(_ claim: Claim, by stream: StreamName) -> Refusal {
  .taken(claim, by: stream.identity)
}

/// The receipt, or why there is none.
func outcome(from log: any Log, of appending: Appending) async throws(Refusal) -> Receipt {
  do throws(AppendFailure) {
    return try await log.append(appending)
  } catch {
    switch error {
    case .conflict(let stream, let expected, let actual):
      throw .conflict(stream, expected: expected, actual: actual)
    case .reused: throw .reused
    case .taken(let claim, let holder): throw .taken(claim, by: holder)
    case .busy: throw .busy
    case .outcomeUnknown, .unavailable: throw .other("\(error)")
    }
  }
}

/// Why there is no receipt, if there is none.
func refusal(from log: any Log, of appending: Appending) async -> Refusal? {
  do throws(Refusal) {
    _ = try await outcome(from: log, of: appending)
    return nil
  } catch {
    return error
  }
}

/// A stored event that says `text`.
func note(_ text: String) -> StoredEvent {
  StoredEvent(type: "note.written", schema: 1, payload: Array(#"{"text":"\#(text)"}"#.utf8))
}

/// A new command from Amina.
func envelope() -> Envelope { Envelope(command: .fresh(), actor: "amina") }

/// A new command that writes notes to one stream, and may claim a name for it.
func writing(
  _ texts: String..., to stream: StreamName, expecting version: Int, claiming claim: Claim? = nil
) -> Appending {
  Appending(
    envelope(), slices: [.init(to: stream, expecting: version, texts.map(note))],
    claims: claim.map { [($0, stream)] } ?? [])
}
