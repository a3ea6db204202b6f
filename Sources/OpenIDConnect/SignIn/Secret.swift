/// Text that nobody can guess: 256 bits from the system's generator, as 43 characters of base64url.
enum Secret {
  private static let bytes = 32

  static func fresh() -> String {
    var generator = SystemRandomNumberGenerator()
    return Base64URL.encoded(
      (0..<bytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }
}
