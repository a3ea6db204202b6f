public import Foundation

/// How much a provider is given of our memory, our time and our trust.
public struct Limits: Sendable {
  /// Bytes of one answer of the provider.
  public var answerBytesMax = 262_144
  /// From the first byte we send to the last we read.
  public var answerDurationMax: Duration = .seconds(10)
  /// For how long metadata and keys are taken to be as they were read.
  public var keptSecondsMax: TimeInterval = 3_600
  /// A key we do not know makes us read the provider's keys again, but not more often than this.
  public var keysReadAgainSecondsMin: TimeInterval = 30
  /// From leaving for the provider to coming back.
  public var departureSecondsMax: TimeInterval = 600
  /// How far the provider's clock may be from ours.
  public var leewaySeconds: TimeInterval = 60

  public init() {}
}
