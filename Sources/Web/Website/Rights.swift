import Domain
import HTTPTypes
import Hummingbird

/// The table of rights: every route, and who may use it.
///
/// What it does not name, nobody may.
struct Rights: Sendable {
  let entries: [Entry]
  /// The same by method, number of parts and last part, those with most fixed parts first: a page asks about
  /// every link to a form that it draws, and the last part tells most of them apart.
  private let entriesByShape: [Shape: [Entry]]

  private let formTitles: [String: Phrase]

  /// The same as the router names them, for every request asks.
  private let entriesByPattern: [Named: Entry]

  private struct Named: Hashable {
    let method: HTTPRequest.Method
    let pattern: String
  }

  fileprivate struct Shape: Hashable {
    let method: HTTPRequest.Method
    let partCount: Int
    /// Nil where any will do.
    let last: String?
  }

  struct Entry: Sendable {
    let method: HTTPRequest.Method
    let parts: [String]
    let access: Access
    let proof: Proof
    let disclosure: Disclosure
    /// The pattern as the route has it.
    let written: String
    /// The pattern as the router names it.
    let pattern: String

    /// Whether `segments` is an address of this route.
    func matches(_ segments: [String]) -> Bool {
      parts.count == segments.count
        && zip(parts, segments).allSatisfy { Self.isVariable($0) || $0 == $1 }
    }

    /// The programme that `segments` name; nil when they name none.
    func programme(in segments: [String]) -> ProgrammeID? {
      parts.firstIndex(of: ":programme").flatMap { ProgrammeID(segments[$0]) }
    }

    /// Whether it takes no right, and shows nothing of the work or of people.
    var isOwnAffair: Bool {
      switch access {
      case .everyone, .programs, .signedIn: disclosure == .nothing
      case .guests, .holding: false
      }
    }

    var fixedParts: Int { parts.count { !Self.isVariable($0) } }

    fileprivate var shape: Shape {
      Shape(
        method: method, partCount: parts.count,
        last: parts.last.flatMap { Self.isVariable($0) ? nil : $0 })
    }

    private static func isVariable(_ part: String) -> Bool {
      part.utf8.first == UInt8(ascii: ":")
    }
  }

  init(_ routes: [Route]) {
    entries = routes.map {
      Entry(
        method: $0.method, parts: $0.pattern.split(separator: "/").map(String.init),
        access: $0.access, proof: $0.proof, disclosure: $0.disclosure, written: $0.pattern,
        pattern: RouterPath($0.pattern).description)
    }
    formTitles = Dictionary(
      routes.compactMap { route in route.formTitle.map { (route.pattern, $0) } }
    ) { first, _ in first }
    entriesByPattern = Dictionary(
      entries.map { (Named(method: $0.method, pattern: $0.pattern), $0) }
    ) { first, _ in first }
    entriesByShape = Dictionary(grouping: entries, by: \.shape)
      .mapValues { entries in entries.sorted { $0.fixedParts > $1.fixedParts } }
  }

  /// The route that the router chose; nil when the table does not know it.
  func entry(_ method: HTTPRequest.Method, pattern: String) -> Entry? {
    entriesByPattern[Named(method: method == .head ? .get : method, pattern: pattern)]
  }

  /// What the form is called at the address that `pattern` is written for; nil where there is none.
  func formTitle(at pattern: String) -> Phrase? { formTitles[pattern] }

  /// Who may use that route.
  func access(_ method: HTTPRequest.Method, pattern: String) -> Access? {
    entry(method, pattern: pattern)?.access
  }

  /// Whether only programs come there: to the route that the router chose, or else to the address in `path`.
  func isForPrograms(_ method: HTTPRequest.Method, _ pattern: String?, at path: String) -> Bool {
    if let pattern, let access = access(method, pattern: pattern) { return access == .programs }
    let there = entries(at: path)
    return !there.isEmpty && there.allSatisfy { $0.access == .programs }
  }

  /// Whether `visitor` may use `method` at `link`.
  func admits(_ visitor: Visitor, _ method: HTTPRequest.Method, _ link: Link) -> Bool {
    guard let entry = entry(method, at: link) else { return false }
    return entry.access.admits(visitor, in: entry.programme(in: link.segments))
  }

  /// The right that seeing the page at `link` takes; nil when there is no such page.
  func right(toSee link: Link) -> Right? { entry(.get, at: link)?.access.right }

  private func entry(_ method: HTTPRequest.Method, at link: Link) -> Entry? {
    let segments = link.segments
    func entry(endingIn last: String?) -> Entry? {
      entriesByShape[Shape(method: method, partCount: segments.count, last: last)]?
        .first { $0.matches(segments) }
    }
    let named = segments.last.flatMap { entry(endingIn: $0) }
    let open = entry(endingIn: nil)
    guard let named, let open else { return named ?? open }
    return named.fixedParts < open.fixedParts ? open : named
  }

  /// The methods that the address in `path` answers to.
  func methods(at path: String) -> [HTTPRequest.Method] {
    var methods: [HTTPRequest.Method] = []
    for entry in entries(at: path) where !methods.contains(entry.method) {
      methods += entry.method == .get ? [.get, .head] : [entry.method]
    }
    return methods
  }

  private func entries(at path: String) -> [Entry] {
    let segments = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    return entries.filter { $0.matches(segments) }
  }
}
