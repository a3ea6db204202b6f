import Domain
import EventSourcing

/// A reference set with every event in it: taken over, written anew, sent back and published.
extension Happenings {
  func referred() throws -> [LogEvent] {
    let events = try adopted() + written() + removed() + judged()
    return events.map(LogEvent.references)
  }

  private func adopted() throws -> [References.Event] {
    [
      .adopted(
        edition: try referenceSet("oud"), organisation: try line("inspectie"),
        source: try source("toolbox"), on: try day(2))
    ]
  }

  /// Everything anew, so that the next edition says each thing otherwise.
  private func written() throws -> [References.Event] {
    let day = try day(2)
    return [
      .determinantWritten(determinant: try determinant(key("T1"), "nieuw"), on: day),
      .segmentWritten(segment: try segment(key("honest"), "nieuw"), on: day),
      .interventionTypeWritten(type: try type(key("visit"), "nieuw"), on: day),
      .fitWritten(fit: .init(try key("visit"), try key("T1"), certainty: .sourced), on: day),
    ]
  }

  private func removed() throws -> [References.Event] {
    let day = try day(2)
    return [
      .fitRemoved(intervention: try key("leaflet"), determinant: try key("T1"), on: day),
      .determinantRemoved(code: try key("T7"), on: day),
      .segmentRemoved(key: try key("careless"), on: day),
      .interventionTypeRemoved(key: try key("leaflet"), on: day),
    ]
  }

  private func judged() throws -> [References.Event] {
    let day = try day(3)
    let next = References.Edition(
      determinants: [try determinant(key("T1"), "nieuw")],
      segments: [try segment(key("honest"), "nieuw")],
      interventionTypes: [try type(key("visit"), "nieuw")],
      fits: [.init(try key("visit"), try key("T1"), certainty: .sourced)])
    return [
      .proposed(by: try person("noor"), note: try prose("korter"), on: day),
      .sentBack(by: try person("amina"), reason: try prose("waarom"), on: day),
      .proposed(by: try person("noor"), note: try prose("korter en duidelijker"), on: day),
      .published(
        number: try edition(2), edition: next, note: try prose("korter en duidelijker"),
        by: try person("amina"), on: day),
    ]
  }

  private func referenceSet(_ version: String) throws -> References.Edition {
    References.Edition(
      determinants: [
        try determinant(key("T1"), version), try determinant(key("T7"), "pakkans \(version)"),
      ],
      segments: [
        try segment(key("honest"), version), try segment(key("careless"), "slordig \(version)"),
      ],
      interventionTypes: [
        try type(key("leaflet"), "folder \(version)"), try type(key("visit"), version),
      ],
      fits: [
        .init(try key("leaflet"), try key("T1"), certainty: .working),
        .init(try key("visit"), try key("T7"), certainty: .working),
      ])
  }

  private func determinant(
    _ code: References.Determinant.Code, _ version: String
  ) throws -> References.Determinant {
    References.Determinant(
      code: code, name: try line("kennis \(version)"),
      question: try prose("weet men het \(version)"),
      group: .spontaneous, cluster: .knowing, certainty: .working)
  }

  private func segment(
    _ key: References.Segment.Key, _ version: String
  ) throws -> References.Segment {
    References.Segment(
      key: key, name: try line("eerlijk \(version)"), complies: true, certainty: .sourced)
  }

  private func type(
    _ key: References.InterventionType.Key, _ version: String
  ) throws -> References.InterventionType {
    References.InterventionType(
      key: key, name: try line("bezoek \(version)"), burden: try burden(3), certainty: .working)
  }
}
