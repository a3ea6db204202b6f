/// Makes a PDF of a document that stands by itself.
public protocol Printer: Sendable {
  /// Whether there is a program that does it.
  var isThere: Bool { get }

  /// The PDF that shows what `document` says.
  ///
  /// Nothing is fetched for it: a document that names an address prints without what lies there.
  func pdf(of document: HTML) async throws(PrintingFailure) -> [UInt8]
}

/// Why there is no PDF.
public enum PrintingFailure: Error, Equatable, Sendable {
  /// There is no program that makes one.
  case missing
  /// As many run as may.
  case busy
  /// It took longer than it may.
  case tooSlow
  /// What the program said, for the operator.
  case failed(String)
}
