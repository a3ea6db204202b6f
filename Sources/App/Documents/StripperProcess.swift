import Domain
import EventSourcing
import Foundation
import Web

/// Takes metadata out of documents by programs of the machine, one after another, each in a process with bounds.
final class StripperProcess: DocumentStripper {
  /// A program that reads from its standard input what came before, and writes what is left.
  struct Step {
    let program: String
    let arguments: [String]
  }

  private let possibleKinds: [FiledDocument.Kind]
  private let steps: [(program: BoundedProgram, arguments: [String])]
  /// What a document of these kinds begins with.
  private let beginning: [UInt8]
  private let places: Places

  /// - Parameters:
  ///   - kinds: what it takes metadata out of.
  ///   - beginning: what a document of these kinds begins with.
  ///   - steps: the programs, in their order.
  ///   - timeLimit: how long each may take.
  ///   - runsMax: how many documents are stripped at a time.
  init(
    of kinds: [FiledDocument.Kind], beginningWith beginning: String, by steps: [Step],
    timeLimit: Duration = .seconds(30), runsMax: Int = 2
  ) {
    possibleKinds = kinds
    self.beginning = Array(beginning.utf8)
    self.steps = steps.map {
      (BoundedProgram($0.program, timeLimit: timeLimit), $0.arguments)
    }
    places = Places(runsMax)
  }

  var kinds: [FiledDocument.Kind] { isThere ? possibleKinds : [] }

  private var isThere: Bool { steps.allSatisfy(\.program.isThere) }

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
    var left = try NamelessFile()
    let cursor = content.cursor()
    while let part = try await cursor.next() { try left.append(part) }
    for step in steps {
      let came = left
      left = try NamelessFile()
      try await step.program.run(step.arguments, reading: came, writing: left)
    }
    guard try left.begins(with: beginning) else {
      throw StrippingFailure.failed("what came out is of another kind")
    }
    try left.rewind()
    while let part = try left.next(256 * 1024) { try await rest.add(part) }
  }
}
