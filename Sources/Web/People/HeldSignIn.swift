import Authentication
import EventSourcing
import Foundation

/// What is kept about how one person signs in, as the file of everything tells it.
struct HeldSignIn {
  let record: SignInRecord
  let reader: Reader

  func html() -> HTML {
    """
    \(means())
    <h3>\(reader.text("people.held.sessions"))</h3>
    \(HeldFile.list(record.sessions.map(sentence), reader))
    <h3>\(reader.text("account.passkeys"))</h3>
    \(HeldFile.list(record.passkeys.map(sentence) + record.passkeyQuestions.map(question), reader))
    <h3>\(reader.text("people.held.links"))</h3>
    \(HeldFile.list(record.links.map(sentence), reader))
    <h3>\(reader.text("people.held.failures"))</h3>
    \(HeldFile.list(record.failures.map(sentence), reader))
    <h3>\(reader.text("people.held.directory"))</h3>
    \(HeldFile.list(directory, reader))
    """
  }

  private func means() -> HTML {
    var list = SummaryList()
    list.add(reader.text("people.field.mail"), text: record.mail)
    if !record.formerMails.isEmpty {
      list.add(
        reader.text("people.held.former-mails"), text: record.formerMails.joined(separator: ", "))
    }
    list.add(reader.text("sign-in.field.password"), text: yes(record.hasPassword))
    list.add(reader.text("account.codes"), text: yes(record.makesCodes))
    if let codes = record.paperCodes {
      list.add(
        reader.text("people.held.paper-codes"),
        text: reader.text(
          "people.held.paper-codes-used",
          ["made": .number(codes.made), "used": .number(codes.used)]))
    }
    if let changedAt = record.changedAt {
      list.add(reader.text("people.held.changed-at"), reader.time(changedAt))
    }
    for provider in record.providers {
      list.add(
        reader.text("people.held.provider"), text: "\(provider.subject), \(provider.issuer)")
    }
    if let allowance = record.allowance {
      list.add(
        reader.text("people.held.requests-left"),
        "\(reader.number(allowance.requestsLeft, decimals: 0)), \(reader.time(allowance.refilledAt))"
      )
    }
    return list.html(for: reader)
  }

  private func yes(_ isSo: Bool) -> String { reader.text(isSo ? "history.yes" : "history.no") }

  private func sentence(_ visit: SignInRecord.Visit) -> HTML {
    let provider = visit.provider.map { provider -> HTML in
      let said =
        [provider.subject, provider.session].compactMap(\.self) + (provider.claims?.words ?? [])
      return
        "<br>\(reader.text("people.held.provider")): \(([provider.issuer] + said).joined(separator: ", "))"
    }
    return """
      \(reader.time(visit.begunAt)) – \(reader.time(visit.seenAt)), \(visit.browser)\(provider)
      """
  }

  private func sentence(_ passkey: SignInRecord.Passkey) -> HTML {
    let used = passkey.usedAt.map {
      reader.html("people.held.passkey-used", ["moment": reader.time($0)])
    }
    let transports =
      passkey.transports.isEmpty ? "" : ", " + passkey.transports.joined(separator: ", ")
    return """
      \(passkey.label), \(reader.html("people.held.made", ["moment": reader.time(passkey.madeAt)]))\
      \(used.map { ", \($0)" as HTML })\(transports) <code>\(passkey.id)</code>
      """
  }

  private func question(until moment: Date) -> HTML {
    reader.html("people.held.passkey-question", ["moment": reader.time(moment)])
  }

  private func sentence(_ link: SignInRecord.Link) -> HTML {
    reader.html(
      "people.held.link",
      ["purpose": "<code>\(link.purpose)</code>", "moment": reader.time(link.expiresAt)])
  }

  private func sentence(_ failure: SignInRecord.Failure) -> HTML {
    reader.html(
      failure.isOfCode ? "people.held.failure-of-code" : "people.held.failure",
      [
        "mail": HTML(failure.mail), "count": HTML(reader.number(failure.count)),
        "moment": reader.time(failure.lastAt),
      ])
  }

  private var directory: [HTML] {
    let due = record.directoryDueAt.map {
      reader.html("people.held.directory-due", ["moment": reader.time($0)])
    }
    return [record.directory.map(sentence), due].compactMap(\.self)
  }

  private func sentence(_ entry: SignInRecord.DirectoryEntry) -> HTML {
    """
    \((entry.document.words + entry.groups).joined(separator: ", ")) \
    (\(reader.html("people.held.made", ["moment": reader.time(entry.madeAt)])), \
    \(reader.html("people.held.changed", ["moment": reader.time(entry.changedAt)])))
    """
  }
}

extension JSON {
  /// All words that it holds, in the order of their names.
  fileprivate var words: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.words)
    case .object(let fields): fields.sorted { $0.key < $1.key }.flatMap(\.value.words)
    case .null, .bool, .integer, .number: []
    }
  }
}
