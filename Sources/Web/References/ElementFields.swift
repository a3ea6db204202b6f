import Domain
import ReadModels

extension FormSheet {
  mutating func determinant(for reader: Reader) {
    line("name", label: "references.field.name")
    prose("question", label: "references.field.question", optional: true, rows: 2)
    radios(
      "group", label: "references.field.group",
      References.Determinant.Group.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    radios(
      "cluster", label: "references.field.cluster",
      References.Determinant.Cluster.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    certainty(for: reader)
  }

  mutating func segment(for reader: Reader) {
    line("name", label: "references.field.name")
    tick("complies", label: "references.field.complies")
    certainty(for: reader)
  }

  mutating func interventionType(for reader: Reader) {
    line("name", label: "references.field.name")
    select(
      "burden", label: "references.field.burden", hint: "references.field.burden-hint",
      References.Burden.range.map { Choice("\($0)", reader.number($0)) })
    certainty(for: reader)
  }
}

extension Form {
  mutating func determinant(
    _ code: References.Determinant.Code?
  ) -> References.Determinant? {
    let (name, question) = (line("name"), optionalProse("question"))
    let group = choice("group", as: References.Determinant.Group.self)
    let cluster = choice("cluster", as: References.Determinant.Cluster.self)
    let certainty = choice("certainty", as: Certainty.self)
    guard let code, let name, let group, let cluster, let certainty, isSound else { return nil }
    return References.Determinant(
      code: code, name: name, question: question, group: group, cluster: cluster,
      certainty: certainty)
  }

  mutating func segment(_ key: References.Segment.Key?) -> References.Segment? {
    let (name, certainty) = (line("name"), choice("certainty", as: Certainty.self))
    guard let key, let name, let certainty else { return nil }
    return References.Segment(
      key: key, name: name, complies: isTicked("complies"), certainty: certainty)
  }

  mutating func interventionType(
    _ key: References.InterventionType.Key?
  ) -> References.InterventionType? {
    let name = line("name")
    let burden = whole("burden", in: References.Burden.range)
      .flatMap { References.Burden(rawValue: $0) }
    let certainty = choice("certainty", as: Certainty.self)
    guard let key, let name, let burden, let certainty else { return nil }
    return References.InterventionType(
      key: key, name: name, burden: burden, certainty: certainty)
  }
}
