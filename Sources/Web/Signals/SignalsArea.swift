import Domain
public import EventSourcing
import Hummingbird
public import ReadModels
import Reads

/// The pages of signals: what others should know or act on, and what they answered.
public struct SignalsArea: Area {
  private let library: Library
  private let commands: any CommandGateway
  private let changes: @Sendable (Conflict, Visit) async throws -> Timeline

  /// - Parameters:
  ///   - library: the read models.
  ///   - commands: the door through which state changes.
  ///   - changes: what others did since a form was drawn, as a history.
  public init(
    library: Library, commands: any CommandGateway,
    changes: @escaping @Sendable (Conflict, Visit) async throws -> Timeline
  ) {
    self.library = library
    self.commands = commands
    self.changes = changes
  }

  public var navigation: [NavigationItem] {
    [NavigationItem("signals.navigation", Site.signals)]
  }

  public var routes: [Route] {
    let raising = RaisingPage(commands: commands)
    return [
      .get("signals", for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get("signals/new", for: .holding(.signal), proof: .any, showing: .work(.view), raising.draw),
      .post(
        "signals/new", for: .holding(.signal), proof: .any, showing: .work(.view), raising.take),
      .get("signals/:signal", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        visit.show(SignalPage.page(try await subject(visit)))
      },
    ] + desk.routes(SignalForms.all)
  }

  private var desk: CommandDesk<Signal, SignalSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: subject, changes: changes,
      explaining: { refusal, _, reader in SignalRefusals.explain(refusal, reader) })
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let choice = try SignalChoice(visit)
    let signals = try await library.look(
      SignalsQuery(), as: try visit.viewer(), at: visit.reader.moment)
    return visit.show(SignalsPage(signals: signals, choice: choice).page(for: visit.reader))
  }

  @Sendable private func subject(_ visit: Visit) async throws -> SignalSubject {
    let id: SignalID = try visit.parameter("signal")
    let found = try await library.look(
      SignalQuery(id), ResponsesQuery(to: id),
      LastChangeQuery(of: StreamName(Signal.category, id.identity)), as: try visit.viewer(),
      at: visit.reader.moment)
    guard let signal = found.0, let change = found.2 else { throw Problem.notFound }
    return SignalSubject(
      signal: signal, change: change, responses: found.1, people: visit.reader.people,
      reader: visit.reader)
  }
}

/// One signal with the responses to it, as its page shows it and its forms fill in.
struct SignalSubject: Subject {
  let signal: SignalRow
  let change: Change
  let responses: [ResponseRow]
  let people: People
  let reader: Reader

  var id: SignalID { signal.id }
  var identity: Identity { id.identity }
  var version: Int { change.version }
  var page: Link { Site.signal(id) }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("signals.title"), Site.signals),
      Crumb(signal.message.title.description, page),
    ]
  }

  func name(_ person: PersonID?) -> String {
    person.map { people.name(ofActor: $0, for: reader) } ?? reader.text("signal.nobody")
  }

  /// The form at this part of its address; nil for who may not use it, or when it is not the time.
  func form(_ part: String, when isTime: Bool) -> Link? {
    let link = Site.signal(id, part)
    return isTime && reader.mayPost(to: link) ? link : nil
  }
}
