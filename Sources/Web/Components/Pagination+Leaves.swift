import HTTPTypes
import ReadModels

extension Pagination {
  /// The ways to the pages beside one, at an address that names a place in the list by `name`.
  static func html<Item, Place: LosslessStringConvertible>(
    _ leaves: Leaves<Item, Place>, of list: Link, by name: String, called title: Phrase? = nil,
    for reader: Reader
  ) -> HTML {
    html(
      previous: leaves.previous.map { list.at($0, by: name) },
      next: leaves.next.map { list.at($0, by: name) }, called: title, for: reader)
  }
}

extension Link {
  fileprivate func at<Place: LosslessStringConvertible>(
    _ leaf: Leaf<Place>, by name: String
  ) -> Link {
    switch leaf {
    case .first: self
    case .after(let place): with(name, place.description)
    case .before(let place): with("\(name)-before", place.description)
    }
  }
}

extension Visit {
  /// Which page of a list its address asks for, by the `name` of a place in it.
  ///
  /// - Throws: a bad request, told as `problem`, when that is no place.
  func leaf<Place: LosslessStringConvertible>(
    _ name: String, or problem: Phrase
  ) throws(Problem) -> Leaf<Place> {
    func place(_ name: String) throws(Problem) -> Place? {
      guard let text = query(name), !text.isEmpty else { return nil }
      guard let place = Place(text) else { throw Problem(.badRequest, problem) }
      return place
    }
    if let place = try place(name) { return .after(place) }
    if let place = try place("\(name)-before") { return .before(place) }
    return .first
  }
}
