import Domain
import ReadModels

/// How a checklist is shown and written: a question a line, `question | rule | legal basis`.
extension ChecklistContent: ShownContent {
  static var words: TemplateWords {
    TemplateWords(
      title: "checklists.title", lead: "checklists.lead", none: "checklists.none",
      new: "checklists.new", kicker: "checklist.kicker", name: "checklist.field.title")
  }

  static var addresses: TemplateAddresses {
    TemplateAddresses(
      list: "checklists", new: "checklists/new", page: "checklists/:checklist",
      editions: "checklists/:checklist/editions", end: "checklists/:checklist/end")
  }

  static var width: Page.Width { .work }

  var filled: [String: String?] {
    let lines = items.map { item in
      [item.question.description, item.rule.description, item.legalBasis?.description]
        .compactMap { $0 }.joined(separator: " | ")
    }
    return [
      "title": title.description, "programme": programme?.description,
      "items": lines.joined(separator: "\n"),
    ]
  }

  func purpose(_ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader) -> String {
    let known = programmes.first { $0.programme == programme }?.label.name.description
    return known ?? reader.text("case.regular-supervision")
  }

  static var columns: [(Phrase, DataTable.Alignment)] {
    [("case.field.programme", .text), ("checklist.field.items", .number)]
  }

  func cells(_ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader) -> [HTML] {
    [HTML(purpose(programmes, reader)), HTML(reader.number(items.count))]
  }

  func html(_ edition: Int, called title: String, _ reader: Reader) -> HTML {
    var table = DataTable("edition-\(edition)", caption: title)
    for column: Phrase in ["checklist.field.question", "case.field.rule", "case.field.basis"] {
      table.column(reader.text(column), .sentences)
    }
    for item in items {
      table.row(
        HTML(item.question.description), HTML(item.rule.description),
        HTML(item.legalBasis?.description ?? ""))
    }
    return table.html(for: reader)
  }

  static func fields(
    _ sheet: inout FormSheet, after editions: [ChecklistRow.Edition],
    _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader
  ) {
    sheet.line("title", label: "checklist.field.title")
    sheet.select(
      "programme", label: "case.field.programme", hint: "case.field.programme-hint",
      optional: true,
      programmes.choices(keeping: editions.last?.content.programme, for: reader))
    sheet.prose("items", label: "checklist.field.items", hint: "checklist.items-hint", rows: 12)
  }

  static func read(
    _ form: inout Form, after editions: [ChecklistRow.Edition],
    _ programmes: [ProgrammeNamesQuery.Name]
  ) -> ChecklistContent? {
    let title = form.line("title")
    let programme = form.optionalOffered("programme", as: ProgrammeID.self)
    let standing = editions.last?.content.programme
    if let programme, !programmes.offer(programme, keeping: standing) {
      form.note(.notAChoice, at: "programme")
    }
    let items = form.items("items", after: editions)
    guard let title, let items else { return nil }
    return ChecklistContent(title, programme: programme, items: items)
  }

  static func explain(_ refusal: Refusal) -> FormProblem {
    switch refusal {
    case .empty: FormProblem("checklist.refusal.empty", at: "items")
    case .keyTwice, .questionTwice: FormProblem("checklist.refusal.twice", at: "items")
    case .keyUsedBefore: FormProblem("form.taken")
    }
  }
}

extension Form {
  /// The questions; one that stood in the newest of `editions` keeps its key, so that answers can be compared over
  /// editions, and no key of an earlier one is given again.
  fileprivate mutating func items(
    _ field: String, after editions: [ChecklistRow.Edition]
  ) -> [Checklist.Item]? {
    let known = editions.last?.content.items ?? []
    let used = editions.flatMap(\.content.items)
    var items: [Checklist.Item] = []
    var serial = used.compactMap { Int($0.key.description.dropFirst()) }.max() ?? 0
    for line in lines(field) {
      let parts = line.description.unicodeScalars.split(
        separator: "|", omittingEmptySubsequences: false
      ).map { try? Line(String($0)) }
      guard (2...3).contains(parts.count), let question = parts[0], let rule = parts[1] else {
        note(.said(Phrase("checklist.not-an-item", ["line": .text(line.description)])), at: field)
        return nil
      }
      let standing = known.first { $0.question == question }?.key
      if standing == nil { serial += 1 }
      guard let key = standing ?? Checklist.Item.Key("q\(serial)") else { continue }
      items.append(
        Checklist.Item(
          key, question: question, rule: rule, legalBasis: parts.count == 3 ? parts[2] : nil))
    }
    guard !items.isEmpty else {
      note(.empty, at: field)
      return nil
    }
    guard items.count <= ChecklistContent.itemsMax else {
      note(.tooManyLines(items.count, max: ChecklistContent.itemsMax), at: field)
      return nil
    }
    return items
  }
}
