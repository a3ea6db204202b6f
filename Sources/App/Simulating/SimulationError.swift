import EventSourcing

/// Why a made-up history was not written, as a sentence for the operator.
enum SimulationError: Error, CustomStringConvertible {
  case notEmpty(Int)
  case notWritten(AppendFailure)

  var description: String {
    switch self {
    case .notEmpty(let events):
      "The log already holds \(events) events; a made-up history goes into an empty one, or into "
        + "this one with --into-existing."
    case .notWritten(let failure): Self.sentence(failure)
    }
  }

  /// The status with which the program ends (sysexits.h).
  var status: Int32 {
    switch self {
    case .notEmpty, .notWritten(.conflict), .notWritten(.reused), .notWritten(.taken): 65
    case .notWritten(.busy), .notWritten(.outcomeUnknown), .notWritten(.unavailable): 69
    }
  }

  private static func sentence(_ failure: AppendFailure) -> String {
    switch failure {
    case .conflict(let stream, _, _):
      "Somebody else has written to \(stream): the log holds another history of this seed."
    case .reused: "The log has carried out other commands under the identities of this history."
    case .taken(let claim, _):
      "Something else has the number \(claim.key) already; choose another --seed."
    case .busy: "The log had too much waiting; run the same command again with --into-existing."
    case .outcomeUnknown:
      "The connection went while events were being written; run the same command again with "
        + "--into-existing."
    case .unavailable(let error): "The log could not be written: \(error)."
    }
  }
}
