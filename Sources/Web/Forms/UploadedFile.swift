/// A file that came along with a form, as it was sent.
struct UploadedFile: Hashable, Sendable {
  /// What it is called where it came from, composed as every text is; nothing else is known of it.
  let name: String
  let bytes: [UInt8]
}
