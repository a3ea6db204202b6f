extension Reader {
  /// How much a document holds: 12 kB or 3,4 MB, the next higher of each.
  func size(_ byteCount: Int) -> String {
    let (kilobyte, megabyte) = (1024, 1024 * 1024)
    guard byteCount >= megabyte else {
      let kilobytes = (byteCount + kilobyte - 1) / kilobyte
      return text("document.kilobytes", ["number": .number(kilobytes)])
    }
    let tenths = (byteCount * 10 + megabyte - 1) / megabyte
    let megabytes = number(Double(tenths) / 10, decimals: 1)
    return text("document.megabytes", ["number": .text(megabytes)])
  }
}
