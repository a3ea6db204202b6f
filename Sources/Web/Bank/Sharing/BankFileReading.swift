import Domain
import EventSourcing

/// Reads the file strictly: it is taken as a whole, or refused with the place of what is wrong in it.
extension BankFile {
  /// The file in `bytes`.
  init(reading bytes: [UInt8]) throws(FileProblem) {
    let json: JSON
    do throws(JSONProblem) {
      json = try JSON(strictly: bytes)
    } catch {
      throw FileProblem(error)
    }
    let file = try FileObject(
      json,
      names: ["format", "formatVersion", "organisation", "licence", "writtenOn", "entries"])
    _ = try file.value("format") { $0 == Self.format ? $0 : nil }
    _ = try file.whole("formatVersion", in: Self.formatVersion...Self.formatVersion)
    organisation = try file.line("organisation")
    licence = try file.line("licence")
    writtenOn = try file.value("writtenOn") { Day($0) }
    var seen: Set<BankEntryID> = []
    entries = try file.list("entries", atMost: Self.entriesMax) {
      json, place throws(FileProblem) in
      let entry = try Entry(json, at: place)
      guard seen.insert(entry.id).inserted else {
        throw FileProblem(.twice, at: "\(place).id")
      }
      return entry
    }
  }
}

extension BankFile.Entry {
  private static let names: Set<String> = [
    "id", "provenance", "kind", "title", "text", "fits", "fitsNot", "legalLimits", "burden",
    "interventionTypes", "determinants", "sector", "evidence", "source",
  ]

  fileprivate init(_ json: JSON, at place: String) throws(FileProblem) {
    let entry = try FileObject(json, at: place, names: Self.names)
    id = try entry.value("id") { BankEntryID($0) }
    provenance = try BankEntry.Provenance(in: entry)
    article = try BankEntry.Article(in: entry)
  }
}

extension BankEntry.Article {
  fileprivate init(in entry: FileObject) throws(FileProblem) {
    self.init(
      try entry.value("kind") { BankEntry.Kind(rawValue: $0) }, title: try entry.line("title"),
      text: try entry.prose("text"), fits: try entry.optionalProse("fits"),
      fitsNot: try entry.optionalProse("fitsNot"),
      legalLimits: try entry.optionalProse("legalLimits"),
      burden: try entry.optionalProse("burden"),
      interventionTypes: try entry.values("interventionTypes", atMost: BankFile.keysMax) {
        References.InterventionType.Key($0)
      },
      determinants: try entry.values("determinants", atMost: BankFile.keysMax) {
        References.Determinant.Code($0)
      },
      sector: try entry.optionalLine("sector"),
      evidence: try entry.value("evidence") { BankEntry.EvidenceGrade(rawValue: $0) },
      source: try Source(in: entry))
  }
}

extension BankEntry.Provenance {
  fileprivate init(in entry: FileObject) throws(FileProblem) {
    let part = try entry.object(
      "provenance", names: ["organisation", "version", "licence", "basis"])
    let basis = try part.optionalObject("basis", names: ["organisation", "version"])
    self.init(
      organisation: try part.line("organisation"),
      version: try part.whole("version", in: 1...BankFile.entryVersionMax),
      licence: try part.line("licence"), basis: try BankEntry.Basis(basis))
  }
}

extension BankEntry.Basis {
  fileprivate init?(_ part: FileObject?) throws(FileProblem) {
    guard let part else { return nil }
    self.init(
      organisation: try part.line("organisation"),
      version: try part.whole("version", in: 1...BankFile.entryVersionMax))
  }
}

extension Source {
  fileprivate init?(in entry: FileObject) throws(FileProblem) {
    guard let part = try entry.optionalObject("source", names: ["text", "address"]) else {
      return nil
    }
    self.init(
      try part.line("text"), at: try part.optionalValue("address") { WebAddress($0) })
  }
}

extension FileProblem {
  fileprivate init(_ problem: JSONProblem) {
    let reason: Reason =
      switch problem {
      case .malformed(let line): .malformed(line: line)
      case .repeatedName(let name): .repeatedName(name)
      case .numberOutOfRange: .numberOutOfRange
      }
    self.init(reason)
  }
}

/// What is wrong with a file, in words.
extension FileProblem {
  var phrase: Phrase {
    guard let place else { return reason.phrase }
    return Phrase("bank.file.at", ["place": .text(place), "problem": .phrase(reason.phrase)])
  }
}

extension FileProblem.Reason {
  fileprivate var phrase: Phrase {
    switch self {
    case .malformed(let line): Phrase("bank.file.malformed", ["line": .number(line)])
    case .repeatedName(let name):
      Phrase("bank.file.repeated-name", ["name": .text(FileObject.shown(name))])
    case .numberOutOfRange: "bank.file.number-out-of-range"
    case .missing: "bank.file.missing"
    case .unknownName: "bank.file.unknown-name"
    case .notAnObject: "bank.file.not-an-object"
    case .notAList: "bank.file.not-a-list"
    case .tooMany(let max): Phrase("bank.file.too-many", ["max": .number(max)])
    case .notAText: "bank.file.not-a-text"
    case .text(let problem): FieldProblem(problem).phrase
    case .notANumber(let low, let high):
      Phrase("bank.file.not-a-number", ["low": .number(low), "high": .number(high)])
    case .notAllowed: "bank.file.not-allowed"
    case .twice: "bank.file.twice"
    }
  }
}
