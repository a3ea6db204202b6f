import HTTPTypes
import Hummingbird

/// What is the same for every reader: whose site it is, its texts, its files and its rights.
public struct House: Sendable {
  /// The organisation that runs the site.
  public let organisation: String
  /// The version of the program, for the footer.
  public let version: String
  /// The scheme and host under which people reach the site; nil takes the host they asked for.
  let origin: String?
  let texts: Texts
  let assets: Assets
  let rights: Rights
  let navigation: [NavigationItem]

  /// The whole address of `path`, as whoever asks knows the site.
  func address(of path: String, asked visit: Visit) -> String {
    let host = visit.request.head.authority ?? ""
    return (origin ?? "http://\(host)") + path
  }
}

/// One entry of the navigation.
public struct NavigationItem: Sendable {
  public let name: Phrase
  public let link: Link
  /// Where the pages stand that it leads to.
  let covered: Link
  /// How much there waits for a reader.
  let count: @Sendable (Reader) -> Int

  public init(
    _ name: Phrase, _ link: Link, covering covered: Link? = nil,
    counting count: @escaping @Sendable (Reader) -> Int = { _ in 0 }
  ) {
    self.name = name
    self.link = link
    self.covered = covered ?? link
    self.count = count
  }
}
