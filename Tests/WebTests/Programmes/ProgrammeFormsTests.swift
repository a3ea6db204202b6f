import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Every form of a programme, at the addresses of parts that are there.
struct ProgrammeFormsTests {
  @Test func `every form is drawn, and comes back when it is sent empty`() async throws {
    try await ProgrammeSite.with { site in
      let address = try await site.adopted(phase: .execution)
      let places = try await filled(site, address)
      for form in ProgrammeForms.all {
        let here = places.reduce("/" + form.pattern.description) {
          $0.replacing($1.key, with: $1.value)
        }
        let person = form.right == .extend ? ProgrammeSite.daan : ProgrammeSite.noor
        let drawn = try await site.page(here, as: person)
        #expect(drawn.contains("<form class=\"form\""), "\(here)")
        let head = try await site.log.head()
        let answer = try await site.send(["on": "geen dag"], to: here, as: person)
        #expect(answer.status == .unprocessableContent, "\(here)")
        #expect(answer.text.contains("Dit is geen dag."), "\(here)")
        #expect(try await site.log.head() == head, "\(here)")
      }
    }
  }

  /// Makes one of each part, and gives what to put in the place of the variable parts of an address.
  private func filled(_ site: ProgrammeSite, _ address: String) async throws -> [String: String] {
    func made(_ fields: KeyValuePairs<String, String>, at part: String) async throws -> String {
      let command = Identity.fresh()
      let answer = try await site.send(fields, to: "\(address)/\(part)", command: command)
      #expect(answer.status == .seeOther, "\(part)")
      return command.description
    }
    let indicator = try await made(
      ["name": "Roet", "kind": "counted", "unit": "gram", "aim": "atLeast", "on": "1-2-2026"],
      at: "indicators")
    _ = try await made(["person": "amina", "role": "inspecteur", "on": "1-2-2026"], at: "team")
    // A membership is known by where in the log it began, so that no address names a person.
    let membership = try await site.log.head()
    return [
      ":programme": String(address.dropFirst("/programmes/".count)),
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
  }
}
