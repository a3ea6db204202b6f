import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Test func `a programme that already ran is taken over and shown`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted(phase: .execution)
    let page = try await site.page(address)
    #expect(page.contains("<h1>Schone lucht</h1>"))
    #expect(page.contains("De lucht is vuil."))
    #expect(page.contains("Programma 4 · plan 2026"))
    #expect(page.contains("Wat nu?"))
    #expect(page.contains("uit een bron"))
  }
}

@Test func `a number that another programme has is refused at its field`() async throws {
  try await StagedSite.with { site in
    _ = try await site.adopted()
    let answer = try await site.send(
      [
        "year": "2026", "number": "4", "name": "Anders", "problem": "Iets.", "manager": "noor",
        "start": "1-1-2026", "review": "1-7-2026", "end": "31-12-2026", "phase": "development",
        "plan": "Plan", "source": "Het plan", "certainty": "sourced", "on": "2-1-2026",
      ], to: "/programmes/new", as: StagedSite.daan)
    #expect(answer.status == .unprocessableContent)
    #expect(answer.text.contains("Nummer 4 is in plan 2026 al in gebruik."))
    #expect(answer.text.contains("value=\"Anders\""))
  }
}

@Test func `only who may lead programmes becomes a manager`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    let form = try await site.page(address + "/manager")
    #expect(form.contains("value=\"noor\"") && !form.contains("value=\"lotte\""))
    let answer = try await site.send(
      ["manager": "lotte", "on": "2-3-2026"], to: address + "/manager")
    #expect(answer.status == .unprocessableContent)
    #expect(answer.text.contains("Lotte Jansen mag geen programma"))
    let vacancy = try await site.send(
      ["manager": "nog-te-benoemen", "on": "2-3-2026"], to: address + "/manager")
    #expect(vacancy.status == .unprocessableContent)
  }
}

@Test func `a wrong estimate is struck and counts no more`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    let estimate = try await site.made(
      [
        "low": "1.000.000", "high": "2.000.000", "span": "perYear", "source": "Rapport",
        "certainty": "sourced", "on": "1-2-2026",
      ], to: address + "/damage")
    #expect(try await site.page(address).contains("\(address)/damage/\(estimate)/withdrawal"))
    _ = try await site.made(
      ["reason": "Een komma stond verkeerd.", "on": "2-3-2026"],
      to: "\(address)/damage/\(estimate)/withdrawal")
    let page = try await site.page(address)
    #expect(page.contains("<s>1 tot 2 miljoen euro per jaar</s>"))
    #expect(page.contains("Een komma stond verkeerd."))
    #expect(page.contains("Er is nog geen schatting van de schade"))
  }
}

@Test func `a gate that lacks something stays shut and says what it lacks`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    let form = try await site.page(address + "/gate")
    #expect(form.contains("Voor deze poort ontbreekt nog:"))
    let answer = try await site.send(
      ["to": "execution", "grounds": "Klaar.", "on": "2-3-2026"], to: address + "/gate")
    #expect(answer.status == .unprocessableContent)
    #expect(answer.text.contains("een doel, een indicator en een interventie die gepland staat"))
  }
}

@Test func `a measurement and its correction both show`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    let indicator = Identity.fresh()
    let measurement = Identity.fresh()
    try await site.send(
      [
        "name": "Roet", "kind": "counted", "unit": "gram", "target": "12,5", "aim": "atMost",
        "on": "1-2-2026",
      ], to: address + "/indicators", command: indicator)
    try await site.send(
      ["value": "40", "on": "1-2-2026", "source": "Meetnet"],
      to: "\(address)/indicators/\(indicator)/measurements", as: StagedSite.amina,
      command: measurement)
    let corrected = try await site.send(
      ["value": "14", "measured-on": "31-1-2026", "reason": "Leesfout", "on": "2-2-2026"],
      to: "\(address)/indicators/\(indicator)/measurements/\(measurement)/correction",
      as: StagedSite.amina)
    #expect(corrected.headers[.location] == "\(address)/indicators/\(indicator)")
    let page = try await site.page("\(address)/indicators/\(indicator)")
    #expect(page.contains("14 gram"))
    #expect(page.contains("Eerst 40 gram (1 feb"))
    #expect(page.contains("datetime=\"2026-01-31\""))
    #expect(page.contains("ten hoogste 12,5 gram"))
  }
}

@Test func `a programme goes through its phases to its evaluation and its end`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    let work = Identity.fresh()
    try await site.send(["text": "Schoner", "on": "1-2-2026"], to: address + "/goals")
    try await site.send(
      ["name": "Roet", "kind": "described", "aim": "atLeast", "on": "1-2-2026"],
      to: address + "/indicators")
    try await site.send(
      [
        "name": "Controles", "owner": "amina", "from": "1-3-2026", "to": "1-6-2026",
        "effect": "Minder roet", "on": "2-3-2026",
      ], to: address + "/interventions", command: work)
    try await site.send(
      ["to": "execution", "grounds": "Klaar", "on": "1-3-2026"], to: address + "/gate")
    try await site.send(["on": "1-3-2026"], to: "\(address)/interventions/\(work)/start")
    #expect(try await site.page(address).contains("</svg>loopt</span>"))
    try await site.send(
      ["to": "evaluation", "grounds": "Gedaan", "on": "2-3-2026"], to: address + "/gate")
    let early = try await site.send(["reason": "Op", "on": "2-3-2026"], to: address + "/end")
    #expect(early.status == .unprocessableContent)
    try await site.send(
      ["result": "Minder roet", "on": "2-3-2026"],
      to: "\(address)/interventions/\(work)/result")
    try await site.send(
      [
        "contribution": "Een deel", "confidence": "medium", "confidence-reason": "Gemeten",
        "explanations": "Regen", "worked": "Controles", "did-not-work": "Brieven",
        "lessons": "Eerder", "continuation": "Toezicht", "on": "2-3-2026",
      ], to: address + "/evaluation")
    let end = try await site.send(["reason": "Klaar", "on": "2-3-2026"], to: address + "/end")
    #expect(end.status == .seeOther)
    let page = try await site.page(address)
    #expect(page.contains("Dit programma is beëindigd op 2 maart 2026."))
    #expect(page.contains("zekerheid van dit oordeel: gemiddeld"))
    #expect(page.contains("Regen"))
    #expect(!page.contains("class=\"act\""))
  }
}

@Test func `whoever was second sees a conflict and keeps what they wrote`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    try await site.send(["problem": "Eerst gezegd", "on": "2-3-2026"], to: address + "/problem")
    let answer = try await site.send(
      ["version": "1", "problem": "Anders gezegd", "on": "2-3-2026"], to: address + "/problem")
    #expect(answer.status == .conflict)
    #expect(answer.text.contains("Eerst gezegd"))
    #expect(answer.text.contains("Anders gezegd"))
  }
}

@Test func `a name in another plan year changes nothing about the years before`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    try await site.send(
      ["year": "2027", "number": "7", "name": "Frisse lucht", "on": "2-3-2026"],
      to: address + "/name")
    let first = try await site.page(address + "/history")
    #expect(first.contains("In planjaar 2027 heet het programma Frisse lucht, met nummer 7."))
    #expect(!first.contains("is gewijzigd"))
    try await site.send(
      ["year": "2027", "number": "8", "name": "Frisse lucht", "on": "2-3-2026"],
      to: address + "/name")
    let second = try await site.page(address + "/history")
    #expect(second.contains("Het nummer of de naam in planjaar 2027 is gewijzigd."))
    #expect(second.contains("7 in planjaar 2027"))
    #expect(!second.contains("<del>4 in planjaar 2026"))
  }
}

@Test func `an indicator without a baseline has no bar, and a day that is past is said so`()
  async throws
{
  try await StagedSite.with { site in
    let address = try await site.adopted()
    let indicator = try await site.made(
      [
        "name": "Overtredingen", "kind": "counted", "unit": "procent", "aim": "atMost",
        "target": "5", "by": "1-3-2026", "on": "1-2-2026",
      ], to: address + "/indicators")
    #expect(try await site.page(address).contains("nog niet gemeten"))
    _ = try await site.made(
      ["value": "6", "on": "1-3-2026", "source": "Steekproef"],
      to: "\(address)/indicators/\(indicator)/measurements")
    let page = try await site.page(address)
    #expect(page.contains("doel niet gehaald, de dag is voorbij"))
    #expect(!page.contains("bar-drawing"))
  }
}

@Test func `each sees only what they may do, and nothing to do in the past`() async throws {
  try await StagedSite.with { site in
    let address = try await site.adopted()
    let manager = try await site.page(address)
    let member = try await site.page(address, as: StagedSite.amina)
    let leader = try await site.page(address, as: StagedSite.lotte)
    let past = try await site.page(address + "?as-of=1")
    #expect(manager.contains("/goals\""))
    #expect(!member.contains("/goals\""))
    #expect(member.contains("/partners\""))
    #expect(!leader.contains("class=\"act\""))
    #expect(!past.contains("class=\"act\""))
    let refused = try await site.send(
      ["text": "Stiekem", "on": "1-2-2026"], to: address + "/goals", as: StagedSite.amina)
    #expect(refused.status == .forbidden)
  }
}

@Test func `a programme that is not there is not found`() async throws {
  try await StagedSite.with { site in
    for address in ["/programmes/nothing", "/programmes/\(Identity.fresh())"] {
      let answer = try await site.site.ask(.get, address, as: StagedSite.noor)
      #expect(answer.status == .notFound)
    }
  }
}
