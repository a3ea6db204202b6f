import Domain
import Hummingbird
public import ReadModels
import Reads

/// The unfinished work of people who left, so that somebody takes it over.
public struct HandoverArea: Area {
  private let library: Library

  /// - Parameter library: the read models.
  public init(library: Library) { self.library = library }

  public var routes: [Route] {
    [
      .get("handover", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        let left = try await library.leftWork(visit)
        return visit.show(HandoverPage(work: left, reader: visit.reader).page)
      }
    ]
  }
}

extension Library {
  /// What people with a closed account still hold, as whoever asks may see it.
  func leftWork(_ visit: Visit) async throws -> [HeldWork] {
    let left = visit.reader.people.left
    guard !left.isEmpty else { return [] }
    return try await look(
      HeldWorkQuery(by: left), as: try visit.viewer(), at: visit.reader.moment)
  }
}
