import HTTPTypes

@testable import Web

/// A form that brings a file, as a browser sends it.
struct FormWithFile {
  private static let boundary = "----grens"

  /// What says where it comes from and how it is written.
  static let headers: HTTPFields = [
    .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=\(boundary)",
  ]

  private(set) var bytes: [UInt8] = []

  /// The form with `fields`, and with `content` in its field `file`, called `name` where it comes from.
  init(_ fields: [(name: String, value: String)], file content: [UInt8], called name: String) {
    self.init(fields, files: [(name, content)])
  }

  /// The form with `fields`, and with all of `files` in its field `file`.
  init(_ fields: [(name: String, value: String)], files: [(name: String, content: [UInt8])]) {
    for field in fields { add("name=\"\(field.name)\"", Array(field.value.utf8)) }
    for file in files { add("name=\"file\"; filename=\"\(file.name)\"", file.content) }
    bytes += Array("--\(Self.boundary)--\r\n".utf8)
  }

  private mutating func add(_ disposition: String, _ content: [UInt8]) {
    let head = "--\(Self.boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n"
    bytes += Array(head.utf8) + content + [0x0D, 0x0A]
  }
}
