import Domain

extension StripperProcess {
  /// Takes metadata out of a PDF by ExifTool and qpdf as Debian has them.
  ///
  /// ExifTool takes out what stands in the directory of information and as XMP, but leaves the old revision behind the new
  /// one; qpdf writes the document anew, with nothing in it that is not referred to.
  ///
  /// - Parameters:
  ///   - exiftool: ExifTool's command.
  ///   - qpdf: qpdf's command.
  ///   - runsMax: how many documents are stripped at a time.
  /// - Returns: one of which `kinds` is empty while a program is not there.
  static func forPDF(
    exiftool: String = "/usr/bin/exiftool", qpdf: String = "/usr/bin/qpdf", runsMax: Int = 2
  ) -> StripperProcess {
    StripperProcess(
      of: [.pdf], beginningWith: "%PDF-",
      by: [
        // It reads what it writes from its standard input, and takes nothing from files of its own.
        Step(program: exiftool, arguments: ["-config", "", "-q", "-all:all=", "-o", "-", "-"]),
        // A way to read what has no name.
        Step(program: qpdf, arguments: ["--warning-exit-0", "--no-warn", "/dev/stdin", "-"]),
      ], runsMax: runsMax)
  }
}
