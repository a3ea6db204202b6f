import Domain
public import Reads

/// What a route shows, as the read log sees it.
///
/// Every route says it: there is nothing to fall back on.
public enum Disclosure: Hashable, Sendable {
  /// Nothing but what everybody may know, what is the reader's own, or how the system is doing: no line.
  case nothing
  /// The work, in which people are named.
  case work(Read.Kind)
  /// What is held about people, or how they used what they may see: nobody is shown it before its line is on disk.
  case people(Read.Kind)

  /// In which way it is shown; nil when there is to be no line.
  var kind: Read.Kind? {
    switch self {
    case .nothing: nil
    case .work(let kind), .people(let kind): kind
    }
  }

  /// What must hold of the line before the page goes out.
  func assurance(isEmergency: Bool) -> ReadAssurance {
    switch self {
    case .nothing, .work(.view), .work(.search): isEmergency ? .durable : .soon
    case .work(.export), .people: .durable
    }
  }
}

extension Access {
  /// The right by which a route is asked for; to see the work is to read.
  var right: Right {
    switch self {
    case .everyone, .programs, .guests, .signedIn: .read
    case .holding(let right): right
    }
  }
}
