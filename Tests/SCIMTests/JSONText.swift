import EventSourcing
import Foundation

extension JSON {
  /// Reads JSON as it is written.
  init(text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }
}
