public import Authentication
public import Credentials
import Domain
public import EventSourcing
public import Foundation
import HTTPTypes
import Hummingbird
import Reads

/// Where whoever was supervised looks back on it, without an account, by a personal link.
///
/// It reads nothing of the case: all that it shows lies with the link.
public struct SurveyArea: Area {
  /// The address of a link.
  static let pattern: StaticString = "survey/:link"

  private let commands: any CommandGateway
  private let links: SurveyLinks

  /// - Parameters:
  ///   - commands: the door through which state changes.
  ///   - links: who replies to what by which link.
  public init(commands: any CommandGateway, links: SurveyLinks) {
    self.commands = commands
    self.links = links
  }

  public var routes: [Route] {
    [
      .get(Self.pattern, for: .guests, proof: .any, showing: .nothing, draw),
      .post(Self.pattern, for: .guests, proof: .any, showing: .nothing, take),
    ]
  }

  public func guest(by token: OneTimeToken, at now: Date) async throws -> Guest? {
    try await links.guest(by: token, at: now)
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    guard let page = try page(visit) else {
      return DeadLinkPage.answer(visit, at: "\(Self.pattern)")
    }
    return visit.show(page.isOver ? page.thanks : page.page(Form(for: visit.reader)))
  }

  /// Takes the reply, once; what else is in the form does not count when somebody would rather not.
  @Sendable private func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    guard let page = try page(visit) else {
      return DeadLinkPage.answer(visit, at: "\(Self.pattern)")
    }
    let command = form.isTicked("decline") ? Survey.Command.decline : form.survey()
    guard let command, form.isSound else { return visit.again(page.page(form)) }
    let (file, survey) = (page.sheet.file, page.sheet.survey)
    let answer = try await visit.submit(
      Order<CaseFile>(.surveying(survey, command, on: visit.reader.today), on: file.identity),
      from: form, through: commands, then: page.link,
      explaining: { CaseRefusals.explain($0, visit.reader) }
    ) { form, _ in page.page(form) }
    if answer.status == .seeOther {
      try await links.settle(survey, at: visit.reader.now.date)
    }
    return answer
  }

  /// Nil for a link that is for something else.
  private func page(_ visit: Visit) throws -> SurveyPage? {
    guard let token = visit.parameter("link").flatMap({ OneTimeToken($0) }),
      let sheet = try visit.guest().sheet
    else { return nil }
    return SurveyPage(sheet: sheet, link: Site.survey(token), reader: visit.reader)
  }
}

extension Instant {
  var date: Date { Date(timeIntervalSince1970: Double(seconds)) }
}

extension Form {
  /// What was agreed with and said; nil when something cannot be read.
  fileprivate mutating func survey() -> Survey.Command? {
    var scores: [Survey.Statement: Score] = [:]
    for statement in Survey.Statement.allCases {
      let score = optionalWhole(statement.rawValue, in: Score.range)
      scores[statement] = score.flatMap { Score(rawValue: $0) }
    }
    let remark = optionalProse("remark")
    return isSound ? .answer(Survey.Answers(scores, remark: remark)) : nil
  }
}
