import Domain
import EventSourcing

/// An event and the form in which the log has kept it since it was first written.
struct Golden<D: Decider>: Sendable {
  let event: D.Event
  let type: String
  let payload: String

  init(_ event: D.Event, _ type: String, _ payload: String) {
    self.event = event
    self.type = type
    self.payload = payload
  }
}
