import Crypto
import Domain
public import EventSourcing
import HTTPTypes

/// A form as somebody is filling it in: the values as they were written, and what is wrong with them.
///
/// The same value draws the empty form, the filled one and the one that came back; nothing that was
/// written is lost on the way. It carries the command's identity, made when the form was first drawn, so
/// sending it twice is harmless, and the version its writer was looking at.
public struct Form: Sendable {
  /// The identity of the command, for ever the same for this form.
  public let command: Identity
  /// The version of what is being changed when the form was drawn; nil when there was none.
  public let version: Int?
  /// What stood in the fields when the form was drawn; nil when it does not say.
  public let basis: FormBasis?
  public private(set) var problems: [FormProblem] = []
  private var values: [String: [String]]
  private var files: [String: UploadedFile] = [:]
  private var documents: [String: [ArrivedDocument]] = [:]
  let language: Language
  /// Today, after which nothing can have happened yet; nil when nobody said what day it is.
  let today: Day?

  /// A form to draw, with the values that stand in it to begin with.
  public init(
    for reader: Reader, version: Int? = nil, filled values: [String: String] = [:],
    command: Identity = .fresh()
  ) {
    self.command = command
    self.version = version
    self.values = values.mapValues { [$0] }
    basis = FormBasis(values)
    language = reader.language
    today = reader.today
  }

  /// The form that came in.
  ///
  /// - Throws: 400 when it does not carry a command or carries a malformed version: then it is not ours.
  init(_ body: FormBody, in language: Language, on today: Day? = nil) throws(Problem) {
    guard let command = body.values["command"]?.first.flatMap({ Identity($0) }) else {
      throw Problem(.badRequest, Phrase("error.form-unreadable"))
    }
    let version = body.values["version"]?.first
    guard version == nil || version.flatMap({ Int($0) }).map({ $0 >= 0 }) == true else {
      throw Problem(.badRequest, Phrase("error.form-unreadable"))
    }
    self.command = command
    self.version = version.flatMap { Int($0) }
    self.language = language
    self.today = today
    basis = body.values["basis"]?.first.flatMap { FormBasis($0) }
    values = body.values.filter { !Self.ownNames.contains($0.key) }
    files = body.files
    documents = body.documents
  }

  /// The names of what the page itself puts into a form.
  static let ownNames: Set = ["command", "version", "basis", "labels"]

  private init(_ form: Form, command: Identity, version: Int?) {
    self.command = command
    self.version = version
    basis = form.basis
    values = form.values
    problems = form.problems
    language = form.language
    today = form.today
  }

  /// The same values as a new command on what is now at `version`, for whoever chooses to go on.
  public func renewed(at version: Int?) -> Form {
    Form(self, command: .fresh(), version: version)
  }

  /// What is asked when this is sent to `path`, in bytes that are the same each time it is sent.
  func content(sentTo path: String) -> [UInt8] {
    var bytes = Array(path.utf8)
    for (field, written) in values.sorted(by: { $0.key < $1.key }) {
      for value in written where !value.isEmpty {
        // No form brings a zero byte, so these set the parts apart.
        bytes.append(0)
        bytes += field.utf8
        bytes.append(0)
        bytes += value.utf8
      }
    }
    for (field, file) in files.sorted(by: { $0.key < $1.key }) {
      bytes += [0] + Array(field.utf8) + [0] + Array(file.name.utf8) + [0]
      bytes += SHA256.hash(data: file.bytes)
    }
    for (field, arrived) in documents.sorted(by: { $0.key < $1.key }) {
      for document in arrived {
        bytes += [0] + Array(field.utf8) + [0] + Array(document.name.utf8) + [0]
        if case .success(let content) = document.content { bytes += content.digest.bytes }
      }
    }
    return bytes
  }

  /// What stands in the field; empty when nothing does.
  public func value(_ field: String) -> String { values[field]?.first ?? "" }

  /// What was chosen in a field that takes several.
  public func allValues(_ field: String) -> [String] { values[field] ?? [] }

  /// The file that was chosen in the field; nil when none was.
  func file(_ field: String) -> UploadedFile? { files[field] }

  /// The documents that came in with the field.
  func arrived(_ field: String) -> [ArrivedDocument] { documents[field] ?? [] }

  /// Everything that was written, for a page that keeps it through a sign-in.
  var everything: [String: [String]] { values }

  /// Whether nothing is wrong so far.
  public var isSound: Bool { problems.isEmpty }

  /// What is wrong with the field; nil when nothing is.
  public func problem(at field: String) -> FieldProblem? {
    problems.first { $0.field == field }?.problem
  }

  /// Notes what is wrong, once for each field.
  public mutating func note(_ problem: FormProblem) {
    guard problem.field == nil || !problems.contains(where: { $0.field == problem.field }) else {
      return
    }
    problems.append(problem)
  }

  mutating func note(_ problem: FieldProblem, at field: String) {
    note(FormProblem(problem, at: field))
  }
}
