import Domain
import EventSourcing
import TestCast

/// An event and the form in which the log has kept it since it was first written.
struct Golden<D: Decider>: Sendable {
  let event: D.Event
  let type: String
  /// Which shape the payload has.
  let schema: Int
  let payload: String

  init(_ event: D.Event, _ type: String, schema: Int = 1, _ payload: String) {
    self.event = event
    self.type = type
    self.schema = schema
    self.payload = payload
  }
}
