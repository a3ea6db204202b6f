import Domain
import EventStore
import ReadModels

extension Projections<LogEvent> {
  /// Every read model of the program.
  static var all: Projections {
    var projections = Projections { try LogEvent.decode($0) }
    for model in ReadModelList.all { projections.register(model) }
    return projections
  }
}
