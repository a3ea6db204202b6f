import Domain
import Foundation
import ReadModels
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import TestStaging
import Testing

@testable import Web

/// What stands in an address for each variable part of a pattern, such as `:goal`.
struct Places {
  var identities: [String: String]

  /// The address that `pattern` has here.
  ///
  /// What several areas call by the same name stands under the name of the area too, as `cases/:finding`.
  func address(of pattern: String) -> String {
    let area = pattern.prefix { $0 != "/" }
    let (own, common) = identities.reduce(into: ([:], [:]) as ([String: String], [String: String]))
    {
      if $1.key.hasPrefix("\(area)/") {
        $0.0[String($1.key.dropFirst(area.count + 1))] = $1.value
      } else if $1.key.hasPrefix(":") {
        $0.1[$1.key] = $1.value
      }
    }
    return common.merging(own) { $1 }.reduce("/" + pattern) { $0.replacing($1.key, with: $1.value) }
  }

  func merging(_ others: Places) -> Places {
    Places(identities: identities.merging(others.identities) { first, _ in first })
  }
}

extension StagedSite {
  /// An exploration, on which a decision is proposed, with one of each of its parts.
  func placesOfAnExploration() async throws -> Places {
    let address = try await complete()
    return Places(identities: [
      ":exploration": String(address.dropFirst("/explorations/".count)),
      ":party": try await made(
        ["name": "KLM", "role": "vervoerder", "on": "1-3-2026"], to: address + "/parties"),
      ":finding": try await made(
        ["text": "Lawaai.", "source": "Meting", "on": "1-3-2026"], to: address + "/findings"),
      ":argument": try await made(
        ["side": "against", "text": "Duur.", "on": "1-3-2026"], to: address + "/arguments"),
      ":decision": String(
        try await proposed(["outcome": "programme"], on: address).suffix(36)),
    ])
  }

  /// A programme with one of each of its parts.
  func placesOfAProgramme(in phase: Programme.Phase = .development) async throws -> Places {
    let address = try await adopted(phase: phase)
    func part(_ name: String, _ fields: KeyValuePairs<String, String>) async throws -> String {
      try await made(fields, to: "\(address)/\(name)")
    }
    let indicator = try await part(
      "indicators",
      ["name": "Roet", "kind": "counted", "unit": "zaken", "aim": "atLeast", "on": "1-2-2026"])
    _ = try await part("indicators/\(indicator)/counting", ["measure": "closed", "on": "1-2-2026"])
    _ = try await part("team", ["person": "amina", "role": "inspecteur", "on": "1-2-2026"])
    // A membership is known by where in the log it began, so that no address names a person.
    let membership = try await log.head()
    return Places(identities: [
      ":programme": String(address.dropFirst("/programmes/".count)),
      ":goal": try await part("goals", ["text": "Schoner", "on": "1-2-2026"]),
      ":indicator": indicator,
      ":measurement": try await part(
        "indicators/\(indicator)/measurements",
        ["value": "40", "on": "1-2-2026", "source": "Meetnet"]),
      ":estimate": try await part(
        "damage",
        [
          "low": "1.000.000", "high": "2.000.000", "span": "perYear", "source": "Rapport",
          "certainty": "sourced", "on": "1-2-2026",
        ]),
      ":group": try await part("target-groups", ["name": "Vervoerders", "on": "1-2-2026"]),
      ":partner": try await part(
        "partners", ["name": "Politie", "kind": "external", "on": "1-2-2026"]),
      ":membership": String(membership),
      ":intervention": try await part("interventions", ["name": "Controles", "on": "1-2-2026"]),
      ":achievement": try await part(
        "achievements", ["text": "Vangst", "source": "Verslag", "on": "1-2-2026"]),
    ])
  }

  /// The account of somebody who left, with a role that waited for a second person, a wish to erase it that does, and a
  /// duty to keep it.
  func placesOfAnAccount() async throws -> Places {
    let account = try await made(
      ["name": "Joris Smit", "on": "1-2-2026"], to: "/people/new", as: Self.iris)
    let grant = try await made(
      [
        "role": "administrator", "scope": "organisation", "start": "2-3-2026",
        "reason": "Vervanging",
      ], to: "/people/\(account)/grants", as: Self.iris)
    let emergency = try await emergency(of: try #require(AccountID(account)))
    _ = try await made(
      ["reason": "Uit dienst", "on": "2-2-2026"], to: "/people/\(account)/closing", as: Self.iris)
    let erasure = try await made(
      ["ground": "objection", "reason": "Verzoek"], to: "/people/\(account)/erasures/new",
      as: Self.iris)
    let hold = try await made(
      ["reason": "Rechtszaak"], to: "/people/\(account)/holds", as: Self.iris)
    return Places(identities: [
      ":account": account, ":grant": grant, ":emergency": emergency.description,
      ":erasure": erasure, ":hold": hold,
    ])
  }

  /// Emergency access that somebody took for an hour, and that is over.
  func emergency(of account: AccountID) async throws -> EmergencyID {
    let id = EmergencyID(.fresh())
    let until = Instant(seconds: Int(TestSite.noon.timeIntervalSince1970) - 60)
    try await stage.perform(
      .breakGlass(
        id,
        Account.Emergency(try Prose("Ongeval"), from: until.adding(seconds: -3600), until: until),
        on: try #require(Day("2026-03-02"))),
      to: Account.self, on: account.identity, by: .opaque(for: account))
    return id
  }

  /// A case of regular supervision with one of each of its parts, related to another, and a checklist.
  func placesOfACase() async throws -> Places {
    let subject = try await registered("Koelhuis Noord")
    func opened(_ title: String) async throws -> String {
      try await made(
        [
          "title": title, "origin": "ownObservation", "person": "noor", "subject": subject,
          "confidentiality": "normal", "on": "1-2-2026",
        ], to: "/cases/new")
    }
    let (id, other) = (try await opened("Lekkage"), try await opened("Nog een lekkage"))
    _ = try await opened("Weer een lekkage")
    let address = "/cases/\(id)"
    let intervention = try await made(
      ["kind": "visit", "when": "1-2-2026 0830", "summary": "Het lekte."],
      to: address + "/interventions")
    let finding = try await made(
      ["outcome": "violation", "rule": "Dicht", "law": "Artikel 3"],
      to: "\(address)/interventions/\(intervention)/findings")
    let survey = try await made(["about": intervention], to: address + "/surveys")
    let publication = try await intendedPublication(of: address)
    _ = try await made(["reason": "Toch nog iets", "on": "1-2-2026"], to: address + "/reopening")
    try await stage.perform(
      .handling(
        .relate(try #require(CaseID(other)), to: try #require(CaseID(id))),
        on: try #require(Day("2026-02-01"))),
      to: CaseFile.self, on: try #require(Identity(id)), by: try #require(PersonID("noor")))
    _ = try await made(["person": "amina", "on": "1-2-2026"], to: address + "/handlers")
    return Places(identities: [
      ":case": id, ":other": other,
      ":action": try await action(against: "\(address)/findings/\(finding)"),
      ":task": try await made(
        ["title": "Brief", "due": "2 weken", "on": "1-2-2026"], to: address + "/tasks"),
      "cases/:intervention": intervention, "cases/:finding": finding, "cases/:person": "noor",
      ":survey": survey, ":publication": publication,
      ":document": try await photo(of: id),
      ":report": try await made(
        [
          "kind": "informationLetter", "title": "Regels", "to": "De Boer", "address": "Havenweg 1",
          "text": "Geachte", "on": "1-2-2026", "issue": "on",
        ], to: address + "/reports"),
      ":letter": try await made(
        ["title": "Brief", "kind": "warning", "text": "Geachte {partij}", "on": "1-2-2026"],
        to: "/letters/new"),
      ":checklist": try await made(
        ["title": "Koeling", "items": "Dicht? | Dicht | Artikel 3", "on": "1-2-2026"],
        to: "/checklists/new"),
    ])
  }

  /// A publication on which one gave a view and another can, in a case of its own: when a case goes on, its own stops.
  func placesOfAPublication() async throws -> Places {
    let (address, _) = try await visited()
    let id = try await intendedPublication(of: address)
    let publication = "\(address)/publications/\(id)"
    _ = try await made(["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
    _ = try await made(
      ["party": "Vervoerder BV", "view-until": "17-3-2026"], to: publication + "/parties")
    return Places(identities: [
      ":case": String(address.dropFirst("/cases/".count)), ":publication": id,
    ])
  }

  /// A photo in the file of a case.
  private func photo(of file: String) async throws -> String {
    let command = Identity.fresh()
    let form = FormWithFile(
      [("command", command.description), ("on", "1-2-2026")], file: [0xFF, 0xD8, 0xFF, 0xE0],
      called: "lek.jpg")
    let answer = try await site.ask(
      .post, "/cases/\(file)/documents", as: Self.noor, headers: FormWithFile.headers,
      bytes: form.bytes)
    #expect(answer.status == .seeOther)
    try await stage.show(try await log.head())
    return command.description
  }

  /// A signal that is being prepared.
  func placesOfASignal() async throws -> Places {
    Places(identities: [
      ":signal": try await made(
        [
          "kind": "informing", "addressee": "ministry", "title": "Vuurwerk", "text": "Pas op.",
          "source": "Meting", "certainty": "sourced", "on": "1-3-2026",
        ], to: "/signals/new")
    ])
  }

  /// The form at `address` is drawn, and comes back with nothing recorded when its day is none.
  func drawsAndRefuses(_ address: String, as person: Person) async throws {
    let drawn = try await page(address, as: person)
    #expect(drawn.contains("<form class=\"form\""), "\(address)")
    #expect(!drawn.contains("⟦"), "\(address)")
    let head = try await log.head()
    let answer = try await send(["on": "geen dag"], to: address, as: person)
    #expect(answer.status == .unprocessableContent, "\(address)")
    #expect(answer.text.contains("Dit is geen dag."), "\(address)")
    #expect(try await log.head() == head, "\(address)")
  }
}
