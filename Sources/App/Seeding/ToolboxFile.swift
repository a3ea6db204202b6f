import Domain
import Foundation
import Web

/// The reference set of data/toolbox.yaml.
struct ToolboxFile: Decodable {
  let source: String
  let segments: [SegmentEntry]
  let determinants: [DeterminantEntry]
  let interventions: [InterventionEntry]

  struct SegmentEntry: Decodable {
    let key: References.Segment.Key
    let name: String
    let complies: Bool
    let certainty: Certainty
  }

  struct DeterminantEntry: Decodable {
    let code: References.Determinant.Code
    let name: String
    let question: String?
    let group: References.Determinant.Group
    let cluster: References.Determinant.Cluster
    let certainty: Certainty
  }

  /// With what it fits; both are a working list.
  struct InterventionEntry: Decodable {
    let key: References.InterventionType.Key
    let name: String
    let burden: Int
    let fits: [References.Determinant.Code]
  }

  /// Reads the set that comes along with the program from `folder`.
  static func supplied(in folder: URL) throws -> ReferencesArea.Supplied {
    let file = try readSeed(ToolboxFile.self, from: folder.appending(path: "toolbox.yaml"))
    return ReferencesArea.Supplied(try file.edition, source: Source(try Line(file.source)))
  }

  private var edition: References.Edition {
    get throws {
      References.Edition(
        determinants: try determinants.map { try $0.determinant },
        segments: try segments.map { try $0.segment },
        interventionTypes: try interventions.map { try $0.type },
        fits: interventions.flatMap { entry in
          entry.fits.map { References.Fit(entry.key, $0, certainty: .working) }
        })
    }
  }
}

extension ToolboxFile.DeterminantEntry {
  fileprivate var determinant: References.Determinant {
    get throws {
      References.Determinant(
        code: code, name: try Line(name), question: try question.map { try Prose($0) },
        group: group, cluster: cluster, certainty: certainty)
    }
  }
}

extension ToolboxFile.SegmentEntry {
  fileprivate var segment: References.Segment {
    get throws {
      References.Segment(
        key: key, name: try Line(name), complies: complies, certainty: certainty)
    }
  }
}

extension ToolboxFile.InterventionEntry {
  fileprivate var type: References.InterventionType {
    get throws {
      guard let burden = References.Burden(rawValue: burden) else {
        throw SeedError.malformed(entry: key.description, reason: "\(burden) is not a burden")
      }
      return References.InterventionType(
        key: key, name: try Line(name), burden: burden, certainty: .working)
    }
  }
}
