import Domain
import EventSourcing

/// What stands in the file, name by name.
extension BankFile {
  var json: JSON {
    .object([
      "format": .string(Self.format), "formatVersion": .integer(Self.formatVersion),
      "organisation": .string(organisation.description), "licence": .string(licence.description),
      "writtenOn": .string(writtenOn.description), "entries": .array(entries.map(\.json)),
    ])
  }
}

extension BankFile.Entry {
  var json: JSON {
    .object([
      "id": .string(id.description), "provenance": provenance.json,
      "kind": .string(article.kind.rawValue), "title": .string(article.title.description),
      "text": .string(article.text.description),
      "interventionTypes": .array(article.interventionTypes.map { .string($0.description) }),
      "determinants": .array(article.determinants.map { .string($0.description) }),
      "evidence": .string(article.evidence.rawValue),
    ])
    .with("fits", article.fits).with("fitsNot", article.fitsNot)
    .with("legalLimits", article.legalLimits).with("burden", article.burden)
    .with("sector", article.sector).with("source", article.source?.json)
  }
}

extension BankEntry.Provenance {
  fileprivate var json: JSON {
    .object([
      "organisation": .string(organisation.description), "version": .integer(version),
      "licence": .string(licence.description),
    ])
    .with("basis", basis?.json)
  }
}

extension BankEntry.Basis {
  fileprivate var json: JSON {
    .object([
      "organisation": .string(organisation.description), "version": .integer(version),
    ])
  }
}

extension Source {
  fileprivate var json: JSON {
    .object(["text": .string(text.description)])
      .with("address", address.map { JSON.string($0.description) })
  }
}

extension JSON {
  /// With one thing more; what is not there is left out.
  fileprivate func with(_ name: String, _ value: JSON?) -> JSON {
    guard case .object(var members) = self, let value else { return self }
    members[name] = value
    return .object(members)
  }

  fileprivate func with(_ name: String, _ text: (some CustomStringConvertible)?) -> JSON {
    with(name, text.map { JSON.string($0.description) })
  }
}
