import Domain

/// How many other opinions a form has room for.
private let dissentMax = 3

extension FormSheet {
  /// What the one who decides says: the grounds, who saw it otherwise, and the day.
  mutating func ruling(_ people: People, for reader: Reader) {
    prose("grounds", label: "exploration.field.ruling-grounds", rows: 6)
    html("<h2 class=\"form-heading\">\(reader.text("exploration.ruling.dissent"))</h2>\n")
    html("<p class=\"field-hint\">\(reader.text("exploration.ruling.dissent-hint"))</p>\n")
    for number in 1...dissentMax {
      group(Phrase("exploration.ruling.dissent-number", ["number": .number(number)])) { sheet in
        sheet.select(
          "dissent-by-\(number)", label: "exploration.field.dissent-by", optional: true,
          people.choices)
        sheet.prose(
          "dissent-\(number)", label: "exploration.field.dissent", optional: true, rows: 3)
      }
    }
    happenedOn("exploration.field.decided-on")
  }
}

extension Form {
  /// What the one who decides says; an opinion is read when either of its fields is filled in.
  mutating func ruling(by person: PersonID, among people: People) -> Exploration.Ruling? {
    let grounds = prose("grounds")
    var dissent: [Exploration.Dissent] = []
    for number in 1...dissentMax {
      let (by, text) = ("dissent-by-\(number)", "dissent-\(number)")
      guard isFilled(by) || isFilled(text) else { continue }
      let (author, words) = (self.person(by, among: people), prose(text))
      if let author, let words { dissent.append(Exploration.Dissent(by: author, words)) }
    }
    return grounds.map { Exploration.Ruling(by: person, grounds: $0, dissent: dissent) }
  }
}
