extension Visit {
  /// The one of `parts` that the variable part `name` of the address names.
  ///
  /// - Throws: 404 when there is none.
  func part<Part, ID: LosslessStringConvertible & Equatable>(
    _ name: String, among parts: [Part], by id: (Part) -> ID
  ) throws(Problem) -> Part {
    let wanted: ID = try parameter(name)
    guard let part = parts.first(where: { id($0) == wanted }) else { throw .notFound }
    return part
  }
}
