import Authentication
import EventSourcing
import OpenIDConnect
import Postgres

extension Directory {
  /// The directory that the operator let in; nil without one.
  init?(
    _ settings: Settings, at entrance: Database, commands: any CommandGateway,
    progress: any EventSourcing.Progress
  ) {
    guard let directory = settings.directory else { return nil }
    self.init(
      entrance, commands: commands, progress: progress, keys: directory.keys,
      groups: settings.groups, issuer: settings.provider?.issuer.description,
      subject: directory.subject)
  }
}
