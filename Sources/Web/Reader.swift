public import Domain
import HTTPTypes
public import ReadModels

/// Who reads a page: in which language, as of when, and with which rights.
///
/// Everything a view needs besides its own values. It says phrases, writes figures, and makes links that
/// keep the moment and the language the reader chose.
public struct Reader: Sendable {
  public let language: Language
  /// Whether the language was asked for in the address, so that links go on asking for it.
  let namesLanguage: Bool
  public let visitor: Visitor
  /// The people whom a page can name and a form can offer.
  let people: People
  /// As of when the page is to be shown.
  public let moment: Moment
  /// Today in the Netherlands.
  public let today: Day
  /// When the page was asked for.
  let now: Instant
  /// Where the reader is.
  public let here: Link
  /// What just happened, to be said once.
  let notice: Notice?
  /// Whether the reader's own last change may not show yet.
  let isCatchingUp: Bool
  /// The last moments at which something was recorded, newest first, to look back to.
  let lastMoments: [LogMoment]
  /// Whether the position looked back to lies between events that were recorded in one go.
  let isAmidAppend: Bool
  /// How many times emergency access was taken that the reader is to look over.
  let emergenciesToReview: Int
  let house: House

  /// Whether the page shows how things were, and so offers no way to change them.
  public var looksBack: Bool { moment != .now }

  /// `link` as this reader follows it: as of the same moment, in the same language.
  public func to(_ link: Link) -> Link {
    var carried = link
    switch moment {
    case .now: break
    case .position(let position): carried = carried.with("as-of", String(position))
    case .endOf(let day): carried = carried.with("as-of", day.description)
    }
    return namesLanguage ? carried.with("lang", language.rawValue) : carried
  }

  /// `link` as things are now, in the same language.
  public func toNow(_ link: Link) -> Link {
    let now = link.with("as-of", nil)
    return namesLanguage ? now.with("lang", language.rawValue) : now
  }

  /// Whether the reader may change something at `link`: never when looking back.
  ///
  /// A page leaves out what this denies; the server refuses it all the same.
  public func mayPost(to link: Link) -> Bool {
    !looksBack && house.rights.admits(visitor, .post, link)
  }

  /// Whether the reader may see the page at `link`.
  public func maySee(_ link: Link) -> Bool {
    house.rights.admits(visitor, .get, link)
  }

  /// Whether the reader has the right at `place`, and is not looking back.
  public func may(_ right: Right, at place: Authority.Place) -> Bool {
    !looksBack && visitor.person?.may(right, at: place) == true
  }
}
