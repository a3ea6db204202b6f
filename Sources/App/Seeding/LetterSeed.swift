import Domain
import EventSourcing

/// The letters of data/letters.yaml.
struct LetterSeedFile: Decodable {
  let letters: [Entry]

  struct Entry: Decodable {
    let key: String
    let title: String
    let kind: CaseFile.Report.Kind
    let publishedOn: Day
    let text: String
  }
}

/// One letter as the command that publishes it.
struct LetterSeed {
  let id: LetterTemplateID
  let steps: [SeedStep<LetterTemplate>]

  init(_ entry: LetterSeedFile.Entry, of organisation: Line) throws {
    let name = "letter/\(entry.key)"
    id = LetterTemplateID(.derived(from: name))
    let content = LetterTemplate.Content(
      try Line(entry.title), entry.kind, text: try Prose(entry.text))
    steps = [
      SeedStep(
        name: "\(name)/edition/1",
        command: .publish(content, organisation: organisation, on: entry.publishedOn))
    ]
  }
}
