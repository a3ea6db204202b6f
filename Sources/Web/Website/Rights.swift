import Domain
import HTTPTypes
import Hummingbird

/// The table of rights: every route, and who may use it.
///
/// What it does not name, nobody may.
struct Rights: Sendable {
  let entries: [Entry]
  /// The same by method and number of parts: a page asks about every link to a form that it draws.
  private let shelves: [(method: HTTPRequest.Method, byPartCount: [Shelf])]

  private let formTitles: [String: Phrase]

  /// The same as the router names them, for every request asks.
  private let entriesByPattern: [Named: Entry]

  private struct Named: Hashable {
    let method: HTTPRequest.Method
    let pattern: String
  }

  /// Routes with as many parts each, those with most fixed parts first.
  private struct Shelf {
    /// By the last part, which tells most of them apart.
    var named: [String: [Entry]] = [:]
    /// Those whose last part may be any.
    var open: [Entry] = []

    mutating func add(_ entry: Entry) {
      if let last = entry.fixedEnd {
        named[last, default: []].append(entry)
      } else {
        open.append(entry)
      }
    }
  }

  /// One route; an object, for a page asks of some hundred links whether they may be followed.
  final class Entry: Sendable {
    let method: HTTPRequest.Method
    let parts: [String]
    let access: Access
    let proof: Proof
    let disclosure: Disclosure
    /// The pattern as the route has it.
    let written: String
    /// The pattern as the router names it.
    let pattern: String
    fileprivate let fixedParts: Int

    fileprivate init(_ route: Route) {
      method = route.method
      parts = route.pattern.split(separator: "/").map(String.init)
      access = route.access
      proof = route.proof
      disclosure = route.disclosure
      written = route.pattern
      pattern = RouterPath(route.pattern).description
      fixedParts = parts.count { !Self.isVariable($0) }
    }

    /// Whether `segments` is an address of this route.
    func matches(_ segments: [String]) -> Bool {
      guard parts.count == segments.count else { return false }
      // From the end on: most routes begin alike.
      for index in parts.indices.reversed()
      where !Self.isVariable(parts[index]) && parts[index] != segments[index] {
        return false
      }
      return true
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

    /// The last part; nil where any will do.
    fileprivate var fixedEnd: String? {
      parts.last.flatMap { Self.isVariable($0) ? nil : $0 }
    }

    private static func isVariable(_ part: String) -> Bool {
      part.utf8.first == UInt8(ascii: ":")
    }
  }

  init(_ routes: [Route]) {
    entries = routes.map { Entry($0) }
    formTitles = Dictionary(
      routes.compactMap { route in route.formTitle.map { (route.pattern, $0) } }
    ) { first, _ in first }
    entriesByPattern = Dictionary(
      entries.map { (Named(method: $0.method, pattern: $0.pattern), $0) }
    ) { first, _ in first }
    shelves = Dictionary(grouping: entries, by: \.method).map { method, entries in
      let longest = entries.map(\.parts.count).max() ?? 0
      var shelves = Array(repeating: Shelf(), count: longest + 1)
      for entry in entries.sorted(by: { $0.fixedParts > $1.fixedParts }) {
        shelves[entry.parts.count].add(entry)
      }
      return (method, shelves)
    }
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
    guard let shelves = shelves.first(where: { $0.method == method })?.byPartCount,
      segments.count < shelves.count
    else { return nil }
    let shelf = shelves[segments.count]
    let named = segments.last.flatMap { shelf.named[$0] }?.first { $0.matches(segments) }
    let open = shelf.open.first { $0.matches(segments) }
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
