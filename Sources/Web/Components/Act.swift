/// A small link to where something can be done with one thing among others.
enum Act {
  /// - Parameters:
  ///   - words: what it does.
  ///   - thing: the name of what it does it to, for who does not see where the link stands.
  ///   - form: where it leads; nil for who may not, or not now.
  ///   - reader: who may do it.
  /// - Returns: the link, or nothing.
  static func html(_ words: Phrase, on thing: String?, to form: Link?, for reader: Reader) -> HTML {
    guard let form else { return .nothing }
    return """
      <a class="act" href="\(reader.to(form))"\
      \(attribute: "aria-label", thing.map { "\(reader.text(words)): \($0)" })>\
      \(reader.text(words))</a>

      """
  }
}
