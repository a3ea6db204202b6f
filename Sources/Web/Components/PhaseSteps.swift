/// The phases of a programme, with the one it is in.
public struct PhaseSteps: Sendable {
  /// How far a phase has come.
  public enum State: String, Sendable {
    case done
    case current
    case ahead
  }

  public struct Step: Sendable {
    let name: String
    let state: State
    /// What is known about when, such as the day it was left or the day the gate is planned.
    let when: String?

    public init(_ name: String, _ state: State, when: String? = nil) {
      self.name = name
      self.state = state
      self.when = when
    }
  }

  public static func html(_ steps: [Step], label: String, for reader: Reader) -> HTML {
    """
    <ol class="phases" aria-label="\(label)">
    \(steps.enumerated().map { item($0.offset + 1, $0.element, reader) })</ol>

    """
  }

  private static func item(_ number: Int, _ step: Step, _ reader: Reader) -> HTML {
    let state: Phrase
    switch step.state {
    case .done: state = "phases.done"
    case .current: state = "phases.current"
    case .ahead: state = "phases.ahead"
    }
    return """
      <li class="phase phase-\(step.state.rawValue)"\
      \(attribute: "aria-current", step.state == .current ? "step" : nil)>\
      <span class="phase-mark" aria-hidden="true">\
      \(step.state == .done ? Icon.tick : "\(number)")</span>\
      <span class="phase-name">\(step.name)</span>\
      <span class="phase-when">\(step.when ?? reader.text(state))</span></li>

      """
  }
}
