import Foundation
import HTTPTypes
import Hummingbird

/// Whom to tell about a hole in the site (RFC 9116).
public struct SecurityContact: Hashable, Sendable {
  static let lengthMax = 500
  /// How long after the start of the program the contact is promised to be right.
  ///
  /// Less than a year, as the RFC asks. Whoever starts it anew has had the settings in hand.
  static let daysValid = 300

  /// An address of `https`, `mailto` or `tel`.
  let address: String

  /// Nil for an address of another kind, or one with anything in it that would begin another line.
  public init?(_ address: String) {
    let kinds = ["https://", "mailto:", "tel:"]
    guard address.utf8.count <= Self.lengthMax,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      kinds.contains(where: { address.hasPrefix($0) && address.utf8.count > $0.utf8.count })
    else { return nil }
    self.address = address
  }

  /// The file for a program that was started at `start`, reached under `origin` where that is known.
  func file(startedAt start: Date, origin: String?) -> String {
    let expiry = start.addingTimeInterval(Double(Self.daysValid) * 24 * 60 * 60)
    let canonical = origin.map { "Canonical: \($0)/\(Self.path)\n" } ?? ""
    return """
      Contact: \(address)
      Expires: \(expiry.formatted(.iso8601))
      Preferred-Languages: nl, en
      \(canonical)
      """
  }

  static let path: StaticString = ".well-known/security.txt"
}

/// The file that tells whom to tell; it is not there when nobody was named.
struct SecurityFile: Area {
  let text: String?

  init(_ contact: SecurityContact?, startedAt start: Date, origin: String?) {
    text = contact?.file(startedAt: start, origin: origin)
  }

  var routes: [Route] {
    [
      .get(SecurityContact.path, for: .everyone, proof: .any, showing: .nothing) { _ in
        guard let text else { throw Problem.notFound }
        return Response(
          status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
          body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
      }
    ]
  }
}
