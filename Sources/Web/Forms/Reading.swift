public import Domain

/// Reading what was filled in as values of the domain. What cannot be read is noted as a problem of its
/// field and comes back as nil; what is left out of an optional field is nil without a problem.
extension Form {
  /// One line of text that must be there.
  public mutating func line(_ field: String) -> Line? {
    text(field) { raw throws(TextProblem) in try Line(raw) }
  }

  public mutating func optionalLine(_ field: String) -> Line? {
    isBlank(field) ? nil : line(field)
  }

  /// Text of several lines that must be there.
  public mutating func prose(_ field: String) -> Prose? {
    text(field) { raw throws(TextProblem) in try Prose(raw) }
  }

  public mutating func optionalProse(_ field: String) -> Prose? {
    isBlank(field) ? nil : prose(field)
  }

  /// A day that must be there, however it is written; a slip such as the year 3026 is noted.
  public mutating func day(_ field: String) -> Day? {
    guard let day = required(field, or: .notADay, { Day(written: $0) }) else { return nil }
    guard PlanYear.range.contains(day.year) else {
      note(.said("field.day-out-of-range"), at: field)
      return nil
    }
    return day
  }

  /// The day on which something happened, which cannot be after today.
  public mutating func happenedDay(_ field: String = "on") -> Day? {
    guard let day = day(field) else { return nil }
    if let today, day > today {
      note(.said("field.in-the-future"), at: field)
      return nil
    }
    return day
  }

  public mutating func optionalDay(_ field: String) -> Day? {
    isBlank(field) ? nil : day(field)
  }

  /// A decimal number that must be there.
  public mutating func quantity(_ field: String) -> Quantity? {
    let mark: Quantity.DecimalMark = language == .dutch ? .comma : .point
    return required(field, or: .notANumber) { Quantity(written: $0, decimalMark: mark) }
  }

  public mutating func optionalQuantity(_ field: String) -> Quantity? {
    isBlank(field) ? nil : quantity(field)
  }

  /// An amount of euros that must be there.
  public mutating func euro(_ field: String) -> Euro? {
    let mark: Quantity.DecimalMark = language == .dutch ? .comma : .point
    return required(field, or: .notAnAmount) { raw in
      Quantity(written: raw, decimalMark: mark).flatMap { Euro($0) }
    }
  }

  public mutating func optionalEuro(_ field: String) -> Euro? {
    isBlank(field) ? nil : euro(field)
  }

  /// A whole number within `range` that must be there.
  public mutating func whole(_ field: String, in range: ClosedRange<Int>) -> Int? {
    guard let quantity = quantity(field) else { return nil }
    guard quantity.scale == 0, let number = Int(exactly: quantity.mantissa) else {
      note(.notANumber, at: field)
      return nil
    }
    guard range.contains(number) else {
      note(.outOfRange(low: range.lowerBound, high: range.upperBound), at: field)
      return nil
    }
    return number
  }

  public mutating func optionalWhole(_ field: String, in range: ClosedRange<Int>) -> Int? {
    isBlank(field) ? nil : whole(field, in: range)
  }

  /// A year that must be there, in four digits.
  public mutating func year(_ field: String) -> Int? {
    let range = PlanYear.range
    return required(field, or: .notAYear(low: range.lowerBound, high: range.upperBound)) { raw in
      guard raw.utf8.count == 4, raw.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let year = Int(raw), range.contains(year)
      else { return nil }
      return year
    }
  }

  /// The address of a web page that must be there.
  public mutating func address(_ field: String) -> WebAddress? {
    required(field, or: .notAnAddress) { WebAddress($0) }
  }

  public mutating func optionalAddress(_ field: String) -> WebAddress? {
    isBlank(field) ? nil : address(field)
  }

  /// One of the cases of an enum that must be chosen.
  public mutating func choice<Choice: RawRepresentable<String>>(
    _ field: String, as _: Choice.Type = Choice.self
  ) -> Choice? {
    required(field, or: .notAChoice) { Choice(rawValue: $0) }
  }

  public mutating func optionalChoice<Choice: RawRepresentable<String>>(
    _ field: String, as _: Choice.Type = Choice.self
  ) -> Choice? {
    isBlank(field) ? nil : choice(field)
  }

  /// The cases of an enum that were ticked, in the order they came.
  public mutating func choices<Choice: RawRepresentable<String>>(
    _ field: String, as _: Choice.Type = Choice.self
  ) -> [Choice] {
    let chosen = allValues(field).map { Choice(rawValue: $0) }
    if chosen.contains(where: { $0 == nil }) { note(.notAChoice, at: field) }
    return chosen.compactMap { $0 }
  }

  /// An identity, a name or another value that the form offered to choose from.
  public mutating func offered<Value: LosslessStringConvertible>(
    _ field: String, as _: Value.Type = Value.self
  ) -> Value? {
    required(field, or: .notAChoice) { Value($0) }
  }

  public mutating func optionalOffered<Value: LosslessStringConvertible>(
    _ field: String, as _: Value.Type = Value.self
  ) -> Value? {
    isBlank(field) ? nil : offered(field)
  }

  /// A file that must be there, as it is.
  mutating func chosenFile(_ field: String) -> UploadedFile? {
    guard let file = file(field) else {
      note(.said("field.no-file"), at: field)
      return nil
    }
    return file
  }

  /// Those of `values` that were ticked, in their order.
  public func ticked<Value: CustomStringConvertible>(
    _ field: String, among values: [Value]
  ) -> [Value] {
    values.filter { isTicked("\(field)-\($0)") }
  }

  /// Whether a box was ticked.
  public func isTicked(_ field: String) -> Bool { !allValues(field).isEmpty }

  /// The lines of a field that takes one item a line; blank lines do not count.
  public mutating func lines(_ field: String) -> [Line] {
    var lines: [Line] = []
    for row in value(field).unicodeScalars.split(separator: "\n") {
      let raw = String(row)
      do throws(TextProblem) {
        lines.append(try Line(raw))
      } catch {
        switch error {
        case .empty: break
        case .tooLong(let max):
          note(.said(Phrase("field.line-too-long", ["max": .number(max)])), at: field)
        case .controlCharacters: note(.controlCharacters, at: field)
        }
      }
    }
    return lines
  }

  /// Whether the field holds nothing but space.
  private func isBlank(_ field: String) -> Bool {
    value(field).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private mutating func text<Value>(
    _ field: String, _ read: (String) throws(TextProblem) -> Value
  ) -> Value? {
    do throws(TextProblem) {
      return try read(value(field))
    } catch {
      note(FieldProblem(error), at: field)
      return nil
    }
  }

  private mutating func required<Value>(
    _ field: String, or problem: FieldProblem, _ read: (String) -> Value?
  ) -> Value? {
    guard !isBlank(field) else {
      note(.empty, at: field)
      return nil
    }
    let scalars = value(field).unicodeScalars
    let head = scalars.drop { $0.properties.isWhitespace }
    let tail = head.reversed().drop { $0.properties.isWhitespace }.reversed()
    guard let value = read(String(String.UnicodeScalarView(tail))) else {
      note(problem, at: field)
      return nil
    }
    return value
  }
}
