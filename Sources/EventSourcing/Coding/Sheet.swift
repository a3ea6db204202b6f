/// What has been encoded so far: a tree in one array, with all its text in another.
///
/// Containers of `Codable` never say that they are done, so nothing can be put in its final place before
/// everything is there.
final class Sheet {
  /// A value, or the room for one.
  struct Node {
    enum Kind {
      case empty
      /// Its JSON stands in `text`.
      case leaf
      case array
      case object
    }

    var kind = Kind.empty
    /// Whether the members came in the order in which they are written.
    var isSorted = true
    /// Its name, not yet escaped.
    var name: Range<Int32> = 0..<0
    /// Its JSON, for a leaf.
    var text: Range<Int32> = 0..<0
    var parent: Int32 = -1
    var first: Int32 = -1
    var last: Int32 = -1
    /// The one after it in its parent.
    var next: Int32 = -1
  }

  static let root = 0

  @exclusivity(unchecked) var nodes: [Node] = [Node()]
  @exclusivity(unchecked) var text: [UInt8] = []

  init() {
    nodes.reserveCapacity(24)
    text.reserveCapacity(512)
  }

  /// Makes the node at `index` an array or an object, which it then stays.
  func open(_ kind: Node.Kind, at index: Int) {
    precondition(
      nodes[index].kind == .empty || nodes[index].kind == kind,
      "a value is either an array or an object")
    nodes[index].kind = kind
  }

  /// Room for one more element of the array at `parent`.
  func element(of parent: Int) -> Int {
    add(Node(parent: Int32(parent)), to: parent)
  }

  /// Room for the member `name` of the object at `parent`.
  func member(_ name: String, of parent: Int) -> Int {
    let start = Int32(text.count)
    var name = name
    name.withUTF8 { text.append(contentsOf: $0) }
    let node = Node(name: start..<Int32(text.count), parent: Int32(parent))
    let last = Int(nodes[parent].last)
    if last >= 0, !precedes(nodes[last].name, node.name) { nodes[parent].isSorted = false }
    return add(node, to: parent)
  }

  private func add(_ node: Node, to parent: Int) -> Int {
    let index = nodes.count
    nodes.append(node)
    let last = Int(nodes[parent].last)
    if last < 0 {
      nodes[parent].first = Int32(index)
    } else {
      nodes[last].next = Int32(index)
    }
    nodes[parent].last = Int32(index)
    return index
  }

  /// Whether one name comes before another, byte by byte.
  func precedes(_ left: Range<Int32>, _ right: Range<Int32>) -> Bool {
    text.withUnsafeBufferPointer { text in
      let both = min(left.count, right.count)
      for offset in 0..<both {
        let (one, other) = (
          text[Int(left.lowerBound) &+ offset], text[Int(right.lowerBound) &+ offset]
        )
        if one != other { return one < other }
      }
      return left.count < right.count
    }
  }

  /// The one member of the object at `index`; nil when it is no object or has not one.
  func onlyMember(of index: Int) -> Int? {
    let node = nodes[index]
    guard node.kind == .object, node.first >= 0, node.first == node.last else { return nil }
    return Int(node.first)
  }

  func name(of index: Int) -> String {
    let name = nodes[index].name
    return String(decoding: text[Int(name.lowerBound)..<Int(name.upperBound)], as: UTF8.self)
  }

  /// The names and places that lead to the value at `index`.
  func path(to index: Int) -> [any CodingKey] {
    var path: [any CodingKey] = []
    var index = index
    while nodes[index].parent >= 0 {
      let parent = Int(nodes[index].parent)
      if nodes[parent].kind == .object {
        path.append(PathKey(stringValue: name(of: index)))
      } else {
        path.append(PathKey(intValue: children(of: parent).firstIndex(of: index) ?? 0))
      }
      index = parent
    }
    return path.reversed()
  }

  /// The nodes within the one at `index`, in the order in which they were encoded.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = Int(nodes[index].first)
    while child >= 0 {
      children.append(child)
      child = Int(nodes[child].next)
    }
    return children
  }
}
