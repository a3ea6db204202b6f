import Credentials
public import Domain
import EventSourcing
import Foundation
import Postgres

extension Door {
  public func record(of person: PersonID) async throws -> SignInRecord {
    let whose: Statement = "WHERE person = \(person)"
    let answers = try await database.batch([
      "SELECT * FROM credential \(splice: whose)",
      "SELECT count(*) AS count FROM recovery_code \(splice: whose)",
      "SELECT * FROM session \(splice: whose) ORDER BY begun_at, id",
      "SELECT * FROM passkey \(splice: whose) ORDER BY made_at, id",
      """
      SELECT expires_at FROM passkey_challenge
      WHERE user_handle IN (SELECT user_handle FROM credential \(splice: whose)) ORDER BY expires_at
      """,
      "SELECT purpose, expires_at FROM sign_in_link \(splice: whose) ORDER BY expires_at",
      """
      SELECT mail, kind = 'code' AS is_of_code, count, last_at
      FROM (\(splice: Self.mails(of: person))) AS known
      CROSS JOIN (VALUES ('account'), ('code')) AS asked(kind)
      JOIN sign_in_failure ON subject = kind || ' ' || mail ORDER BY mail, kind
      """,
      "SELECT issuer, subject FROM provider_person \(splice: whose) ORDER BY issuer, subject",
      """
      SELECT document, made_at, changed_at,
        ARRAY(SELECT held.name FROM directory_member JOIN directory_resource AS held
          ON held.id = group_id WHERE user_id = kept.id ORDER BY held.name) AS groups
      FROM directory_resource AS kept WHERE id = \(person.account)
      """,
      """
      SELECT requests_left, refilled_at FROM request_allowance
      WHERE subject = \(Requester.person(person).subject)
      """,
      "SELECT due_at FROM directory_due WHERE account = \(person.account)",
    ])
    var record = SignInRecord()
    if let credential = answers[0].first {
      try record.take(credential: credential, codesLeft: try answers[1].only()["count"])
    }
    record.sessions = try answers[2].map(SignInRecord.Visit.init)
    record.passkeys = try answers[3].map(SignInRecord.Passkey.init)
    record.passkeyQuestions = try answers[4].map { row in
      Date(timeIntervalSince1970: Double(try row["expires_at"] as Int))
    }
    record.links = try answers[5].map { row in
      SignInRecord.Link(purpose: try row["purpose"], expiresAt: try row["expires_at"])
    }
    record.failures = try answers[6].map(SignInRecord.Failure.init)
    record.providers = try answers[7].map { row in
      SignInRecord.Provider(issuer: try row["issuer"], subject: try row["subject"])
    }
    record.directory = try answers[8].first.map(SignInRecord.DirectoryEntry.init)
    record.allowance = try answers[9].first.map { row in
      SignInRecord.Allowance(
        requestsLeft: try row["requests_left"], refilledAt: try row["refilled_at"])
    }
    record.directoryDueAt = try answers[10].first.map { try $0["due_at"] }
    return record
  }

  /// Every mail address under which somebody may have tried to sign in as `person`, as it was and as it is: to sign in
  /// with, in the account, in the directory.
  ///
  /// One that is somebody else's by now is not among them.
  static func mails(of person: PersonID) -> Statement {
    let ofAccount: Statement = "subject = \(person.account)"
    return """
      SELECT mail FROM (
      SELECT mail FROM credential WHERE person = \(person)
      UNION SELECT unnest(former_mails) FROM credential WHERE person = \(person)
      UNION SELECT lower(event #>> '{payload,profile,mail}') FROM account_history
        WHERE \(splice: ofAccount) AND event #>> '{payload,profile,mail}' IS NOT NULL
      UNION SELECT name FROM directory_resource WHERE id = \(person.account)
      UNION SELECT lower(mail ->> 'value') FROM directory_resource,
        json_array_elements(
          CASE json_typeof(document -> 'emails') WHEN 'array' THEN document -> 'emails' END)
          AS said(mail)
        WHERE id = \(person.account) AND mail ->> 'value' IS NOT NULL
      ) AS theirs(mail)
      WHERE NOT EXISTS (
        SELECT FROM credential WHERE credential.mail = theirs.mail AND person <> \(person))
      """
  }
}

extension SignInRecord {
  fileprivate mutating func take(credential: Row, codesLeft: Int) throws {
    mail = try credential["mail"]
    formerMails = try credential["former_mails"]
    userHandle = try credential["user_handle"]
    hasPassword = try credential["password"] as String? != nil
    makesCodes = try credential["code_secret"] as String? != nil
    changedAt = try credential["changed_at"]
    if makesCodes {
      paperCodes = PaperCodes(
        made: RecoveryCodes.countMade, used: RecoveryCodes.countMade - codesLeft)
    }
  }
}

extension SignInRecord.Visit {
  fileprivate init(_ row: Row) throws {
    let issuer: String? = try row["issuer"]
    let token: String? = try row["id_token"]
    self.init(
      means: try row["means"], awaitsCode: try row["awaits_code"], browser: try row["browser"],
      begunAt: try row["begun_at"], seenAt: try row["seen_at"], provenAt: try row["proven_at"],
      provider: try issuer.map {
        SignInRecord.ProviderVisit(
          issuer: $0, subject: try row["provider_subject"], session: try row["provider_session"],
          claims: token.flatMap { Self.claims(in: $0) })
      })
  }

  /// What stands in the middle of a token in compact form (RFC 7515).
  private static func claims(in token: String) -> JSON? {
    let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var standard = parts[1].map { byte in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      case _: byte
      }
    }
    while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(standard))
      .flatMap { try? JSONDecoder().decode(JSON.self, from: $0) }
  }
}

extension SignInRecord.Passkey {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row["id"], label: try row["label"],
      publicKey: Data(try row["public_key"] as [UInt8]), signCount: try row["sign_count"],
      isBackupEligible: try row["is_backup_eligible"], isBackedUp: try row["is_backed_up"],
      transports: try row["transports"], madeAt: try row["made_at"], usedAt: try row["used_at"])
  }
}

extension SignInRecord.Failure {
  fileprivate init(_ row: Row) throws {
    self.init(
      mail: try row["mail"], isOfCode: try row["is_of_code"], count: try row["count"],
      lastAt: try row["last_at"])
  }
}

extension SignInRecord.DirectoryEntry {
  fileprivate init(_ row: Row) throws {
    self.init(
      document: try JSONDecoder().decode(
        JSON.self, from: Data((try row["document"] as String).utf8)),
      groups: try row["groups"], madeAt: try row["made_at"], changedAt: try row["changed_at"])
  }
}
