extension UInt8 {
  /// A small letter of ASCII as its capital; any other byte as it is.
  var capital: UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) ? self - 0x20 : self
  }
}
