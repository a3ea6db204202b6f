import Domain
import EventSourcing
import Testing

/// Cases and checklists.
extension Happenings {
  func handled() throws -> [LogEvent] {
    let day = try day(2)
    let noor = try person("noor")
    func visit(_ text: String) throws -> CaseFile.Intervention {
      CaseFile.Intervention(
        try key("visit"), on: day, from: TimeOfDay(hour: 8, minute: 30),
        place: try line(text + " hal"),
        participants: [try line(text + " chauffeur")], summary: try prose(text),
        statement: try prose(text + " verklaring"),
        measurements: [
          CaseFile.Measured(
            try line(text + " geluid"), try #require(Quantity(mantissa: 82)),
            unit: try line(text + " dB"))
        ])
    }
    func finding(_ text: String) throws -> CaseFile.Finding {
      CaseFile.Finding(
        .violation, rule: try line(text), legalBasis: try line("artikel"),
        description: try prose(text + " vlek"))
    }
    let document = CaseFile.Document(
      FiledDocument(
        try line("foto.jpg"), .jpeg, byteCount: 3,
        digest: try #require(
          ContentDigest(Array(repeating: 5, count: ContentDigest.byteCount)))),
      description: try line("de vlek"))
    let events: [CaseFile.Event] = [
      .opened(
        number: try #require(CaseNumber(year: 2026, serial: 1)),
        opening: CaseFile.Opening(
          try line("lek"), origin: .dataSelection(criteria: try prose("oud")), handlers: [noor]),
        organisation: try line("inspectie"), on: day),
      .retitled(title: try line("groot lek"), on: day),
      .subjectNamed(subject: id(1), on: day),
      .attached(programme: id(2), targetGroup: nil, reason: try prose("hoort daar"), on: day),
      .attached(programme: nil, targetGroup: nil, reason: try prose("toch niet"), on: day),
      .classified(confidentiality: .handlersOnly, reason: try prose("opsporing"), on: day),
      .handlerAdded(person: try person("amina"), on: day),
      .handlerReleased(person: try person("amina"), on: day),
      .related(other: id(3), on: day),
      .unrelated(other: id(3), on: day),
      .planned(
        plan: CaseFile.Plan(
          try key("visit"), purpose: try prose("kijken"), day: day, place: try line("hal"),
          participants: [try line("chauffeur")]), on: day),
      .taskAdded(id: id(1), task: CaseFile.Task(try line("brief"), dueOn: day), on: day),
      .taskMoved(id: id(1), dueOn: try self.day(9), reason: try prose("vakantie"), on: day),
      .taskDone(id: id(1), on: day),
      .taskAdded(id: id(2), task: CaseFile.Task(try line("bellen"), dueOn: day), on: day),
      .taskDropped(id: id(2), reason: try prose("niet nodig"), on: day),
      .logged(
        id: id(1), intervention: try visit("gezien"),
        findings: [CaseFile.NewFinding(id(1), try finding("dicht"))], on: day),
      .logCorrected(
        id: id(1), intervention: try visit("anders gezien"), reason: try prose("fout"), on: day),
      .findingAdded(id: id(2), finding: try finding("logboek"), intervention: id(1), on: day),
      .findingCorrected(
        id: id(2), finding: try finding("register"), reason: try prose("vergissing"), on: day),
      .findingWithdrawn(id: id(2), reason: try prose("ander pand"), on: day),
      .documentFiled(id: id(1), document: document, on: day),
      .documentReplaced(id: id(1), document: document, on: day),
      .documentRemoved(id: id(1), reason: try prose("verkeerde zaak"), on: day),
      .reportIssued(
        id: id(1),
        report: CaseFile.Report(
          .warning, try line("lekkage"),
          to: CaseFile.Addressee(try line("De Boer"), lines: [try line("Havenweg 1")]),
          offender: try line("De Boer")), serial: 1,
        issue: CaseFile.Issue(html: document.file, pdf: document.file), on: day),
      .reportWithdrawn(id: id(1), reason: try prose("naam fout"), on: day),
    ]
    let ending: [CaseFile.Event] = [
      .closed(
        outcome: CaseFile.Outcome(
          .restored, compliance: .reached, harmAvoided: try prose("lekkage"),
          explanation: try prose("gedicht")), on: day),
      .reopened(reason: try prose("melding"), on: day),
    ]
    return (events + (try enforced(id(1), on: day)) + ending + (try outcomes(on: day))).map(
      LogEvent.caseFile)
  }

  func listed() throws -> [LogEvent] {
    let day = try day(2)
    let content = Checklist.Content(
      try line("koeling"),
      items: [
        Checklist.Item(
          try key("q1"), question: try line("dicht"), rule: try line("regel"),
          legalBasis: try line("artikel"))
      ])
    let events: [Checklist.Event] = [
      .published(edition: 1, content: content, organisation: try line("inspectie"), on: day),
      .retired(reason: try prose("oud"), on: day),
    ]
    return events.map(LogEvent.checklist)
  }

  func begun() throws -> [LogEvent] {
    let day = try day(2)
    let content = LetterTemplate.Content(
      try line("waarschuwing"), .warning, text: try prose("geachte"))
    let events: [LetterTemplate.Event] = [
      .published(edition: 1, content: content, organisation: try line("inspectie"), on: day),
      .retired(reason: try prose("oud"), on: day),
    ]
    return events.map(LogEvent.letter)
  }
}
