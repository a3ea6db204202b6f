import Domain
import ReadModels

/// The questions of a checklist as one types them: a line each, `question | rule | legal basis`.
enum ChecklistItems {
  static func written(_ items: [Checklist.Item]) -> String {
    items.map { item in
      [item.question.description, item.rule.description, item.legalBasis?.description]
        .compactMap { $0 }.joined(separator: " | ")
    }.joined(separator: "\n")
  }
}

extension Form {
  /// The questions; one that stood in the newest of `editions` keeps its key, so that answers can be compared over
  /// editions, and no key of an earlier one is given again.
  mutating func items(
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
    guard items.count <= Checklist.Content.itemsMax else {
      note(.tooManyLines(items.count, max: Checklist.Content.itemsMax), at: field)
      return nil
    }
    return items
  }
}
