/// Where a change is made: an attribute, some of its values, or a part of either (RFC 7644, section 3.5.2).
public struct PatchPath: Hashable, Sendable, CustomStringConvertible {
  let attribute: AttributePath
  /// Which of several values; nil for the attribute as a whole.
  let filter: Filter?

  init(_ attribute: AttributePath, where filter: Filter? = nil) {
    self.attribute = attribute
    self.filter = filter
  }

  /// Reads a path as it is written.
  public init(_ text: String) throws(Refusal) {
    var reader = FilterReader(text)
    do throws(Refusal) {
      self = try reader.wholePath()
    } catch {
      throw .invalidPath("that was sent")
    }
  }

  public var description: String { "\(attribute)" }

  /// The attribute that it leads to in a resource of `kind`, and the part of it.
  func target(in kind: ResourceKind) throws(Refusal) -> (Attribute, part: Attribute?) {
    let isOfKind = attribute.schema.map { $0.lowercased() == kind.schema.lowercased() } ?? true
    guard isOfKind, let found = kind.allAttributes.named(attribute.name) else {
      throw .invalidPath(description)
    }
    guard found.mutability != .readOnly else { throw .mutability(found.name) }
    guard let name = attribute.part else { return (found, nil) }
    guard let part = found.parts.named(name) else { throw .invalidPath(description) }
    return (found, part)
  }
}
