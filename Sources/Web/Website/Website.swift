public import Authentication
import Domain
public import EventSourcing
public import Foundation
import HTTPTypes
public import Hummingbird
import Logging
public import ReadModels
public import Reads

/// The whole site: its areas, its table of rights, and what stands in front of every page.
public struct Website: Sendable {
  /// How the site is set up.
  public struct Settings: Sendable {
    /// The name of the organisation, in the header of every page.
    public var organisation: String
    public var version: String
    /// The scheme and host under which people reach the site; nil takes the host they asked for.
    public var origin: String?
    public var signIn: SignIn
    /// How many requests one account or address may make; nil for any number.
    public var requestLimit: (any RequestLimit)?
    /// Whom to tell about a hole in the site; nil for nobody.
    public var securityContact: SecurityContact?
    /// After how long a page is given up.
    public var timeLimit: Duration
    public var now: @Sendable () -> Date

    public init(
      organisation: String, version: String, signIn: SignIn, origin: String? = nil,
      requestLimit: (any RequestLimit)? = nil, securityContact: SecurityContact? = nil,
      timeLimit: Duration = .seconds(20),
      now: @escaping @Sendable () -> Date = { Date() }
    ) {
      self.organisation = organisation
      self.version = version
      self.signIn = signIn
      self.requestLimit = requestLimit
      self.securityContact = securityContact
      self.origin = origin
      self.timeLimit = timeLimit
      self.now = now
    }
  }

  /// After how long a form with a document is given up: a hundred megabytes take that long at a million bits a second.
  private static let uploadTimeLimit = Duration.seconds(15 * 60)

  let settings: Settings
  let house: House
  private let areas: [any Area]
  /// Every route with who may use it; the router is made from this list and nothing else.
  public let routes: [Route]
  private let reception: any Reception
  private let progress: any EventSourcing.Progress
  private let news: any StreamNews
  private let moments: any LogMoments
  private let reads: any ReadLog

  /// - Parameters:
  ///   - settings: how the site is set up.
  ///   - folder: the folder `web`, with `assets` and `text` in it.
  ///   - areas: the parts of the work, in the order of the navigation.
  ///   - reception: who is signed in, and who has an account.
  ///   - moments: what there is to look back to.
  ///   - reads: where it goes who was shown what.
  ///   - progress: how far the read models are.
  ///   - news: what changes while a page is open.
  ///   - isReady: whether the site can do its work, for whoever watches over it.
  /// - Throws: when a file of the folder cannot be read.
  public init(
    _ settings: Settings, folder: URL, areas: [any Area], reception: any Reception,
    moments: any LogMoments, reads: any ReadLog,
    progress: any EventSourcing.Progress, news: any StreamNews,
    isReady: @escaping @Sendable () async -> Bool
  ) throws {
    let assets = try Assets(directory: folder.appending(path: "assets"))
    self.areas = areas
    self.reception = reception
    let own: [any Area] = [
      SignInPages(
        signIn: settings.signIn, host: SessionHost(reception: reception, now: settings.now)),
      OwnAccountArea(
        accounts: settings.signIn.accounts,
        host: SessionHost(reception: reception, now: settings.now)),
      Health(isReady: isReady),
      About(assets: assets),
      SecurityFile(
        settings.securityContact, startedAt: settings.now(), origin: settings.origin),
    ]
    routes = (areas + own).flatMap(\.routes)
    house = House(
      organisation: settings.organisation, version: settings.version,
      origin: settings.origin, texts: try Texts(directory: folder.appending(path: "text")),
      assets: assets,
      rights: Rights(routes), navigation: (areas + own).flatMap(\.navigation))
    self.settings = settings
    self.progress = progress
    self.news = news
    self.moments = moments
    self.reads = reads
  }

  /// The router of the whole site.
  public func router() -> Router<Arrival> {
    let router = Router(context: Arrival.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: AccessLog())
    router.add(middleware: SecurityHeaders(alsoTo: settings.signIn.provider?.origin))
    router.add(
      middleware: Introduction(
        house: house, recognition: recognition, progress: progress, moments: moments,
        now: settings.now))
    router.add(middleware: ErrorPages(rights: house.rights))
    if let limit = settings.requestLimit {
      router.add(
        middleware: RequestLimiting(limit: limit, areas: areas, now: settings.now))
    }
    router.add(middleware: SameOrigin(origin: settings.origin, rights: house.rights))
    router.add(
      middleware: ReadKeeping(rights: house.rights, log: reads, now: settings.now))
    router.add(middleware: Admission(rights: house.rights, now: settings.now))
    let limit = TimeLimit(settings.timeLimit)
    let uploadLimit = TimeLimit(Self.uploadTimeLimit)
    let live = LiveChanges(news: news, recognition: recognition)
    for route in routes { add(route, to: router, limit, uploadLimit, live) }
    return router
  }

  private var recognition: Recognition {
    Recognition(rights: house.rights, reception: reception, areas: areas, now: settings.now)
  }

  private func add(
    _ route: Route, to router: Router<Arrival>, _ limit: TimeLimit, _ uploadLimit: TimeLimit,
    _ live: LiveChanges
  ) {
    router.on(RouterPath(route.pattern), method: route.method) { request, context in
      let visit = try context.visit(request)
      if route.method == .post { try visit.checkIsNow() }
      switch route.answer {
      case .whole(let answer): return try await limit.run { try await answer(visit) }
      case .patient(let answer): return try await uploadLimit.run { try await answer(visit) }
      case .live(let watched):
        let found = try await limit.run { try await watched(visit) }
        return try live.answer(visit, along: route, found)
      }
    }
  }
}
