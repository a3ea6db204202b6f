import HTTPTypes
import Hummingbird

/// What a machine that watches over the site asks: whether it runs, and whether it can do its work.
struct Health: Area {
  let isReady: @Sendable () async -> Bool

  var routes: [Route] {
    [
      .get("health/live", for: .everyone, proof: .any, showing: .nothing) { _ in Self.answer(true)
      },
      .get("health/ready", for: .everyone, proof: .any, showing: .nothing) { _ in
        Self.answer(await isReady())
      },
    ]
  }

  private static func answer(_ isWell: Bool) -> Response {
    var response = Response(
      status: isWell ? .ok : .serviceUnavailable,
      headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: isWell ? "ok\n" : "not ready\n")))
    if !isWell { response.headers[.retryAfter] = "5" }
    return response
  }
}
