import EventSourcing
import Foundation
import NIOCore
import NIOPosix
import Testing
import Web

@testable import App

/// Scanning by Debian's clamd, really run.
struct ClamdScannerTests {
  @Test func `what holds a signature is found, wherever it is cut, and anything else is clean`()
    async throws
  {
    try await RunningClamd.with { clamd in
      let scanner = ClamdScanner(at: clamd.address)
      let filling = Array(repeating: UInt8(ascii: "x"), count: 1000)
      let harm = filling + Array(RunningClamd.harm.utf8) + filling
      let found = try await scanner.verdict(on: content(harm, inPiecesOf: 7))
      #expect(found == .harmful(RunningClamd.signature + ".UNOFFICIAL"))
      for clean in [filling, []] {
        let verdict = try await scanner.verdict(on: content(clean, inPiecesOf: 300))
        #expect(verdict == .clean)
      }
    }
  }

  @Test func `what clamd does not look at whole is not called clean`() async throws {
    try await RunningClamd.with { clamd in
      let long = content(Array(repeating: 7, count: 3 * 1024 * 1024), inPiecesOf: 256 * 1024)
      await #expect(throws: ScanningFailure.self) {
        try await ClamdScanner(at: clamd.address).verdict(on: long)
      }
    }
  }

  @Test func `nobody who is not there calls anything clean`() async throws {
    for address in [ClamdAddress.socket(path: "/nonexistent/clamd"), .host("127.0.0.1", port: 1)] {
      await #expect(throws: ScanningFailure.self) {
        try await ClamdScanner(at: address).verdict(on: content([1], inPiecesOf: 1))
      }
    }
  }

  @Test(arguments: [
    ("stream: OK\0", ScanVerdict.clean), ("stream: A.B FOUND\0", .harmful("A.B")),
  ])
  func `an answer is one of two`(said: String, verdict: ScanVerdict) async throws {
    try await withAnswer(said) { address in
      let given = try await ClamdScanner(at: address).verdict(on: content([1], inPiecesOf: 1))
      #expect(given == verdict)
    }
  }

  @Test(arguments: [
    "stream: OK", "\0", "OK\0", "stream: FOUND\0", "UNKNOWN COMMAND\0",
    String(repeating: "x", count: 2000),
  ])
  func `any other answer, half an answer and silence are none`(said: String) async throws {
    try await withAnswer(said) { address in
      let scanner = ClamdScanner(at: address, timeLimit: .milliseconds(200))
      await #expect(throws: ScanningFailure.self) {
        try await scanner.verdict(on: content([1], inPiecesOf: 1))
      }
    }
  }

  @Test func `an address is a path, or a host with a port`() {
    #expect(ClamdAddress("/run/clamav/clamd.ctl") == .socket(path: "/run/clamav/clamd.ctl"))
    #expect(ClamdAddress("scan.example.nl:3310") == .host("scan.example.nl", port: 3310))
    #expect(ClamdAddress("[::1]:3310") == .host("::1", port: 3310))
    for wrong in ["", "clamd", ":3310", "localhost:", "localhost:0", "localhost:65536", "a:b"] {
      #expect(ClamdAddress(wrong) == nil, "\(wrong)")
    }
  }

  /// Somebody on a loopback socket who says `said` to whatever comes, and then waits.
  private func withAnswer(
    _ said: String, _ body: (ClamdAddress) async throws -> Void
  ) async throws {
    let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { $0.pipeline.addHandler(Speaker(said)) }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(server.localAddress?.port)
    do { try await body(.host("127.0.0.1", port: port)) } catch {
      try await server.close()
      throw error
    }
    try await server.close()
  }

  private func content(_ bytes: [UInt8], inPiecesOf size: Int) -> ReceivedContent {
    HeldContent(bytes, inPiecesOf: size).received
  }
}

/// Says one thing to whoever comes.
private final class Speaker: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer
  private let said: String

  init(_ said: String) { self.said = said }

  func channelActive(context: ChannelHandlerContext) {
    context.channel.writeAndFlush(ByteBuffer(string: said), promise: nil)
  }
}
