public import EventSourcing

/// What a directory looks for, and how it wants to see it (RFC 7644, sections 3.4.2 and 3.4.3).
public struct Search: Hashable, Sendable {
  /// No answer holds more resources than this.
  public static let countMax = 1000

  public let filter: Filter?
  public let selection: Selection
  private let order: AttributePath?
  private let isDescending: Bool
  /// The first resource to show, counted from 1.
  private let startIndex: Int
  private let count: Int

  /// Reads the questions in an address.
  public init(asking question: (String) -> String?) throws(Refusal) {
    func names(_ name: String) -> [String] { Self.parted(question(name) ?? "") }
    try self.init(
      filter: question("filter"), only: names("attributes"),
      without: names("excludedAttributes"), by: question("sortBy"),
      order: question("sortOrder"), from: question("startIndex").map(Self.number),
      count: question("count").map(Self.number))
  }

  /// Reads what was sent to `.search`.
  public init(sent json: JSON) throws(Refusal) {
    guard json["schemas"]?.each.contains(.string(Self.schema)) == true else {
      throw .invalidSyntax
    }
    func names(_ name: String) -> [String] { (json[name]?.each ?? []).compactMap(\.text) }
    func number(_ name: String) -> Int? {
      if case .integer(let number) = json[name] { number } else { nil }
    }
    try self.init(
      filter: json["filter"]?.text, only: names("attributes"),
      without: names("excludedAttributes"), by: json["sortBy"]?.text,
      order: json["sortOrder"]?.text, from: number("startIndex"), count: number("count"))
  }

  private static let schema = "urn:ietf:params:scim:api:messages:2.0:SearchRequest"

  private init(
    filter: String?, only names: [String], without others: [String], by path: String?,
    order: String?, from startIndex: Int?, count: Int?
  ) throws(Refusal) {
    self.filter = try filter.map { text throws(Refusal) in try Filter(text) }
    selection = try Selection(only: names, without: others)
    self.order = try path.map { text throws(Refusal) in try PatchPath(text).attribute }
    isDescending = order?.lowercased() == "descending"
    self.startIndex = max(1, startIndex ?? 1)
    self.count = min(max(0, count ?? Self.countMax), Self.countMax)
  }

  private static func parted(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ",")).map { part in
      String(decoding: part.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    }
  }

  /// What is no number asks for nothing.
  private static func number(_ text: String) -> Int { Int(text) ?? 0 }

  /// The answer out of `resources`, with `base` before all addresses.
  public func answer(from resources: [Resource], at base: String) -> JSON {
    var found = resources.map { (resource: $0, fields: $0.fields(at: base)) }
    if let filter {
      found = found.filter { filter.matches($0.fields, $0.resource.kind.allAttributes) }
    }
    if let order {
      let keyed = found.map { (key: Self.key(of: $0.fields, $0.resource.kind, by: order), $0) }
      let sorted = keyed.sorted { isDescending ? $1.key < $0.key : $0.key < $1.key }
      found = sorted.map(\.1)
    }
    let page = found.dropFirst(startIndex - 1).prefix(count)
    return .listResponse(
      page.map { $0.resource.json(at: base, selection) }, total: found.count,
      startIndex: startIndex)
  }

  /// What a resource is put in order by; one without a value comes last.
  private static func key(
    of fields: [String: JSON], _ kind: ResourceKind, by path: AttributePath
  ) -> String {
    guard let (attribute, values) = path.values(in: fields, kind.allAttributes),
      let value = values.first
    else { return "\u{10FFFF}" }
    return value.compared(attribute.isCaseExact).text ?? ""
  }
}
