import ArgumentParser
import Foundation
import Logging
import Testing

@testable import App

struct SettingsTests {
  @Test func `nothing said gives the standard settings`() async throws {
    let settings = try await settings()
    #expect(settings.address == "127.0.0.1")
    #expect(settings.port == 8080)
    #expect(settings.databaseURL == nil)
    #expect(settings.seeds)
    #expect(!settings.isDemo)
  }

  @Test func `the command line wins over the environment and that over the file`() async throws {
    try await withFile("port: 1001\naddress: 127.0.0.3\nlog-level: debug\n") { file in
      let settings = try await settings(
        flags: [.port: "1003"], file: file,
        environment: ["KOERS_PORT": "1002", "KOERS_ADDRESS": "127.0.0.2"])
      #expect(settings.port == 1003)
      #expect(settings.address == "127.0.0.2")
      #expect(settings.logLevel == .debug)
    }
  }

  @Test func `a file may be JSON`() async throws {
    try await withFile(#"{"port": 1001, "demo": true}"#) { file in
      let settings = try await settings(file: file)
      #expect(settings.port == 1001)
      #expect(settings.isDemo)
    }
  }

  @Test func `the usual variable names a database too, and ours wins`() async throws {
    let usual = ["DATABASE_URL": "postgres://usual/koers"]
    #expect(try await settings(environment: usual).databaseURL == "postgres://usual/koers")
    let both = usual.merging(["KOERS_DATABASE_URL": "postgres://ours/koers"]) { $1 }
    #expect(try await settings(environment: both).databaseURL == "postgres://ours/koers")
  }

  @Test(arguments: [
    (Setting.port, "70000"), (.port, "eighty"), (.seed, "perhaps"), (.logLevel, "loud"),
    (.logFormat, "xml"), (.stopTimeout, "0"), (.secretKey, "c2hvcnQ="),
    (.organisation, "two\nlines"), (.securityContact, "http://example.nl"),
    (.clamd, "localhost"), (.documentMegabytesMax, "0"),
  ])
  func `a value that cannot be is refused by name`(setting: Setting, value: String) async {
    await #expect(throws: SettingsError.malformed(setting)) {
      try await settings(environment: [setting.variable: value])
    }
  }

  @Test func `a slip of the pen is refused, wherever it stands`() async throws {
    await #expect(throws: SettingsError.unknown(name: "KOERS_PROT", place: "the environment")) {
      try await settings(environment: ["KOERS_PROT": "1"])
    }
    try await withFile("prot: 1\n") { file in
      await #expect(throws: SettingsError.unknown(name: "prot", place: file)) {
        try await settings(file: file)
      }
    }
  }

  @Test func `a file that is not there or no settings is refused`() async throws {
    let missing = await #expect(throws: SettingsError.self) {
      try await settings(file: "/nowhere/koers.yaml")
    }
    #expect(missing?.description.contains("/nowhere/koers.yaml") == true)
    try await withFile("- a\n- list\n") { file in
      await #expect(throws: SettingsError.self) { try await settings(file: file) }
    }
  }

  @Test(arguments: ["0.0.0.0", "::", "192.168.1.4", "koers.example.nl", "127.0.0.1.example.nl"])
  func `demo sign-in is refused where others can come`(address: String) async {
    await #expect(throws: SettingsError.demoForAll(address: address)) {
      try await settings(flags: [.demo: "true", .address: address])
    }
  }

  @Test(arguments: ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
  func `demo sign-in is allowed on this machine alone`(address: String) async throws {
    #expect(try await settings(flags: [.demo: "true", .address: address]).isDemo)
  }

  @Test func `the page in the documentation is the table of the program`() throws {
    let page = try String(
      contentsOf: root.appending(path: "docs/settings.md"), encoding: .utf8)
    #expect(page == SettingsTable.markdown + "\n")
  }

  @Test func `every setting that is no secret has its option, and no secret has one`() {
    // Word by word: one name may be the beginning of another.
    let words = Set(
      Serve.helpMessage().split { !($0.isLetter || $0 == "-") }.map(String.init))
    for setting in Setting.allCases {
      let isOption = words.contains("--\(setting.name)")
      #expect(isOption != setting.isSecret, "\(setting.name)")
    }
  }

  private var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  private func settings(
    flags: [Setting: String] = [:], file: String? = nil, environment: [String: String] = [:]
  ) async throws(SettingsError) -> Settings {
    let values = try await SettingValues(
      flags: flags.merging([.home: root.path]) { said, _ in said }, file: file,
      environment: environment)
    return try Settings(values)
  }

  private func withFile(_ contents: String, _ body: (String) async throws -> Void) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try contents.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    try await body(file.path)
  }
}
