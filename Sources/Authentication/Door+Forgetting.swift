public import Domain
import Postgres

extension Door {
  /// Takes away all by which `person` is or was signed in, all that was kept to tell failed attempts apart, and what the
  /// directory said of them.
  ///
  /// - Returns: how many rows that were; 0 when nothing is left.
  public func forget(_ person: PersonID) async throws -> Int {
    let ofCredential: Statement = "FROM credential AS c WHERE c.person = \(person.description)"
    let answers = try await database.batch([
      """
      DELETE FROM sign_in_failure WHERE subject IN (
        SELECT 'account ' || c.mail \(splice: ofCredential)
        UNION SELECT 'code ' || c.mail \(splice: ofCredential))
      """,
      """
      DELETE FROM passkey_challenge WHERE user_handle IN (
        SELECT c.user_handle \(splice: ofCredential))
      """,
      "DELETE FROM recovery_code WHERE person = \(person.description)",
      "DELETE FROM credential WHERE person = \(person.description)",
      "DELETE FROM passkey WHERE person = \(person.description)",
      "DELETE FROM sign_in_link WHERE person = \(person.description)",
      "DELETE FROM provider_person WHERE person = \(person.description)",
      "DELETE FROM session WHERE person = \(person.description)",
      "DELETE FROM directory_resource WHERE id = \(person.account)",
    ])
    return answers.map(\.affected).reduce(0, +)
  }
}
