import Credentials
import Domain
import Foundation
import Testing

@testable import Web

/// What docs/input.md says of what may be written.
struct InputDocumentTests {
  @Test func `the bounds that the document names are those of the code`() throws {
    let document = try String(
      contentsOf: TestSite.folder.appending(path: "../docs/input.md").standardized,
      encoding: .utf8)
    func bound(of kind: String) throws -> [Int] {
      let row = try #require(document.split(separator: "\n").first { $0.hasPrefix("| \(kind) |") })
      let cells = row.split(separator: "|")
      return cells[cells.count - 2].replacing(",", with: "").matches(of: /[0-9]+/)
        .compactMap { Int($0.output) }
    }
    #expect(try bound(of: "line") == [Line.lengthMax])
    #expect(try bound(of: "text") == [Prose.lengthMax])
    #expect(try bound(of: "mail address") == [MailAddress.lengthMax])
    #expect(try bound(of: "web address") == [WebAddress.lengthMax])
    #expect(try bound(of: "year") == [Year.range.lowerBound, Year.range.upperBound])
    #expect(try bound(of: "number") == [Quantity.digitsMax, Quantity.scaleMax])
    #expect(try bound(of: "money") == [Euro.centsMax / 100])
    #expect(try bound(of: "password") == [PasswordRule.lengthMin, PasswordRule.lengthMax])
    #expect(try bound(of: "number of a programme") == [1, Programme.Label.numberMax])
    #expect(try bound(of: "emergency access") == [Account.Emergency.secondsMax / 3600])
    #expect(try bound(of: "a form").prefix(2) == [FormBody.bytesMax / 1024, FormBody.fieldsMax])
  }
}
