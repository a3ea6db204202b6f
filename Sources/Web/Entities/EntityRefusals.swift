import Domain
import EventSourcing
import ReadModels

/// Why the rules of a party or place refuse something, in words, and at which field.
enum EntityRefusals {
  static func explain(_ refusal: SupervisedEntity.Refusal, _ reader: Reader) -> FormProblem {
    func dated(_ key: StaticString, _ day: Day, at field: String?) -> FormProblem {
      FormProblem(Phrase(key, ["day": .text(reader.day(day))]), at: field)
    }
    return switch refusal {
    case .alreadyRegistered: FormProblem("entity.refusal.already-registered")
    case .notRegistered: FormProblem("entity.refusal.not-registered")
    case .beforeRegistered(let day): dated("entity.refusal.before-registered", day, at: "on")
    case .numberOfAnotherKind(let register):
      FormProblem("entity.refusal.number-of-another-kind", at: register.field)
    case .secondNumber(let register):
      FormProblem("entity.refusal.second-number", at: register.field)
    case .citizenServiceNumber: FormProblem("entity.refusal.citizen-service-number")
    case .identifierInUse: FormProblem("entity.refusal.identifier-in-use")
    case .nameKnown: FormProblem("entity.refusal.name-known", at: "name")
    case .aliasUnknown: FormProblem("entity.refusal.alias-unknown")
    case .relatedToItself: FormProblem("entity.refusal.related-to-itself", at: "other")
    case .relationOfOtherKinds:
      FormProblem("entity.refusal.relation-of-other-kinds", at: "relation")
    case .relationKnown: FormProblem("entity.refusal.relation-known", at: "other")
    case .relationUnknown: FormProblem("entity.refusal.relation-unknown")
    case .beforeRelated(let day): dated("entity.refusal.before-related", day, at: "on")
    case .mergedIntoItself: FormProblem("entity.refusal.merged-into-itself", at: "other")
    case .mergedWithOtherKind: FormProblem("entity.refusal.merged-with-other-kind", at: "other")
    case .merged: FormProblem("entity.refusal.merged")
    case .notMerged: FormProblem("entity.refusal.not-merged")
    case .beforeMerged(let day): dated("entity.refusal.before-merged", day, at: "on")
    case .notAbsorbed: FormProblem("entity.refusal.not-absorbed")
    case .visitToCome(let day): dated("entity.refusal.visit-to-come", day, at: "visited-on")
    case .agencyNoteUnknown: FormProblem("entity.refusal.agency-note-unknown")
    }
  }

  /// That another has the registration number; which one stands above the form.
  static func taken(_ claim: Claim) -> FormProblem {
    let register = RegistrationNumber.Register.allCases.first {
      SupervisedEntity.claimScope(of: $0) == claim.scope
    }
    return FormProblem(NumberHolders.taken, at: register?.field)
  }

  /// Why something is no number of that register.
  static func explain(_ problem: RegistrationNumber.Problem) -> Phrase {
    switch problem {
    case .notDigits: "entity.number.not-digits"
    case .length(let count): Phrase("entity.number.length", ["count": .number(count)])
    case .zeros: "entity.number.zeros"
    case .elevenTest: "entity.number.eleven-test"
    case .checkDigit(let expected):
      Phrase("entity.number.check-digit", ["expected": .number(expected)])
    case .shipStation: "entity.number.ship-station"
    case .plate: "entity.number.plate"
    case .vatShape: "entity.number.vat-shape"
    case .vatTest: "entity.number.vat-test"
    }
  }

  /// Why something is no point on earth.
  static func explain(_ problem: Coordinates.Problem) -> Phrase {
    switch problem {
    case .notTwoNumbers: "entity.coordinates.not-two-numbers"
    case .latitudeOutOfRange: "entity.coordinates.latitude"
    case .longitudeOutOfRange: "entity.coordinates.longitude"
    }
  }
}

/// Who has the registration numbers that a form was refused for.
enum NumberHolders {
  /// What a field says whose number another has.
  static let taken: Phrase = "entity.number.taken"

  /// The way to each of them; nothing when no number was refused.
  static func html(_ form: Form, in library: Library, for visit: Visit) async throws -> HTML {
    var items: [HTML] = []
    for register in RegistrationNumber.Register.allCases
    where form.problem(at: register.field) == .said(taken) {
      let number = try RegistrationNumber(register, written: form.value(register.field))
      let holder = try await library.look(NumberHolderQuery(of: number), as: try visit.viewer())
      guard let holder else { continue }
      items.append(item(number, holder, visit.reader))
    }
    return items.isEmpty ? .nothing : "<ul class=\"entries\">\n\(items)</ul>\n"
  }

  private static func item(
    _ number: RegistrationNumber, _ holder: EntityRow, _ reader: Reader
  ) -> HTML {
    let link: HTML = "<a href=\"\(reader.to(Site.entity(holder.id)))\">\(holder.name)</a>"
    let words = reader.html(
      "entity.number.held-by",
      ["number": "\(reader.text(number.register.name)) \(number.written)", "holder": link])
    return "<li>\(words)</li>\n"
  }
}
