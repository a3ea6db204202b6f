import Foundation
import Logging
import Testing

@testable import App

struct LogLineTests {
  private let line = LogLine(
    moment: Date(timeIntervalSince1970: 1_772_443_800), level: .info, label: "server",
    message: "listening", fields: [("address", "127.0.0.1"), ("note", "two words")])

  @Test func `text has words as they are and quotes what is more than a word`() {
    #expect(
      line.text(in: .text)
        == "2026-03-02T09:30:00.000Z info server listening address=127.0.0.1"
        + " note=\"two words\"\n")
  }

  @Test func `JSON has one object a line`() {
    #expect(
      line.text(in: .json)
        == #"{"time":"2026-03-02T09:30:00.000Z","level":"info","logger":"server","#
        + #""message":"listening","address":"127.0.0.1","note":"two words"}"# + "\n")
  }

  @Test(arguments: [StructuredLog.Format.text, .json])
  func `what a visitor sent cannot forge a line`(format: StructuredLog.Format) {
    let forged = LogLine(
      moment: Date(timeIntervalSince1970: 0), level: .info, label: "server", message: "a\nb",
      fields: [("path", "/\r\n1970 error \u{1B}[31m\u{2028}")])
    let text = forged.text(in: format)
    #expect(text.unicodeScalars.filter { $0.properties.generalCategory == .control }.count == 1)
    #expect(text.utf8.last == UInt8(ascii: "\n"))
    #expect(!text.unicodeScalars.contains("\u{2028}"))
  }
}
