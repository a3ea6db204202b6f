import Foundation
import Postgres
import TestSupport
import Testing

/// Arrays that were put into their binary form as they grew.
@Suite struct EncodedArrayTests {
  private func grown<Element: PostgresEncodable>(
    _ elements: [Element]
  ) throws -> EncodedArray<Element> {
    var array = EncodedArray<Element>()
    for element in elements { try array.append(element) }
    return array
  }

  @Test func `they arrive as the arrays they stand for`() async throws {
    try await TestDatabase.with { database in
      let (numbers, texts, nothing) = ([1, nil, .min] as [Int?], ["", "a\"b", "é"], [UUID]())
      let row = try await database.run(
        """
        SELECT \(grown(numbers)) AS numbers, \(grown(texts)) AS texts, \(grown(nothing)) AS nothing,
          \(grown([[1, 2], []] as [[UInt8]])) = \([[1, 2], []] as [[UInt8]]) AS bytes
        """
      ).only()
      #expect(try row["numbers"] as [Int?] == numbers)
      #expect(try row["texts"] as [String] == texts)
      #expect(try row["nothing"] as [UUID] == nothing)
      #expect(try row["bytes"] as Bool)
    }
  }

  @Test func `an element that cannot be sent leaves the array as it was`() async throws {
    struct Odd: PostgresEncodable {
      let number: Int
      static var postgresType: PostgresType { .int8 }
      func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
        bytes.append(0)
        guard !number.isMultiple(of: 2) else { throw UnencodableValue("even") }
        bytes.removeLast()
        try number.encode(into: &bytes)
      }
    }
    try await TestDatabase.with { database in
      var array = try grown([Odd(number: 1)])
      #expect(throws: UnencodableValue.self) { try array.append(Odd(number: 2)) }
      try array.append(Odd(number: 3))
      #expect(array.count == 2)
      let sent: [Int] = try await database.run("SELECT \(array) AS value").only()["value"]
      #expect(sent == [1, 3])
    }
  }
}
