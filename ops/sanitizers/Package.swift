// Put behind the project's own manifest by ops/sanitize: leaves what the sanitized suites need, so that
// nothing else is built.
let sanitized: Set = [
  "CLibPQ", "Postgres", "EventSourcing", "EventStore", "TestSupport", "PostgresTests",
  "EventStoreTests",
]
package.products = []
package.targets.removeAll { !sanitized.contains($0.name) }
for target in package.targets {
  target.dependencies.removeAll {
    if case .byNameItem(let name, _) = $0 { !sanitized.contains(name) } else { false }
  }
  // Sets a stage for the domain's tests.
  if target.name == "TestSupport" { target.exclude = ["Stage"] }
}
if Context.environment["KOERS_SANITIZER"] == "thread" {
  package.targets.append(.target(name: "Handovers"))
  for target in package.targets where target.type == .test {
    target.dependencies.append("Handovers")
  }
}
