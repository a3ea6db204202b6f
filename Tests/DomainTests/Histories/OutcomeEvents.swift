import Domain
import TestCast

/// Every event of what comes of a case as the log keeps it, for ever: surveys, publications and keeping.
extension Golden<CaseFile> {
  static let outcomes: [Self] = surveys + publications + keeping

  private static let id = #""id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}"#

  private static let surveys: [Self] = [
    surveyed(
      .asked(intervention: 1, until: nextMonday),
      #"{"event":{"asked":{"intervention":"00000000-0000-7000-8000-000000000001","until":"2026-03-09"}},"#
    ),
    surveyed(
      .asked(intervention: nil, until: nextMonday), #"{"event":{"asked":{"until":"2026-03-09"}},"#),
    surveyed(
      .answered(answers: Survey.Answers([.fair: Score.allCases[3]], remark: "Netjes")),
      #"{"event":{"answered":{"answers":{"ratings":[{"score":4,"statement":"fair"}],"remark":"Netjes"}}},"#
    ),
    surveyed(
      .answered(answers: Survey.Answers([.fair: Score.allCases[3]])),
      #"{"event":{"answered":{"answers":{"ratings":[{"score":4,"statement":"fair"}]}}},"#),
    surveyed(.declined, #"{"event":{"declined":{}},"#),
    surveyed(.withdrawn(reason: "Fout"), #"{"event":{"withdrawn":{"reason":"Fout"}},"#),
  ]

  private static let publications: [Self] = [
    publicized(
      .intended(
        text: Publication.Text(
          "Lek", name: "De Boer", summary: "Het lekte", findings: ["Een plas"],
          omission: Publication.Omission([.privacy], what: "Namen")), viewUntil: nextMonday),
      #"{"event":{"intended":{"text":{"findings":["Een plas"],"name":"De Boer","omission":{"grounds":["privacy"],"what":"Namen"},"summary":"Het lekte","title":"Lek"},"viewUntil":"2026-03-09"}},"#
    ),
    publicized(
      .intended(
        text: Publication.Text("Lek", summary: "Het lekte"), viewUntil: nextMonday, subject: 9),
      #"{"event":{"intended":{"subject":"00000000-0000-7000-8000-000000000009","text":{"findings":[],"summary":"Het lekte","title":"Lek"},"viewUntil":"2026-03-09"}},"#
    ),
    publicized(
      .viewReceived(view: "Niet waar"), #"{"event":{"viewReceived":{"view":"Niet waar"}},"#),
    publicized(
      .decided(text: Publication.Text("Lek", summary: "Het lekte"), viewChanged: true),
      #"{"event":{"decided":{"text":{"findings":[],"summary":"Het lekte","title":"Lek"},"viewChanged":true}},"#
    ),
    publicized(
      .decided(text: Publication.Text("Lek", summary: "Het lekte"), viewChanged: nil),
      #"{"event":{"decided":{"text":{"findings":[],"summary":"Het lekte","title":"Lek"}}},"#),
    publicized(
      .decided(text: Publication.Text("Lek", summary: "Het lekte"), viewChanged: true, by: noor),
      #"{"event":{"decided":{"by":"noor","text":{"findings":[],"summary":"Het lekte","title":"Lek"},"viewChanged":true}},"#
    ),
    publicized(
      .putTo(party: 4, name: "De Vries", viewUntil: nextMonday),
      #"{"event":{"putTo":{"name":"De Vries","party":"00000000-0000-7000-8000-000000000004","viewUntil":"2026-03-09"}},"#
    ),
    publicized(
      .viewReceived(view: "Niet waar", party: 4),
      #"{"event":{"viewReceived":{"party":"00000000-0000-7000-8000-000000000004","view":"Niet waar"}},"#
    ),
    publicized(
      .hearingTakenBack(party: 4, anewUntil: nil, reason: "Fout"),
      #"{"event":{"hearingTakenBack":{"party":"00000000-0000-7000-8000-000000000004","reason":"Fout"}},"#
    ),
    publicized(
      .hearingTakenBack(party: nil, anewUntil: nextMonday, reason: "Fout"),
      #"{"event":{"hearingTakenBack":{"anewUntil":"2026-03-09","reason":"Fout"}},"#),
    publicized(
      .viewTakenBack(party: 4, reason: "Fout"),
      #"{"event":{"viewTakenBack":{"party":"00000000-0000-7000-8000-000000000004","reason":"Fout"}},"#
    ),
    publicized(
      .viewTakenBack(party: nil, reason: "Fout"),
      #"{"event":{"viewTakenBack":{"reason":"Fout"}},"#),
    publicized(
      .revised(text: Publication.Text("Lek", summary: "Dicht"), viewUntil: nextMonday),
      #"{"event":{"revised":{"text":{"findings":[],"summary":"Dicht","title":"Lek"},"viewUntil":"2026-03-09"}},"#
    ),
    publicized(.agreed(by: joris), #"{"event":{"agreed":{"by":"joris"}},"#),
    publicized(.madeKnown, #"{"event":{"madeKnown":{}},"#),
    publicized(
      .stopped(cause: .caseReopened), #"{"event":{"stopped":{"cause":"caseReopened"}},"#),
    publicized(
      .stopped(cause: .reportWithdrawn), #"{"event":{"stopped":{"cause":"reportWithdrawn"}},"#),
    publicized(
      .stopped(cause: .violationTakenBack),
      #"{"event":{"stopped":{"cause":"violationTakenBack"}},"#),
    publicized(
      .stopped(cause: .subjectChanged), #"{"event":{"stopped":{"cause":"subjectChanged"}},"#),
    publicized(
      .stopped(cause: .measureTakenBack), #"{"event":{"stopped":{"cause":"measureTakenBack"}},"#),
    publicized(
      .published(until: nextMonday, reason: "Klein"),
      #"{"event":{"published":{"reason":"Klein","until":"2026-03-09"}},"#),
    publicized(
      .published(until: nextMonday, reason: nil), #"{"event":{"published":{"until":"2026-03-09"}},"#
    ),
    publicized(.refrained(reason: "Toch niet"), #"{"event":{"refrained":{"reason":"Toch niet"}},"#),
    publicized(.withdrawn(reason: "Fout"), #"{"event":{"withdrawn":{"reason":"Fout"}},"#),
  ]

  private static let keeping: [Self] = [
    kept(.held(reason: "Rechtszaak"), #"{"event":{"held":{"reason":"Rechtszaak"}},"#),
    kept(.holdLifted(reason: "Klaar"), #"{"event":{"holdLifted":{"reason":"Klaar"}},"#),
    kept(
      .destructionProposed(term: Keeping.term, by: joris),
      #"{"event":{"destructionProposed":{"by":"joris","term":{"category":{"key":"W2","name":"Toezicht met herstel","source":"werkwaarde","years":5},"from":"2026-03-04","result":"restored"}}},"#
    ),
    kept(.destructionApproved(by: noor), #"{"event":{"destructionApproved":{"by":"noor"}},"#),
    kept(
      .destructionDeclined(reason: "Nog niet", by: noor),
      #"{"event":{"destructionDeclined":{"by":"noor","reason":"Nog niet"}},"#),
    kept(
      .destroyed(statement: Keeping.statement),
      #"{"event":{"destroyed":{"statement":{"destroyedAt":1900000000,"documentCount":2,"eventCount":7,"readModelCount":9}}},"#
    ),
  ]

  private static func surveyed(_ event: Survey.Event, _ payload: String) -> Self {
    Golden(.surveyed(id: 3, event: event, on: monday), "case.surveyed", payload + id)
  }

  private static func publicized(_ event: Publication.Event, _ payload: String) -> Self {
    Golden(
      .publicized(id: 3, event: event, on: monday), "case.publicized", schema: 2, payload + id)
  }

  private static func kept(_ event: Retention.Event, _ payload: String) -> Self {
    Golden(.kept(event: event, on: monday), "case.kept", payload + #""on":"2026-03-02"}"#)
  }
}
