import CLibPQ

extension Connection {
  /// Asks the server to give up `exchange`: at once if it is being carried out, else when its turn
  /// comes.
  func cancel(_ exchange: Exchange) {
    state.withLock { state in
      exchange.isCancelRequested = true
      if let handle = state.handle { cancelFirstIfAsked(handle, &state) }
    }
  }

  /// A cancellation hits whatever the server is at, so it goes out only for the first in the queue.
  func cancelFirstIfAsked(_ handle: OpaquePointer, _ state: inout State) {
    guard let exchange = state.slots.first?.exchange, exchange.isCancelRequested,
      !exchange.isCancelSent, exchange.error == nil
    else { return }
    exchange.isCancelSent = true
    for slot in state.slots.waiting { slot.exchange.isExposed = true }
    sendCancel(handle, &state)
  }

  /// Sends the request from a thread of its own, since libpq makes a connection for it.
  ///
  /// When libpq returns, the server has signalled the process: what is sent later is safe from it.
  func sendCancel(_ handle: OpaquePointer, _ state: inout State) {
    guard let request = CancelRequest(PQgetCancel(handle)) else { return }
    state.cancelsUnderWay += 1
    let isStarted = BlockingWork.start("postgres-cancel") {
      request.send()
      self.cancelIsSent()
    }
    if !isStarted { state.cancelsUnderWay -= 1 }
  }

  private func cancelIsSent() {
    let quiet = state.withLock { state in
      state.cancelsUnderWay -= 1
      guard state.cancelsUnderWay == 0 else { return [UnsafeContinuation<Void, Never>]() }
      defer { state.quiet = [] }
      return state.quiet
    }
    for continuation in quiet { continuation.resume() }
  }

  /// Waits until no cancellation is under way that could hit whoever uses the connection next.
  nonisolated(nonsending) func becomeQuiet() async {
    await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
      let isQuiet = state.withLock { state in
        if state.cancelsUnderWay > 0 { state.quiet.append(continuation) }
        return state.cancelsUnderWay == 0
      }
      if isQuiet { continuation.resume() }
    }
  }
}

/// What libpq needs to cancel, apart from the connection itself.
private final class CancelRequest: @unchecked Sendable {
  private let request: OpaquePointer

  init?(_ request: OpaquePointer?) {
    guard let request else { return nil }
    self.request = request
  }

  deinit { PQfreeCancel(request) }

  func send() {
    var message = [CChar](repeating: 0, count: 256)
    PQcancel(request, &message, Int32(message.count))
  }
}
