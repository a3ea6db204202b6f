import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Synchronization
import Testing

@testable import Web

/// Who may use the address of a form is who may give the command that it gives.
struct EntitlementTests {
  @Test func `the address of a form takes the right that its command takes`() async throws {
    try await ExplorationSite.with { site in
      let watched = WatchedCommands()
      let watching = try TestSite(exploringOver: site.stage, commands: watched)
      let places = try await places(on: site)
      for route in watching.website.routes where route.method == .post {
        guard case .holding(let right) = route.access else { continue }
        let address = places.reduce("/" + route.pattern) {
          $0.replacing($1.key, with: $1.value)
        }
        let page = try await watching.ask(.get, address, as: ExplorationSite.iris).text
        let form = try #require(DrawnForm(page), "\(address) has no form")
        _ = try await watching.post(address, as: ExplorationSite.iris, form.body)
        let taken = watched.takeRights()
        #expect(!taken.isEmpty, "\(address) gave no command")
        #expect(Set(taken).isSubset(of: [right]), "\(address)")
      }
    }
  }

  /// One of everything that an address can name.
  private func places(on site: ExplorationSite) async throws -> [String: String] {
    let exploration = try await site.complete()
    let (programme, parts) = try await programme(on: site)
    let signal = try await site.made(
      [
        "kind": "informing", "addressee": "ministry", "title": "Vuurwerk", "text": "Pas op.",
        "source": "Meting", "certainty": "sourced", "on": "1-3-2026",
      ], to: "/signals/new")
    let places = [
      ":exploration": String(exploration.dropFirst("/explorations/".count)),
      ":programme": String(programme.dropFirst("/programmes/".count)), ":signal": signal,
      ":party": try await site.made(
        ["name": "KLM", "role": "vervoerder", "on": "1-3-2026"], to: exploration + "/parties"),
      ":finding": try await site.made(
        ["text": "Lawaai.", "source": "Meting", "on": "1-3-2026"], to: exploration + "/findings"),
      ":argument": try await site.made(
        ["side": "against", "text": "Duur.", "on": "1-3-2026"], to: exploration + "/arguments"),
      ":decision": String(
        try await site.proposed(["outcome": "programme"], on: exploration).suffix(36)),
    ]
    return places.merging(parts) { first, _ in first }
  }

  private func programme(
    on site: ExplorationSite
  ) async throws -> (address: String, parts: [String: String]) {
    let address =
      "/programmes/"
      + (try await site.made(
        [
          "year": "2026", "number": "4", "name": "Schone lucht", "problem": "De lucht is vuil.",
          "manager": "noor", "start": "1-1-2026", "review": "1-7-2026", "end": "31-12-2026",
          "phase": "development", "plan": "Meerjarenplan 2026", "source": "Het plan",
          "certainty": "sourced", "on": "1-1-2026",
        ], to: "/programmes/new", as: ExplorationSite.daan))
    func made(_ fields: KeyValuePairs<String, String>, at part: String) async throws -> String {
      try await site.made(fields, to: "\(address)/\(part)")
    }
    let indicator = try await made(
      ["name": "Roet", "kind": "counted", "unit": "gram", "aim": "atLeast", "on": "1-2-2026"],
      at: "indicators")
    _ = try await made(["person": "amina", "role": "inspecteur", "on": "1-2-2026"], at: "team")
    let membership = try await site.log.head()
    let parts = [
      ":goal": try await made(["text": "Schoner", "on": "1-2-2026"], at: "goals"),
      ":indicator": indicator,
      ":measurement": try await made(
        ["value": "40", "on": "1-2-2026", "source": "Meetnet"],
        at: "indicators/\(indicator)/measurements"),
      ":group": try await made(["name": "Vervoerders", "on": "1-2-2026"], at: "target-groups"),
      ":partner": try await made(
        ["name": "Politie", "kind": "external", "on": "1-2-2026"], at: "partners"),
      ":membership": String(membership),
      ":intervention": try await made(
        ["name": "Controles", "on": "1-2-2026"], at: "interventions"),
      ":achievement": try await made(
        ["text": "Vangst", "source": "Verslag", "on": "1-2-2026"], at: "achievements"),
    ]
    return (address, parts)
  }
}

/// A door that lets nothing through and remembers which rights it would have taken.
private final class WatchedCommands: CommandGateway {
  private let rights = Mutex<[Right]>([])

  /// The rights taken since this was last asked.
  func takeRights() -> [Right] {
    rights.withLock { rights in
      defer { rights = [] }
      return rights
    }
  }

  func perform<D: Decider>(
    _ order: Order<D>, in envelope: Envelope
  ) async throws(CommandFailure<D.Refusal>) -> Receipt {
    note(order.command)
    throw .busy
  }

  func perform<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>, in envelope: Envelope
  ) async throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) -> Receipt {
    note(first.command)
    note(second.command)
    throw .busy
  }

  private func note(_ command: some Sendable) {
    guard let command = command as? any Entitled else { return }
    rights.withLock { $0.append(command.right) }
  }
}
