/// A queue that takes at one end and gives at the other, both in constant time.
struct FIFO<Element> {
  private var elements: [Element?] = []
  private var head = 0

  var count: Int { elements.count - head }
  var isEmpty: Bool { count == 0 }
  var first: Element? { isEmpty ? nil : elements[head] }

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func popFirst() -> Element? {
    guard !isEmpty else { return nil }
    let element = elements[head]
    elements[head] = nil
    head += 1
    if head == elements.count {
      elements.removeAll(keepingCapacity: head <= 1024)
      head = 0
    } else if head > 64, head > elements.count / 2 {
      elements.removeFirst(head)
      head = 0
    }
    return element
  }

  /// What still waits, oldest first.
  var waiting: [Element] { elements[head...].compactMap { $0 } }

  mutating func removeAll(where isGone: (Element) -> Bool) {
    elements = waiting.filter { !isGone($0) }
    head = 0
  }
}
