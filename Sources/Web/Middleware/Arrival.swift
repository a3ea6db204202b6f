public import Hummingbird

/// The request context: what Hummingbird needs, and who came in once that is known.
public struct Arrival: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// Who makes the request; known behind `Introduction`.
  var reader: Reader?
  /// The questions in the address, decoded.
  var questions: [String: String] = [:]
  /// What is wrong with the address, to be said when there is a page to say it on.
  var flaw: Problem?

  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }

  /// The visit that `request` makes.
  func visit(_ request: Request) throws(Problem) -> Visit {
    guard let reader else { throw Problem(.internalServerError) }
    var parameters: [String: String] = [:]
    for (name, value) in coreContext.parameters {
      parameters[String(name)] = FormBody.text(value.utf8.map { $0 == 0x2B ? 0x20 : $0 })
    }
    return Visit(
      request: request, reader: reader, parameters: parameters, questions: questions,
      logger: logger)
  }
}
