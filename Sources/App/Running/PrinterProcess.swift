import Web

/// WeasyPrint as Debian has it, run once for each document, with a bound on its time, its memory and how many run.
///
/// What goes in and what comes out have no name on disk: a report is about people.
final class PrinterProcess: Printer {
  private static let byteCountMax = 20 * 1024 * 1024

  private let program: BoundedProgram
  private let places: Places

  /// - Parameters:
  ///   - program: WeasyPrint's own command.
  ///   - timeLimit: how long one run may take; shorter than a page may.
  ///   - patience: how long one waits for another to end.
  ///   - runsMax: how many run at a time.
  init(
    program: String = "/usr/bin/weasyprint", timeLimit: Duration = .seconds(15),
    patience: Duration = .seconds(10), runsMax: Int = 2
  ) {
    self.program = BoundedProgram(program, timeLimit: timeLimit)
    places = Places(runsMax, patience: patience)
  }

  var isThere: Bool { program.isThere }

  func pdf(of document: HTML) async throws(PrintingFailure) -> [UInt8] {
    guard isThere else { throw .missing }
    guard await places.take() else { throw .busy }
    defer { places.giveBack() }
    do {
      return try await run(on: document)
    } catch let failure as PrintingFailure {
      throw failure
    } catch BoundedProgram.Failure.tooSlow {
      throw .tooSlow
    } catch BoundedProgram.Failure.status(_, let complaint) {
      throw .failed(complaint)
    } catch {
      throw .failed("\(error)")
    }
  }

  private func run(on document: HTML) async throws -> [UInt8] {
    let (input, output) = (try NamelessFile(document.bytes), try NamelessFile())
    try await program.run(
      ["--quiet", "--pdf-variant", "pdf/ua-1", "-", "-"], reading: input, writing: output)
    let pdf = try output.bytes()
    guard pdf.starts(with: "%PDF-".utf8), pdf.count <= Self.byteCountMax else {
      throw PrintingFailure.failed("what came out is no PDF, or too large")
    }
    return pdf
  }
}
