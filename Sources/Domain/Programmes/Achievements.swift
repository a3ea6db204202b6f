public import EventSourcing

extension Programme {
  /// Something that came of the work and that a source tells, such as a catch.
  public struct Achievement: Hashable, Codable, Sendable {
    public let text: Prose
    public let source: Source

    public init(_ text: Prose, source: Source) {
      self.text = text
      self.source = source
    }
  }

  /// What can happen to an achievement.
  public enum AchievementEvent: Equatable, Sendable {
    case recorded(Achievement)
    case withdrawn(reason: Prose)
  }

  /// What may be asked about achievements.
  public enum AchievementCommand: Equatable, Sendable {
    case record(AchievementID, Achievement)
    case withdraw(AchievementID, reason: Prose)
  }
}

extension Programme.Dossier {
  func decideAchievement(
    _ command: Programme.AchievementCommand, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .record(let id, let achievement):
      guard achievements[id] == nil else { throw .identifierInUse }
      return [.achievementRecorded(id: id, achievement: achievement, on: day)]
    case .withdraw(let id, let reason):
      guard achievements[id] != nil else { throw .unknownAchievement }
      return [.achievementWithdrawn(id: id, reason: reason, on: day)]
    }
  }
}

extension Programme.Achievement: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["text": .text, "source": .part(Source.self)]
}
