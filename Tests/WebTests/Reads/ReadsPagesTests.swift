import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Reads
import Testing

@testable import Web

/// The pages of the read log, over a real database.
@Suite struct ReadsPagesTests {
  @Test func `the privacy officer finds who looked at what, and everybody who looked at it`()
    async throws
  {
    try await EmergencyStage.with { stage in
      _ = try await stage.ask(stage.other, as: stage.noor)
      _ = try await stage.ask("/people", as: stage.noor)
      let page = try await stage.settled("/reads")
      #expect(page.contains("<span class=\"muted\">Een programma</span>"))
      #expect(page.contains("geweigerd"), "Noor may not see people")
      let subject = "programme/\(stage.other.suffix(36))"
      let about = try await stage.settled("/reads?subject=\(subject)")
      #expect(about.contains("<span class=\"muted\">Een programma</span>"))
      #expect(!about.contains("Lijst van accounts"))
      let nobody = try await stage.settled("/reads?until=1-1-2020")
      #expect(nobody.contains("Er zijn geen inzagen die hierbij passen."))
    }
  }

  @Test func `looking at the read log and taking it along leave lines`() async throws {
    try await EmergencyStage.with { stage in
      let file = try await stage.ask("/reads/file?kind=view", as: stage.fatima)
      #expect(
        file.headers[.contentDisposition] == "attachment; filename=\"reads-2026-03-02.csv\"")
      #expect(file.text.unicodeScalars.first == "\u{FEFF}", "as Excel needs it")
      _ = try await stage.settled("/reads")
      let lines = try await stage.ask("/reads/file", as: stage.fatima).text
        .split(separator: "\r\n").map { $0.split(separator: ",") }
      #expect(
        lines.dropFirst().map { String($0[6]) } == ["\"reads\"", "\"reads\"", "\"reads/file\""])
      #expect(lines[3][1] == "\"Fatima\"" && lines[3][4] == "\"gedownload\"")
    }
  }

  @Test func `what emergency access alone showed stands under it`() async throws {
    try await EmergencyStage.with { stage in
      try await stage.send("reason=Ongeval&hours=1", to: "/emergency", as: stage.joris)
      _ = try await stage.ask(stage.other, as: stage.joris)
      _ = try await stage.ask(stage.own, as: stage.joris)
      let list = try await stage.settled("/emergencies")
      let page = try #require(list.firstMatch(of: /\/emergencies\/[0-9a-f-]{36}/)).0
      let told = try await stage.settled(String(page))
      #expect(told.contains("subject=programme%2F\(stage.other.suffix(36))"))
      #expect(told.contains("Een programma") && !told.contains("programmes/:programme"))
      #expect(!told.contains("subject=programme%2F\(stage.own.suffix(36))"))
    }
  }

  @Test(arguments: ["person=", "subject=x", "kind=y", "from=z", "after=1", "until=31-2-2026"])
  func `a choice that cannot be read is refused`(question: String) async throws {
    try await EmergencyStage.with { stage in
      let answer = try await stage.ask("/reads?\(question)", as: stage.fatima)
      #expect(answer.status == (question == "person=" ? .ok : .badRequest))
    }
  }
}

extension EmergencyStage {
  /// The page as the privacy officer sees it once every line before it is kept.
  func settled(_ address: String) async throws -> String {
    _ = try await ask("/reads", as: fatima)
    return try await ask(address, as: fatima).text
  }
}
