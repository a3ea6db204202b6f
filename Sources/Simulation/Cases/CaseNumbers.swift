import Domain

/// The numbers of the cases of each year, given out from 1 upwards without a gap.
struct CaseNumbers {
  private var given: [Int: Int] = [:]

  mutating func take(in year: Int) -> CaseNumber {
    let serial = given[year, default: 0] + 1
    given[year] = serial
    guard let number = CaseNumber(year: year, serial: serial) else {
      preconditionFailure("the numbers of \(year) are used up")
    }
    return number
  }
}
