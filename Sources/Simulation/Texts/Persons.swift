import Domain

/// The people of the simulated inspectorate, each in the part they always play.
enum Persons {
  static let staff = members(0..<36)
  static let managers = members(36..<54)
  /// They decide on what staff propose and extend what managers lead, and do neither themselves.
  static let deciders = members(54..<60)

  /// One of any number of inspectors, who do nothing but handle cases.
  static func inspector(_ number: Int) -> PersonID {
    let name =
      "\(initials[number % initials.count]).\(names[number / initials.count % names.count])"
    guard let inspector = PersonID("\(name)\(number + 1)") else {
      preconditionFailure("an inspector cannot be called \(name)")
    }
    return inspector
  }

  private static let initials = ["a", "b", "d", "e", "f", "h", "j", "k", "m", "r"]
  private static let names = ["bakker", "elhaddad", "hoekstra", "jansen", "yildiz", "visser"]

  private static func members(_ numbers: Range<Int>) -> [PersonID] {
    numbers.compactMap { number in
      PersonID("\(initials[number % initials.count]).\(names[number / initials.count])")
    }
  }
}
