extension References.Dossier {
  /// This dossier with what `event` says.
  func after(_ event: References.Event) -> References.Dossier {
    var dossier = self
    dossier.draft = draft.after(event)
    dossier.lastOn = event.on
    if case .published(let number, let edition, _, _, _) = event {
      dossier.number = number
      dossier.published = edition
    }
    return dossier
  }
}

extension References.Edition {
  /// This draft with what `event` says; an element that is written again keeps its place.
  public func after(_ event: References.Event) -> References.Edition {
    var edition = self
    edition.apply(event)
    return edition
  }

  private mutating func apply(_ event: References.Event) {
    switch event {
    case .adopted(let edition, _, _, _): self = edition
    case .published, .proposed, .sentBack: break
    case .determinantWritten(let determinant, _):
      determinants.write(determinant) { $0.code == determinant.code }
    case .determinantRemoved(let code, _):
      determinants.removeAll { $0.code == code }
      fits.removeAll { $0.determinant == code }
    case .segmentWritten(let segment, _): segments.write(segment) { $0.key == segment.key }
    case .segmentRemoved(let key, _): segments.removeAll { $0.key == key }
    case .interventionTypeWritten(let type, _):
      interventionTypes.write(type) { $0.key == type.key }
    case .interventionTypeRemoved(let key, _):
      interventionTypes.removeAll { $0.key == key }
      fits.removeAll { $0.intervention == key }
    case .fitWritten(let fit, _):
      fits.write(fit) {
        $0.intervention == fit.intervention && $0.determinant == fit.determinant
      }
    case .fitRemoved(let key, let code, _):
      fits.removeAll { $0.intervention == key && $0.determinant == code }
    }
  }
}

extension Array {
  /// Puts `element` in the place of the one that it is the same as, or at the end.
  fileprivate mutating func write(_ element: Element, inPlaceOf isSame: (Element) -> Bool) {
    if let index = firstIndex(where: isSame) {
      self[index] = element
    } else {
      append(element)
    }
  }
}

extension References.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .adopted(_, _, _, let day), .determinantWritten(_, let day),
      .determinantRemoved(_, let day), .segmentWritten(_, let day), .segmentRemoved(_, let day),
      .interventionTypeWritten(_, let day), .interventionTypeRemoved(_, let day),
      .fitWritten(_, let day), .fitRemoved(_, _, let day), .proposed(_, _, let day),
      .published(_, _, _, _, let day), .sentBack(_, _, let day):
      day
    }
  }
}
