import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Taking over what others share: a file comes in, a page says what it would come to, one act does it.
struct BankImport: Sendable {
  /// What a request may hold: the file, and the few fields beside it.
  static let requestBytesMax = BankFile.bytesMax + 64 * 1024

  let library: Library
  let commands: any CommandGateway

  @Sendable func draw(_ visit: Visit) async throws -> Response {
    visit.show(BankImportPage.page(Form(for: visit.reader), visit.reader))
  }

  /// Says what the file would come to; nothing is recorded.
  @Sendable func preview(_ visit: Visit) async throws -> Response {
    let reader = visit.reader
    var form = try await visit.form(withFileUpTo: Self.requestBytesMax)
    guard let chosen = form.chosenFile("file"),
      let file = form.bankFile(chosen.bytes, at: "file")
    else {
      return visit.again(BankImportPage.page(form, reader))
    }
    let reviewOn = reader.today.adding(days: 365)
    let takeover = try await takeover(of: file, reviewOn: reviewOn, visit)
    let next = Form(for: reader, filled: ["review": reader.typed(reviewOn)])
    return visit.show(try BankTakeoverPage(takeover: takeover, form: next, reader: reader).page)
  }

  /// Takes over what is new in the file that the page before carried along.
  @Sendable func take(_ visit: Visit) async throws -> Response {
    let reader = visit.reader
    var form = try await visit.form(withFileUpTo: Self.requestBytesMax)
    guard let file = form.bankFile(Array(form.value("contents").utf8), at: "contents") else {
      throw Problem(.badRequest, "error.form-unreadable")
    }
    guard let reviewOn = form.laterDay("review") else {
      let takeover = try await takeover(of: file, reviewOn: reader.today.adding(days: 1), visit)
      return visit.again(try BankTakeoverPage(takeover: takeover, form: form, reader: reader).page)
    }
    let orders = try await takeover(of: file, reviewOn: reviewOn, visit).orders
    let (receipt, failure) = try await visit.submit(each: orders, from: form, through: commands)
    guard let failure else {
      guard let receipt else { return visit.go(to: Site.bank) }
      return visit.go(to: Site.bank, after: receipt, of: form.command)
    }
    form.note(FormProblem(failure.words))
    let rest = try await takeover(of: file, reviewOn: reviewOn, visit)
    return visit.show(
      try BankTakeoverPage(takeover: rest, form: form, reader: reader).page, status: failure.status)
  }

  private func takeover(
    of file: BankFile, reviewOn: Day, _ visit: Visit
  ) async throws -> BankTakeover {
    let found = try await library.look(
      BankStatesQuery(of: file.entries.map(\.id)), EditionQuery(), as: try visit.viewer())
    return BankTakeover(
      of: file, onto: found.0, knowing: found.1?.edition,
      by: BankTakeover.Act(
        person: try visit.actor(),
        organisation: Line(recorded: visit.reader.house.organisation), reviewOn: reviewOn,
        today: visit.reader.today))
  }
}

extension Form {
  /// The file of the data bank in `bytes`; what is wrong with it is noted at `field`.
  fileprivate mutating func bankFile(_ bytes: [UInt8], at field: String) -> BankFile? {
    guard bytes.count <= BankFile.bytesMax else {
      let kilobytes = BankFile.bytesMax / 1024
      note(.said(Phrase("bank.file.too-large", ["max": .number(kilobytes)])), at: field)
      return nil
    }
    do throws(FileProblem) {
      return try BankFile(reading: bytes)
    } catch {
      note(.said(error.phrase), at: field)
      return nil
    }
  }

  /// A day after today that must be there.
  fileprivate mutating func laterDay(_ field: String) -> Day? {
    guard let day = day(field) else { return nil }
    if let today, day <= today {
      note(.said("bank.import.review-passed"), at: field)
      return nil
    }
    return day
  }
}

extension CommandFailure<BankEntry.Refusal> {
  /// What kept some entries from being taken over.
  fileprivate var words: Phrase {
    switch self {
    case .refused, .outdated, .reused, .taken, .contended: "bank.import.partly"
    case .busy: "form.busy"
    case .outcomeUnknown: "form.outcome-unknown"
    case .unavailable: "form.unavailable"
    }
  }

  fileprivate var status: HTTPResponse.Status {
    switch self {
    case .refused, .outdated, .reused, .taken, .contended: .conflict
    case .busy, .outcomeUnknown, .unavailable: .serviceUnavailable
    }
  }
}
