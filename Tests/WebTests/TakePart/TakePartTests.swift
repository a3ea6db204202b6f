import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import Reads
import TestStaging
import TestSupport
import Testing

@testable import Web

/// People without an account take part in a session by a personal link.
struct TakePartTests {
  @Test func `a guest scores by the link, and the log says that a guest did`() async throws {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      let page = try await staged.site.ask(.get, link)
      #expect(page.status == .ok)
      #expect(page.text.contains("Joris Bakker, u bent uitgenodigd door"))
      #expect(page.text.contains("Te zwaar beladen"))
      #expect(
        try await staged.score(to: "\(link)/rounds/\(session.round)", drawnAt: link).status
          == .seeOther)
      let recorded = try #require(
        try await staged.log.events(after: 0, limit: 10_000).last)
      #expect(recorded.event.type == "analysis.scored")
      #expect(recorded.actor == "guest-\(session.guest)")
      let history = try await staged.page(
        "/programmes/\(session.programme)/toolbox/history")
      #expect(history.contains("een deelnemer van buiten"))
    }
  }

  @Test func `answers may be changed until the round is closed, and not after`() async throws {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      let form = "\(link)/rounds/\(session.round)"
      _ = try await staged.score(to: form, drawnAt: link, remark: "Vaak")
      let again = try await staged.site.ask(.get, link).text
      #expect(again.contains("Uw scores zijn vastgelegd."))
      #expect(again.contains("value=\"Vaak\""))
      #expect(again.matches(of: #/value="(4|2)"[^>]* checked/#).count == 2)
      let half = try await staged.score([5], to: form, drawnAt: link)
      #expect(half.status == .unprocessableContent)
      #expect(try await staged.score([5, 5], to: form, drawnAt: link).status == .seeOther)
      let late = try await staged.site.ask(.get, link).text
      try await staged.send(
        ["on": "1-2-2026"], to: "\(session.address)/rounds/\(session.round)/closing")
      let body = try #require(DrawnForm(late)).body
      let refused = try await staged.site.post(form, as: nil, body)
      #expect(refused.status == .unprocessableContent)
      #expect(!(try await staged.site.ask(.get, link).text).contains("name=\"score-"))
    }
  }

  @Test func `a guest sees nobody's scores before the round is closed, and nothing else ever`()
    async throws
  {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      _ = try await staged.score(
        [5, 5], to: session.scoresForm, as: StagedSite.noor, remark: "Binnenweten")
      let open = try await staged.site.ask(.get, link).text
      try await staged.send(
        ["on": "1-2-2026"], to: "\(session.address)/rounds/\(session.round)/closing")
      let closed = try await staged.site.ask(.get, link).text
      #expect(!open.contains("Binnenweten") && !open.contains("van 5 tot 5"))
      #expect(closed.contains("Binnenweten") && closed.contains("van 5 tot 5"))
      for page in [open, closed] {
        for hidden in [
          "Schone lucht", "De lucht is vuil", "Vervoerders", "Noor de Wit", "binnen is gezegd",
          "/programmes", "sign-in", "data-draft",
        ] {
          #expect(!page.contains(hidden), "\(hidden)")
        }
      }
    }
  }

  @Test func `a link that was replaced, withdrawn, has ended or never was leads to one page`()
    async throws
  {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let first = try await staged.link(in: session)
      let second = try await staged.link(in: session)
      #expect(try await staged.site.ask(.get, second).status == .ok)
      let late = try TestSite(
        over: staged.stage, now: TestSite.noon.addingTimeInterval(Double(PersonalLinks.secondsMax)))
      var pages = [
        try await staged.site.ask(.get, first), try await late.ask(.get, second),
        try await staged.site.ask(.get, "/take-part/" + String(repeating: "A", count: 43)),
        try await staged.site.ask(.get, "/take-part/none"),
      ]
      try await staged.send([:], to: session.linkForm + "/end")
      pages.append(try await staged.site.ask(.get, second))
      for page in pages {
        #expect(page.status == .notFound)
        #expect(page.text.contains("Deze link werkt niet"))
        #expect(page.text.contains("Vraag een nieuwe aan degene die u heeft uitgenodigd."))
      }
      let posted = try await staged.score(to: "\(second)/rounds/\(session.round)")
      #expect(posted.status == .notFound)
    }
  }

  @Test func `whoever was excused takes part no more, whatever link they have`() async throws {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      try await staged.send(
        ["reason": "Verhinderd", "on": "1-2-2026"],
        to: "\(session.address)/participants/\(session.guest)/end")
      #expect(try await staged.site.ask(.get, link).status == .notFound)
    }
  }

  @Test func `whoever is signed in scores for nobody else, and colleagues get no link`()
    async throws
  {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      let answer = try await staged.site.ask(.get, link, as: StagedSite.noor)
      #expect(answer.status == .forbidden)
      #expect(answer.text.contains("Deze link is voor iemand zonder account."))
      let scored = try await staged.score(
        to: "\(link)/rounds/\(session.round)", drawnAt: link, as: StagedSite.noor)
      #expect(scored.status == .forbidden)
      let page = try await staged.page(session.address)
      #expect(page.matches(of: #/participants\/[0-9a-f-]+\/link"/#).count == 1)
    }
  }

  @Test func `a guest may give no command but to score from the own seat`() throws {
    let seat = Guest.Seat(
      programme: ProgrammeID(.fresh()), session: SessionID(.fresh()),
      participant: ParticipantID(.fresh()))
    let guest = Guest(link: .fresh(), organisation: "ilt", to: .session(seat), until: TestSite.noon)
    let stream = StreamName(Analysis.category, seat.programme.identity)
    let day = try #require(Day("2026-02-01"))
    func may(_ command: Analysis.SessionCommand, in session: SessionID, of stream: StreamName)
      -> Bool
    {
      guest.may(give: Analysis.Command.sessions(session, command, on: day), on: stream)
    }
    let own = Analysis.SessionCommand.score(RoundID(.fresh()), by: seat.participant, [])
    #expect(may(own, in: seat.session, of: stream))
    #expect(!may(own, in: SessionID(.fresh()), of: stream))
    #expect(!may(own, in: seat.session, of: StreamName(Analysis.category, .fresh())))
    let others = Analysis.SessionCommand.score(RoundID(.fresh()), by: ParticipantID(.fresh()), [])
    for command in [others, .conclude, .closeRound(RoundID(.fresh()))] {
      #expect(!may(command, in: seat.session, of: stream))
    }
    #expect(!guest.may(give: Wall.Command.write("x"), on: stream))
  }

  @Test func `what is in a link is kept nowhere, and the page is for nobody else's eyes`()
    async throws
  {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      let page = try await staged.page(session.linkForm)
      #expect(page.contains("Er is een link gemaakt."))
      #expect(!page.contains(link))
      let answer = try await staged.site.ask(.get, link)
      #expect(answer.headers[.cacheControl] == "no-store")
      #expect(answer.headers[.referrerPolicy] == "same-origin")
      #expect(answer.headers[.robots] == "noindex, nofollow")
      let secret = String(link.dropFirst("/take-part/".count))
      let kept = try await staged.stage.owner.run(
        "SELECT count(*) AS count FROM personal_link AS link WHERE link::text LIKE \("%\(secret)%")"
      )
      #expect(try kept.only()["count"] as Int == 0)
      #expect(!staged.site.said.lines().contains { "\($0)".contains(secret) })
    }
  }

  @Test func `what a guest is shown leaves a line in the read log, by the link and the seat`()
    async throws
  {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      let reads = KeptReads()
      _ = try await TestSite(over: staged.stage, reads: reads).ask(.get, link)
      let line = try #require(await reads.lines.first)
      #expect(line.person.description == "guest-\(session.guest)")
      #expect(line.subject == Read.Subject("programme/\(session.programme)"))
      #expect(line.route == "take-part/:link" && line.status == 200)
    }
  }
}
