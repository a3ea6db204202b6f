import Foundation
import Testing

@testable import Postgres

/// A server with a certificate, and clients that ask for it by one name or another.
@Suite(.timeLimit(.minutes(5)))
struct TLSTests {
  @Test func `a server that shows who it is gets everything; one that does not gets nothing`()
    async throws
  {
    try await TLSServer.with { server in
      let database = try server.database(named: "localhost", trusting: "authority")
      let row = try await database.run(
        "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
      ).only()
      #expect(try row["ssl"] == true)
      // More than one record of TLS at a time, both ways, in pipelines and in copies.
      let large = String(repeating: "åb", count: 1_000_000)
      for rows in try await [
        database.run("SELECT \(large) AS text"),
        database.transaction { try await $0.run("SELECT \(large) AS text") },
      ] {
        #expect(try (rows.only()["text"] as String).isSame(as: large))
      }
      let copied: Int = try await database.withSession { session in
        try await session.copyOut("COPY (SELECT generate_series(100000, 299999)) TO STDOUT") {
          try await $0.reduce(0) { $0 + $1.count }
        }
      }
      #expect(copied == 200_000 * 7)
      await database.close()

      try await expectRefused(by: server.database(named: "other.example", trusting: "authority")) {
        #expect($0.message.contains("other.example"))
      }
      try await expectRefused(by: server.database(named: "localhost", trusting: "stranger")) {
        #expect($0.message.contains("certificate verify failed"))
      }
    }
  }

  @Test func `a server without TLS is refused by who insists on it`() async throws {
    try await TLSServer.with(isOn: false) { server in
      try await expectRefused(by: server.database(named: "localhost", trusting: "authority")) {
        #expect($0.message.contains("SSL"))
      }
    }
  }

  /// Whether a shared connection is wanted or a leased one, the refusal comes at once and by kind.
  private func expectRefused(
    by database: Database, sourceLocation: SourceLocation = #_sourceLocation,
    _ check: (PostgresError) -> Void
  ) async throws {
    for error in [
      await #expect(throws: PostgresError.self, sourceLocation: sourceLocation) {
        try await database.run("SELECT 1")
      },
      await #expect(throws: PostgresError.self, sourceLocation: sourceLocation) {
        try await database.transaction { try await $0.run("SELECT 1") }
      },
    ] {
      let error = try #require(error, sourceLocation: sourceLocation)
      #expect(error.kind == .untrusted, sourceLocation: sourceLocation)
      #expect(!error.isTransient, sourceLocation: sourceLocation)
      check(error)
    }
    await database.close()
  }
}

/// A PostgreSQL on the loopback address that shows a certificate for `localhost`.
private struct TLSServer: Sendable {
  let folder: String
  let port: Int

  static func with(
    isOn: Bool = true, _ body: nonisolated(nonsending) (TLSServer) async throws -> Void
  ) async throws {
    let folder = try UnixSocket.makeFolder()
    chmod(folder, 0o755)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let directory = "\(folder)/koers"
    let maker = try await PrivateServer.start(
      .init(directory: directory, isDurable: false), logger: .silent)
    await maker.stop()
    let server = TLSServer(folder: folder, port: try freePort())
    for authority in ["authority", "stranger"] { try server.makeAuthority(authority) }
    try server.makeCertificate(for: "localhost", by: "authority", in: directory)
    let programs = try ServerPrograms(named: nil, forDataOf: nil, in: directory)
    let rules = "\(directory)/rules"
    try "host all all 127.0.0.1/32 trust\n".write(toFile: rules, atomically: true, encoding: .utf8)
    let log = open("\(folder)/log", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(log) }
    let settings = [
      "listen_addresses=127.0.0.1", "port=\(server.port)", "ssl=\(isOn ? "on" : "off")",
      "unix_socket_directories=\(directory)/socket", "fsync=off", "hba_file=\(rules)",
      "ssl_cert_file=\(directory)/localhost.crt", "ssl_key_file=\(directory)/localhost.key",
    ]
    let process = try SupervisedProcess(
      programs.command("postgres", ["-D", "\(directory)/data"] + settings.flatMap { ["-c", $0] }),
      output: log)
    let result: Result<Void, any Error>
    do {
      try await server.untilReady()
      result = .success(try await body(server))
    } catch { result = .failure(error) }
    process.end()
    _ = await process.ended()
    try result.get()
  }

  /// A pool that asks for the server by `name` and believes what `authority` signed.
  func database(named name: String, trusting authority: String) throws -> Database {
    var configuration = try Database.Configuration(
      """
      host=\(name) hostaddr=127.0.0.1 port=\(port) user=koers dbname=koers
      sslmode=verify-full sslrootcert=\(folder)/\(authority).crt
      """)
    configuration.connectTimeout = .seconds(60)
    configuration.leaseTimeout = .seconds(60)
    return Database(configuration, logger: .silent)
  }

  private func untilReady() async throws {
    var configuration = try Database.Configuration(
      "host=127.0.0.1 port=\(port) user=koers dbname=koers sslmode=disable")
    configuration.connectTimeout = .seconds(60)
    configuration.leaseTimeout = .seconds(60)
    let database = Database(configuration, logger: .silent)
    try await database.run("SELECT 1")
    await database.close()
  }

  private func makeAuthority(_ name: String) throws {
    try openssl([
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=\(name)",
      "-keyout", "\(folder)/\(name).key", "-out", "\(folder)/\(name).crt",
    ])
  }

  private func makeCertificate(for host: String, by authority: String, in place: String) throws {
    let key = "\(place)/\(host).key"
    try openssl([
      "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=\(host)", "-keyout", key,
      "-out", "\(folder)/\(host).csr",
    ])
    let names = "\(folder)/names"
    try "subjectAltName=DNS:\(host)".write(toFile: names, atomically: true, encoding: .utf8)
    try openssl([
      "x509", "-req", "-in", "\(folder)/\(host).csr", "-CA", "\(folder)/\(authority).crt",
      "-CAkey", "\(folder)/\(authority).key", "-CAcreateserial", "-days", "2", "-extfile", names,
      "-out", "\(place)/\(host).crt",
    ])
    // The server takes no key that others may read.
    let user = try ServerUser()
    for file in [key, "\(place)/\(host).crt"] {
      chmod(file, 0o600)
      chown(file, user.identity, user.group)
    }
  }

  private func openssl(_ arguments: [String]) throws {
    let openssl = Process()
    openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    openssl.arguments = ["openssl"] + arguments
    openssl.standardOutput = FileHandle.nullDevice
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    try #require(openssl.terminationStatus == 0)
  }

  /// A port of the loopback address that nobody uses at the moment.
  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 ? getsockname(descriptor, pointer, &length) : -1
      }
    }
    try #require(status == 0)
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
