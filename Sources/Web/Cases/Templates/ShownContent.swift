import Domain
import ReadModels

/// What a template says, of a kind that has pages.
protocol ShownContent: ListedContent {
  static var words: TemplateWords { get }
  static var addresses: TemplateAddresses { get }
  /// How wide its own page is.
  static var width: Page.Width { get }

  /// What stands in the fields of the form by which it was published.
  var filled: [String: String?] { get }
  /// What it is for, under its title.
  func purpose(_ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader) -> String
  /// All that it says, as the edition that is called `title`.
  func html(_ edition: Int, called title: String, _ reader: Reader) -> HTML

  /// The fields of the form by which one is published after `editions`.
  static func fields(
    _ sheet: inout FormSheet, after editions: [TemplateRow<Self>.Edition],
    _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader)
  /// What stands in those fields, to come after `editions`; nil when something is wrong with it.
  static func read(
    _ form: inout Form, after editions: [TemplateRow<Self>.Edition],
    _ programmes: [ProgrammeNamesQuery.Name]
  ) -> Self?
  /// Why it is not published, in words, and at which field.
  static func explain(_ refusal: Refusal) -> FormProblem
  /// The columns of the list of all, between their titles and their editions, and what stands in them.
  static var columns: [(Phrase, DataTable.Alignment)] { get }
  func cells(_ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader) -> [HTML]
}

/// What a kind of template is called.
struct TemplateWords {
  let title: Phrase
  let lead: Phrase
  let none: Phrase
  let new: Phrase
  let kicker: Phrase
  let name: Phrase
}

/// Where a kind of template has its pages.
struct TemplateAddresses {
  let list: StaticString
  let new: StaticString
  let page: StaticString
  let editions: StaticString
  let end: StaticString
}

extension ShownContent {
  /// Where it belongs, and so who may change it.
  var place: Authority.Place { programme.map { .programme($0) } ?? .organisation }

  static var list: Link { Link(addresses.list.description) }
  static var new: Link { Link(addresses.list.description, "new") }

  static func page(_ id: Identifier<Template<Self>>, _ parts: String...) -> Link {
    Link(segments: [addresses.list.description, id.description] + parts)
  }
}
