import Domain
import EventSourcing
import Postgres

extension Viewer {
  /// Names the viewer for the rest of the transaction.
  ///
  /// Who sees some programmes only reads as another role, whose policy an index answers; a viewer that was named
  /// without it would see no rows at all. That index answers every condition a little, so that a plan would join
  /// it with the index that answers the question, and read all rows of the viewer each time (`ops/bench narrow`).
  var statement: Statement {
    switch sight {
    case .organisation: "SELECT set_config('koers.viewer', \(setting), true)"
    case .programmes:
      """
      SELECT set_config('koers.viewer', \(setting), true), set_config('role', 'koers_guest', true),
        set_config('enable_bitmapscan', 'off', true)
      """
    }
  }

  private var setting: String {
    var members = [
      "\"person\":\(quoted(person.description))", "\"organisation\":\(quoted(organisation))",
      "\"clearance\":\(clearance)",
      "\"audiences\":\(list(audiences.map(\.rawValue).sorted()))",
    ]
    switch sight {
    case .organisation: break
    case .programmes(let programmes):
      members.append("\"programmes\":\(list(programmes.map(\.description)))")
    }
    return "{\(members.joined(separator: ","))}"
  }

  private func list(_ texts: [String]) -> String {
    "[\(texts.map(quoted).joined(separator: ","))]"
  }

  /// `text` as a JSON string.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20: quoted += " "
      case _: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
