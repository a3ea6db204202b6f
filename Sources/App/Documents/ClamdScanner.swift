import EventSourcing
import NIOCore
import NIOPosix
import Synchronization
import Web

/// Has contents scanned by clamd, over a connection for each (clamd(8), INSTREAM).
///
/// A content goes there part by part, no faster than clamd takes it.
struct ClamdScanner: ContentScanner {
  let address: ClamdAddress
  /// How long one scan may take, from the first byte to the verdict.
  let timeLimit: TimeAmount

  init(at address: ClamdAddress, timeLimit: TimeAmount = .seconds(120)) {
    self.address = address
    self.timeLimit = timeLimit
  }

  func verdict(on content: ReceivedContent) async throws(ScanningFailure) -> ScanVerdict {
    do {
      return try await ClamdAnswer(ask(about: content)).verdict()
    } catch let failure as ScanningFailure {
      throw failure
    } catch {
      throw ScanningFailure("clamd: \(error)")
    }
  }

  /// What clamd says, without the zero byte at its end.
  private func ask(about content: ReceivedContent) async throws -> [UInt8] {
    let answer = ClamdListener()
    let channel = try await address.connect(
      ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connectTimeout(.seconds(5))
        .channelInitializer { $0.pipeline.addHandler(answer) })
    // Whoever waits for it then hears that the channel is closed.
    let patience = channel.eventLoop.scheduleTask(in: timeLimit) { channel.close(promise: nil) }
    defer {
      patience.cancel()
      channel.close(promise: nil)
    }
    do {
      try await send(content, to: channel)
    } catch {
      // It may have said why before it closed.
      if let said = try? await answer.bytes(of: channel) { return said }
      throw error
    }
    return try await answer.bytes(of: channel)
  }

  private func send(_ content: ReceivedContent, to channel: any Channel) async throws {
    try await channel.writeAndFlush(ByteBuffer(string: "zINSTREAM\0"))
    let cursor = content.cursor()
    while let part = try await cursor.next() {
      var buffer = ByteBuffer(integer: UInt32(part.count))
      buffer.writeBytes(part)
      try await channel.writeAndFlush(buffer)
    }
    // A part of no bytes is the end.
    try await channel.writeAndFlush(ByteBuffer(integer: UInt32(0)))
  }
}

/// What clamd said at the end of a scan.
private struct ClamdAnswer {
  /// No answer is longer: it names one signature.
  static let bytesMax = 1024

  let text: String

  init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// `stream: OK`, or `stream: Name FOUND`.
  ///
  /// - Throws: for anything else, such as that the content is larger than its StreamMaxLength.
  func verdict() throws(ScanningFailure) -> ScanVerdict {
    let (before, found) = ("stream: ", " FOUND")
    if text == before + "OK" { return .clean }
    guard text.hasPrefix(before), text.hasSuffix(found),
      text.utf8.count > (before + found).utf8.count
    else { throw ScanningFailure("clamd said: \(text)") }
    return .harmful(String(text.dropFirst(before.count).dropLast(found.count)))
  }
}

/// Waits for the one answer that comes over a connection.
private final class ClamdListener: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer

  private let state = Mutex(State())

  private struct State {
    var bytes: [UInt8] = []
    var outcome: Result<[UInt8], any Error>?
    var waiting: EventLoopPromise<[UInt8]>?
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data)
    let outcome = state.withLock { state -> Result<[UInt8], any Error>? in
      state.bytes += buffer.readableBytesView
      if let end = state.bytes.firstIndex(of: 0) { return .success(Array(state.bytes[..<end])) }
      guard state.bytes.count <= ClamdAnswer.bytesMax else {
        return .failure(ScanningFailure("clamd says too much"))
      }
      return nil
    }
    if let outcome { settle(outcome) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    settle(.failure(ScanningFailure("clamd closed the connection, or took too long")))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    settle(.failure(error))
    context.close(promise: nil)
  }

  /// What was said over `channel`, once it has been.
  func bytes(of channel: any Channel) async throws -> [UInt8] {
    let promise = channel.eventLoop.makePromise(of: [UInt8].self)
    let outcome = state.withLock { state -> Result<[UInt8], any Error>? in
      state.waiting = promise
      return state.outcome
    }
    if let outcome { promise.completeWith(outcome) }
    return try await promise.futureResult.get()
  }

  private func settle(_ outcome: Result<[UInt8], any Error>) {
    let waiting = state.withLock { state -> EventLoopPromise<[UInt8]>? in
      guard state.outcome == nil else { return nil }
      state.outcome = outcome
      return state.waiting
    }
    waiting?.completeWith(outcome)
  }
}
