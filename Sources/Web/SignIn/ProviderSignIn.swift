import Authentication
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import OpenIDConnect
import ReadModels

/// Signing in and out at the organisation's provider of OpenID Connect.
struct ProviderSignIn: Sendable {
  let accounts: ProviderAccounts
  let host: SessionHost

  /// Holds what is remembered of who is at the provider.
  static let departureCookie = "__Host-koers-departure"
  private static let departureSeconds = 600

  var routes: [Route] {
    [
      .get("sign-in/provider", for: .everyone, proof: .any, showing: .nothing, leave),
      .get("sign-in/return", for: .everyone, proof: .any, showing: .nothing, comeBack),
      .post("sign-out/by-provider", for: .programs, proof: .any, showing: .nothing, end),
    ]
  }

  /// The way to the provider, from the page where everybody signs in.
  func link(next: String?, _ reader: Reader) -> HTML {
    let button = Button.link(
      reader.text("sign-in.provider.button"),
      to: reader.toNow(Site.provider.with("next", next)))
    return "<p class=\"row\">\(button)</p>\n"
  }

  @Sendable private func leave(_ visit: Visit) async throws -> Response {
    let next = visit.query("next").flatMap { Destination.isPath($0) ? $0 : nil }
    // Nobody is led through the provider, where they may be signed in, by a page of somebody else.
    guard !Self.comesFromElsewhere(visit.request) else {
      return visit.go(to: Site.signIn.with("next", next))
    }
    // Who is signed in comes to prove it anew.
    let anew = visit.reader.visitor.person != nil
    do {
      let departure = try await accounts.begin(
        to: next ?? Site.home.address, anew: anew, at: host.now())
      var response = Response(status: .seeOther, headers: [.location: departure.address])
      response.setCookie(Self.cookie(departure.kept, Self.departureSeconds))
      return response
    } catch is OpenIDConnect.Refusal {
      throw Problem(.serviceUnavailable, "sign-in.provider.away", retryAfterSeconds: 30)
    }
  }

  /// Whether a page of another site led there; a browser that does not say so is too old to.
  private static func comesFromElsewhere(_ request: Request) -> Bool {
    request.headers[.fetchSite].map { !["same-origin", "none"].contains($0) } ?? false
  }

  @Sendable private func comeBack(_ visit: Visit) async throws -> Response {
    let kept = visit.request.cookies[Self.departureCookie].map { String($0.value) }
    do {
      let arrival = try await accounts.finish(
        visit.request.uri.query ?? "", kept: kept, at: host.now(), on: visit.reader.today)
      var response = try await host.welcome(arrival, visit)
      response.setCookie(Self.cookie("", 0))
      return response
    } catch let refusal as OpenIDConnect.Refusal {
      throw Problem(.forbidden, Self.sentence(refusal))
    } catch is ProviderAccounts.Closed {
      throw Problem(.forbidden, "sign-in.provider.closed")
    } catch is ProviderAccounts.Unknown {
      visit.logger.notice("Somebody came whom the directory does not tell of")
      throw Problem(.forbidden, "sign-in.provider.unknown")
    }
  }

  /// Who cannot prove anew who they are is told what else to do; more than that would help who meddles.
  private static func sentence(_ refusal: OpenIDConnect.Refusal) -> Phrase {
    let unproven: [OpenIDConnect.Refusal] = [
      .idToken(.authenticationTimeMissing), .idToken(.authenticatedTooLongAgo),
    ]
    return unproven.contains(refusal) ? "sign-in.provider.unproven" : "sign-in.provider.refused"
  }

  /// Ends sessions by the word of the provider (Back-Channel Logout 1.0, section 2.8).
  @Sendable private func end(_ visit: Visit) async throws -> Response {
    var bytes: [UInt8] = []
    for try await part in visit.request.body {
      bytes.append(contentsOf: part.readableBytesView)
      guard bytes.count <= FormBody.bytesMax else { throw Problem(.contentTooLarge) }
    }
    do {
      try await accounts.end(String(decoding: bytes, as: UTF8.self), at: host.now())
      return Response(status: .ok)
    } catch is OpenIDConnect.Refusal {
      return Response(status: .badRequest)
    }
  }

  private static func cookie(_ value: String, _ seconds: Int) -> Cookie {
    Cookie(
      name: departureCookie, value: value, maxAge: seconds, path: "/", secure: true,
      httpOnly: true, sameSite: .lax)
  }
}
