import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Those who were supervised look back on it by a personal link.
struct SurveyPagesTests {
  @Test func `whoever was visited says how it was, once, and the case shows what they said`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, visit) = try await site.visited()
      let survey = try await site.made(["about": visit], to: address + "/surveys")
      let link = try await site.surveyLink(to: survey, of: address)
      let page = try await site.site.ask(.get, link)
      #expect(page.status == .ok)
      #expect(page.text.contains("was op 1 februari 2026 bij u."))
      #expect(page.text.contains("Wie bij ons uw zaak mag zien, leest wat u antwoordt"))
      for hidden in ["Lekkage", "Jansen", "Noor de Wit", "2026-0000001", "/cases", "data-draft"] {
        #expect(!page.text.contains(hidden), "\(hidden)")
      }
      let reply = try await site.reply(
        ["clear": "5", "fair": "2", "remark": "Het duurde lang."], by: link)
      #expect(reply.status == .seeOther)
      let thanks = try await site.site.ask(.get, link)
      #expect(thanks.text.contains("Dank u wel") && !thanks.text.contains("<form class=\"form\""))
      let shown = try await site.page(address)
      for said in ["beantwoord", "Helemaal mee eens", "Niet mee eens", "Het duurde lang."] {
        #expect(shown.contains(said), "\(said)")
      }
      let history = try await site.page(address + "/history")
      #expect(history.contains("Geantwoord hoe het toezicht was"))
      let recorded = try #require(try await site.log.events(after: 0, limit: 10_000).last)
      #expect(recorded.actor == "guest-\(survey)")
      let again = try await site.reply(["clear": "1"], by: link)
      #expect(again.status == .unprocessableContent)
      #expect(again.text.contains("Er is al gereageerd."))
    }
  }

  @Test func `nothing filled in is sent back, and who would rather not says so`() async throws {
    try await StagedSite.withTypes { site in
      let (address, visit) = try await site.visited()
      let survey = try await site.made(["about": visit], to: address + "/surveys")
      let link = try await site.surveyLink(to: survey, of: address)
      let empty = try await site.reply([:], by: link)
      #expect(empty.status == .unprocessableContent)
      #expect(empty.text.contains("U heeft nog niets ingevuld."))
      #expect(try await site.reply(["decline": "on"], by: link).status == .seeOther)
      #expect(try await site.page(address).contains("liever niet"))
    }
  }

  @Test
  func `a link that was replaced, withdrawn, has ended or is for something else opens nothing`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, visit) = try await site.visited()
      let survey = try await site.made(["about": visit], to: address + "/surveys")
      let first = try await site.surveyLink(to: survey, of: address)
      let second = try await site.surveyLink(to: survey, of: address)
      let inThePast = "\(address)/surveys/\(survey)/link?as-of=\(try await site.log.head())"
      #expect(try await site.send([:], to: inThePast).status == .badRequest)
      #expect(try await site.site.ask(.get, second).status == .ok)
      let elsewhere = second.replacing("/survey/", with: "/take-part/")
      let late = try TestSite(
        over: site.stage,
        now: TestSite.noon.addingTimeInterval(Double((SurveyLinks.daysMax + 1) * 86_400)))
      #expect(try await site.site.ask(.get, second).status == .ok)
      #expect(try await site.site.ask(.get, second, as: StagedSite.noor).status == .forbidden)
      var dead = [
        try await site.site.ask(.get, first), try await site.site.ask(.get, elsewhere),
        try await late.ask(.get, second),
      ]
      _ = try await site.made(
        ["reason": "Verkeerd bezoek", "on": "2-3-2026"],
        to: "\(address)/surveys/\(survey)/end")
      dead.append(try await site.site.ask(.get, second))
      for (at, page) in dead.enumerated() {
        #expect(page.status == .notFound)
        #expect(page.text.contains(at == 1 ? "Deze link werkt niet" : "De vragenlijst is voorbij."))
      }
      #expect(try await site.page(address).contains("Verkeerd bezoek"))
    }
  }

  @Test func `with its case a survey is over, and its link says no more than that`() async throws {
    try await StagedSite.withTypes { site in
      let (address, visit) = try await site.visited(on: "1-2-2022")
      let file = try #require(CaseID(String(address.dropFirst("/cases/".count))))
      let survey = try await site.made(["about": visit], to: address + "/surveys")
      let link = try await site.surveyLink(to: survey, of: address)
      _ = try await site.made(["result": "dropped", "on": "2-2-2023"], to: address + "/outcome")
      #expect(try await site.page(address).contains("gevraagd</span>"))
      let (bram, iris) = (StagedSite.bram, StagedSite.iris)
      _ = try await site.made([:], to: address + "/destruction", as: bram)
      _ = try await site.made([:], to: address + "/destruction/approval", as: iris)
      try await SurveyLinks(site.stage.entrance).withdrawAll(of: file)
      let statement = Retention.Statement(
        destroyedAt: Instant(seconds: 0), eventCount: 1, documentCount: 0, readModelCount: 1)
      try await site.stage.perform(
        .keeping(.complete(statement), on: try #require(Day("2026-03-02"))), to: CaseFile.self,
        on: file.identity, by: iris.id)
      let page = try await site.page(address)
      #expect(page.contains("vervallen: de zaak is vernietigd"))
      #expect(!page.contains("gevraagd</span>"))
      let opened = try await site.site.ask(.get, link)
      #expect(opened.status == .notFound && opened.text.contains("De vragenlijst is voorbij."))
      for word in ["2022-0000001", "vernietigd", "zaak"] {
        #expect(!opened.text.contains(word), "\(word)")
      }
    }
  }

  @Test func `sums show no figures below five answers`() async throws {
    try await StagedSite.withTypes { site in
      for count in 1...SurveySum.answersMin {
        let (address, visit) = try await site.visited()
        let survey = try await site.made(["about": visit], to: address + "/surveys")
        let link = try await site.surveyLink(to: survey, of: address)
        _ = try await site.reply(["clear": count == 1 ? "1" : "5", "remark": "Goed"], by: link)
        let sums = try await site.page("/cases/surveys")
        #expect(sums.contains("Beantwoord: \(count)."))
        let isEnough = count == SurveySum.answersMin
        #expect(sums.contains("4,2") == isEnough && sums.contains("80%") == isEnough)
        #expect(sums.contains("Te weinig antwoorden") != isEnough)
        #expect(!sums.contains("De inspecteur was eerlijk"))
      }
    }
  }

  @Test func `who replies may give no other command, and sees nothing`() throws {
    let sheet = Guest.Sheet(SurveyID(.fresh()), of: CaseID(.fresh()), visitedOn: nil)
    let guest = Guest(
      link: .fresh(), organisation: "ilt", to: .survey(sheet), until: TestSite.noon)
    let stream = StreamName(CaseFile.category, sheet.file.identity)
    let day = try #require(Day("2026-02-01"))
    let own = CaseFile.Command.surveying(sheet.survey, .decline, on: day)
    #expect(guest.may(give: own, on: stream))
    #expect(!guest.may(give: own, on: StreamName(CaseFile.category, .fresh())))
    for other in [
      CaseFile.Command.surveying(SurveyID(.fresh()), .decline, on: day),
      .surveying(sheet.survey, .withdraw(reason: try Prose("x")), on: day),
      .reopen(reason: try Prose("x"), on: day),
    ] {
      #expect(!guest.may(give: other, on: stream))
    }
    #expect(guest.viewer.sight == .programmes([]) && guest.viewer.audiences.isEmpty)
  }
}

extension StagedSite {
  /// A new link to `survey`, as it is shown once.
  fileprivate func surveyLink(to survey: String, of address: String) async throws -> String {
    let answer = try await send([:], to: "\(address)/surveys/\(survey)/link")
    #expect(answer.status == .ok)
    let found = try #require(answer.text.firstMatch(of: #/href="(\/survey\/[A-Za-z0-9_-]+)"/#))
    return String(found.1)
  }

  /// Sends the form behind `link`, as somebody who has not signed in.
  fileprivate func reply(
    _ fields: KeyValuePairs<String, String>, by link: String
  ) async throws -> TestResponse {
    let body =
      (["command": Identity.fresh().description] as KeyValuePairs).map { $0 } + fields.map { $0 }
    let answer = try await site.post(
      link, as: nil,
      body.map { "\($0.key)=\($0.value.replacing(" ", with: "+"))" }.joined(separator: "&"))
    try await stage.show(try await log.head())
    return answer
  }
}
