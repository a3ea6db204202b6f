/// What is wrong with a value, told without telling the value: the log's texts stay out of error texts.
struct PayloadFault: Error {
  enum Reason {
    /// The type does not take it.
    case refused
    /// The number is outside what the type holds.
    case outOfRange
  }

  let reason: Reason
}

/// The errors of decoding, with the place where they arose.
extension Outline {
  func mismatch(_ expected: Any.Type, at index: Int) -> DecodingError {
    let context = DecodingError.Context(
      codingPath: path(to: index),
      debugDescription: "\(marks[index].noun) where \(expected) is needed")
    return marks[index].kind == .null
      ? .valueNotFound(expected, context) : .typeMismatch(expected, context)
  }

  func corrupted(
    _ type: Any.Type, _ reason: PayloadFault.Reason, at index: Int
  ) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(
        codingPath: path(to: index), debugDescription: "not a \(type)",
        underlyingError: PayloadFault(reason: reason)))
  }

  func missing(_ key: some CodingKey, in object: Int) -> DecodingError {
    .keyNotFound(
      key,
      DecodingError.Context(
        codingPath: path(to: object), debugDescription: "nothing under \(key.stringValue)"))
  }

  /// The names and places that lead from the whole text to the value at `index`.
  func path(to index: Int) -> [any CodingKey] {
    var path: [any CodingKey] = []
    var container = 0
    while container < index {
      let isObject = marks[container].kind == .object
      var child = container + 1
      var place = 0
      while true {
        let value = isObject ? child + 1 : child
        guard value < marks.count else { return path }
        let next = Int(marks[value].next)
        if index < next {
          path.append(
            isObject ? PathKey(stringValue: text(at: child)) : PathKey(intValue: place))
          container = value
          break
        }
        child = next
        place += 1
      }
    }
    return path
  }
}

/// One step on the way to a value: the name of a member or the place in an array.
struct PathKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = "Index \(intValue)"
    self.intValue = intValue
  }
}
