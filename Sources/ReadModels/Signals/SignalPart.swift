public import Domain

/// A read model with rows about signals.
public protocol SignalPart: StreamPart where About == Signal {}

extension Signal: LogSubject {
  public static var column: StaticString? { "signal" }

  public static func event(in event: LogEvent) -> Event? {
    guard case .signal(let event) = event else { return nil }
    return event
  }
}

public typealias SignalHome = Home<Signal>

extension SignalHome {
  public var signal: SignalID { id }
}
