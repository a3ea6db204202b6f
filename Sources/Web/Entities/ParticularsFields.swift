import Domain
import ReadModels

/// How somebody gives an address, as a form asks for it.
enum AddressForm: String, CaseIterable {
  case dutch
  case foreign

  fileprivate var name: Phrase {
    switch self {
    case .dutch: "entity.address.dutch"
    case .foreign: "entity.address.foreign"
    }
  }

  fileprivate var condition: Fieldset.Condition {
    Fieldset.Condition("address", isOneOf: [rawValue])
  }
}

extension FormSheet {
  /// What kind of party or place it is.
  mutating func kindOfEntity(for reader: Reader) {
    radios(
      "kind", label: "entity.field.kind",
      SupervisedEntity.Kind.allCases.map {
        Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
      })
  }

  /// The registration numbers that one of each of `kinds` may have, in sight for the kind that is chosen.
  mutating func numbers(of kinds: [SupervisedEntity.Kind]) {
    for kind in kinds where !kind.registers.isEmpty {
      let condition =
        kinds.count == 1 ? nil : Fieldset.Condition("kind", isOneOf: [kind.rawValue])
      group("entity.field.numbers", when: condition) { sheet in
        for register in kind.registers {
          sheet.line(
            register.field, label: register.name, hint: register.shape, optional: true,
            size: .medium)
        }
      }
    }
  }

  /// What is known besides name and numbers.
  mutating func particulars(for reader: Reader) {
    line("sector", label: "entity.field.sector", optional: true)
    line(
      "chain-role", label: "entity.field.chain-role", hint: "entity.field.chain-role-hint",
      optional: true)
    radios(
      "address", label: "entity.field.address", optional: true,
      AddressForm.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    group("entity.address.dutch", when: AddressForm.dutch.condition) { sheet in
      sheet.line("postcode", label: "entity.field.postcode", size: .short)
      sheet.line("street", label: "entity.field.street")
      sheet.line("house-number", label: "entity.field.house-number", size: .short)
      sheet.line("town", label: "entity.field.town")
    }
    group("entity.address.foreign", when: AddressForm.foreign.condition) { sheet in
      sheet.prose(
        "lines", label: "entity.field.lines", hint: "entity.field.lines-hint", rows: 3)
      sheet.line("country", label: "entity.field.country")
    }
    line(
      "coordinates", label: "entity.field.coordinates", hint: "entity.field.coordinates-hint",
      optional: true, size: .medium)
    prose("notes", label: "entity.field.notes", hint: "entity.field.notes-hint", optional: true)
  }
}

extension Form {
  /// What is known of one of `kind`; nil when something is wrong with a field.
  mutating func particulars(of kind: SupervisedEntity.Kind?) -> SupervisedEntity.Particulars? {
    let name = line("name")
    let numbers = (kind?.registers ?? []).compactMap { registrationNumber($0) }
    let (sector, chainRole) = (optionalLine("sector"), optionalLine("chain-role"))
    let (address, coordinates) = (address(), coordinates())
    let notes = optionalProse("notes")
    guard let name else { return nil }
    return SupervisedEntity.Particulars(
      name: name, numbers: numbers, sector: sector, chainRole: chainRole, address: address,
      coordinates: coordinates, notes: notes)
  }

  private mutating func registrationNumber(
    _ register: RegistrationNumber.Register
  ) -> RegistrationNumber? {
    guard let written = optionalLine(register.field) else { return nil }
    do throws(RegistrationNumber.Problem) {
      return try RegistrationNumber(register, written: written.description)
    } catch {
      note(FormProblem(EntityRefusals.explain(error), at: register.field))
      return nil
    }
  }

  private mutating func address() -> Address? {
    switch optionalChoice("address", as: AddressForm.self) {
    case .dutch: dutchAddress()
    case .foreign: foreignAddress()
    case nil: nil
    }
  }

  private mutating func dutchAddress() -> Address? {
    let (postcode, street) = (postcode(), line("street"))
    let (houseNumber, town) = (line("house-number"), line("town"))
    guard let postcode, let street, let houseNumber, let town else { return nil }
    return .dutch(street: street, houseNumber: houseNumber, postcode: postcode, town: town)
  }

  private mutating func postcode() -> Postcode? {
    guard let written = line("postcode") else { return nil }
    guard let postcode = Postcode(written.description) else {
      note(FormProblem("entity.postcode-unreadable", at: "postcode"))
      return nil
    }
    return postcode
  }

  private mutating func foreignAddress() -> Address? {
    let (lines, country) = (lines("lines"), line("country"))
    guard !lines.isEmpty else {
      note(FormProblem("field.empty", at: "lines"))
      return nil
    }
    return country.map { .foreign(lines: lines, country: $0) }
  }

  private mutating func coordinates() -> Coordinates? {
    guard let written = optionalLine("coordinates") else { return nil }
    do throws(Coordinates.Problem) {
      return try Coordinates(written: written.description)
    } catch {
      note(FormProblem(EntityRefusals.explain(error), at: "coordinates"))
      return nil
    }
  }
}

extension SupervisedEntity.Particulars {
  /// As they stand in the fields of a form.
  var filled: [String: String] {
    var values = [
      "name": name.description, "sector": sector?.description,
      "chain-role": chainRole?.description, "coordinates": coordinates?.description,
      "notes": notes?.description,
    ].compactMapValues(\.self)
    for number in numbers { values[number.register.field] = number.written }
    switch address {
    case .dutch(let street, let houseNumber, let postcode, let town):
      values["address"] = AddressForm.dutch.rawValue
      values["street"] = street.description
      values["house-number"] = houseNumber.description
      values["postcode"] = postcode.description
      values["town"] = town.description
    case .foreign(let lines, let country):
      values["address"] = AddressForm.foreign.rawValue
      values["lines"] = lines.map(\.description).joined(separator: "\n")
      values["country"] = country.description
    case nil: break
    }
    return values
  }
}
