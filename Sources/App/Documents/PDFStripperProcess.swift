import EventSourcing
import Foundation
import Web

/// Takes metadata out of a PDF by ExifTool and qpdf as Debian has them, each in a process with bounds.
///
/// ExifTool takes out what stands in the directory of information and as XMP, but leaves the old revision behind the new
/// one; qpdf writes the document anew, with nothing in it that is not referred to.
final class PDFStripperProcess: PDFStripper {
  private let exiftool: BoundedProgram
  private let qpdf: BoundedProgram
  private let places: Places

  /// - Parameters:
  ///   - exiftool: ExifTool's command.
  ///   - qpdf: qpdf's command.
  ///   - timeLimit: how long each may take.
  ///   - runsMax: how many documents are stripped at a time.
  init(
    exiftool: String = "/usr/bin/exiftool", qpdf: String = "/usr/bin/qpdf",
    timeLimit: Duration = .seconds(30), runsMax: Int = 2
  ) {
    self.exiftool = BoundedProgram(exiftool, timeLimit: timeLimit)
    self.qpdf = BoundedProgram(qpdf, timeLimit: timeLimit)
    places = Places(runsMax)
  }

  var isThere: Bool { exiftool.isThere && qpdf.isThere }

  func strip(
    _ content: ReceivedContent, into rest: any IncomingContent
  ) async throws(StrippingFailure) {
    guard isThere else { throw .missing }
    guard await places.take() else { throw .busy }
    defer { places.giveBack() }
    do {
      try await run(on: content, into: rest)
    } catch let failure as StrippingFailure {
      throw failure
    } catch let failure as DocumentFailure {
      throw .store(failure)
    } catch BoundedProgram.Failure.tooSlow {
      throw .tooSlow
    } catch BoundedProgram.Failure.status(_, let complaint) {
      throw .failed(complaint)
    } catch {
      throw .failed("\(error)")
    }
  }

  private func run(on content: ReceivedContent, into rest: any IncomingContent) async throws {
    let (came, without, anew) = (try NamelessFile(), try NamelessFile(), try NamelessFile())
    let cursor = content.cursor()
    while let part = try await cursor.next() { try came.append(part) }
    // It reads what it writes from its standard input, and takes nothing from files of its own.
    try await exiftool.run(
      ["-config", "", "-q", "-all:all=", "-o", "-", "-"], reading: came, writing: without)
    // A way to read what has no name.
    try await qpdf.run(
      ["--warning-exit-0", "--no-warn", "/dev/stdin", "-"], reading: without, writing: anew)
    guard try anew.begins(with: Array("%PDF-".utf8)) else {
      throw StrippingFailure.failed("what came out is no PDF")
    }
    try anew.rewind()
    while let part = try anew.next(256 * 1024) { try await rest.add(part) }
  }
}
