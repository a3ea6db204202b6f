import Domain
import EventSourcing
import ReadModels

/// Where a file of another organisation comes in.
enum BankImportPage {
  static func page(_ form: Form, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.bankImport, button: "bank.import.show", cancel: Site.bank, for: reader
    ) { sheet in
      sheet.file(
        "file", label: "bank.import.file",
        hint: Phrase("bank.import.file-hint", ["max": .number(BankFile.bytesMax / 1024)]),
        accepting: ".json,application/json")
    }
    return Page(
      reader.text("bank.import.title"), trail: [Crumb(reader.text("bank.title"), Site.bank)],
      width: .read, hasProblems: !form.isSound,
      body: "<p class=\"lead\">\(reader.text("bank.import.lead"))</p>\n\(sheet)")
  }
}

/// What a file would come to, with the form that takes it over.
struct BankTakeoverPage {
  let takeover: BankTakeover
  let form: Form
  let reader: Reader
  private let contents: String

  init(takeover: BankTakeover, form: Form, reader: Reader) throws {
    self.takeover = takeover
    self.form = form
    self.reader = reader
    contents = String(decoding: try Payload.encode(takeover.file.json), as: UTF8.self)
  }

  var page: Page {
    let file = takeover.file
    let lead = reader.text(
      "bank.takeover.lead",
      [
        "organisation": .text(file.organisation.description),
        "day": .text(reader.day(file.writtenOn)), "licence": .text(file.licence.description),
      ])
    return Page(
      reader.text("bank.takeover.title"),
      trail: [
        Crumb(reader.text("bank.title"), Site.bank),
        Crumb(reader.text("bank.import.title"), Site.bankImport),
      ], hasProblems: !form.isSound,
      body: """
        <p class="lead">\(lead)</p>
        \(takeover.items.isEmpty ? EmptyState.html(reader.text("bank.takeover.empty")) : table)
        \(act)
        """)
  }

  private var table: HTML {
    var table = DataTable(
      "takeover", caption: reader.text("bank.takeover.title"), isCaptionHidden: true)
    table.column(reader.text("bank.field.title"))
    table.column(reader.text("bank.fact.from"))
    table.column(reader.text("bank.takeover.column.verdict"), .sentences)
    table.column(reader.text("bank.takeover.column.caution"), .sentences)
    for item in takeover.items {
      table.row(
        title(of: item), HTML(BankWords.text(of: item.entry.provenance, reader)),
        HTML(reader.text(item.verdict.words(for: reader))), HTML(caution(about: item)))
    }
    return table.html(for: reader)
  }

  /// With the way to what stands here under the same identity.
  private func title(of item: BankTakeover.Item) -> HTML {
    let title = item.entry.article.title
    guard item.verdict != .new else { return HTML(title.description) }
    return "<a href=\"\(reader.to(Site.bankEntry(item.entry.id)))\">\(title)</a>"
  }

  private func caution(about item: BankTakeover.Item) -> String {
    let names =
      item.unknownTypes.map(\.description) + item.unknownDeterminants.map(\.description)
    guard !names.isEmpty, item.verdict.isChange else { return "" }
    return reader.text("bank.takeover.unknown", ["names": .text(reader.listed(names))])
  }

  /// The form that takes over; nothing when there is nothing to.
  private var act: HTML {
    let count = takeover.changing.count
    guard count > 0 else {
      return "<p>\(reader.text("bank.takeover.nothing"))</p>\n"
    }
    return FormSheet.html(
      form, to: Site.bankTakeover, button: Phrase("bank.takeover.button", count: count),
      cancel: Site.bank, for: reader
    ) { sheet in
      sheet.hiddenFile("contents", contents)
      sheet.day("review", label: "bank.field.review")
    }
  }
}

extension BankTakeover.Verdict {
  fileprivate func words(for reader: Reader) -> Phrase {
    switch self {
    case .new: "bank.takeover.new"
    case .same: "bank.takeover.same"
    case .replaces(let version, let isAmendedHere):
      Phrase(
        isAmendedHere ? "bank.takeover.replaces-amended" : "bank.takeover.replaces",
        ["version": .number(version)])
    case .refused(let refusal):
      Phrase(
        "bank.takeover.refused",
        [
          "why": .phrase(
            BankRefusals.explain(refusal, people: reader.people, reader).problem.phrase)
        ])
    }
  }
}
