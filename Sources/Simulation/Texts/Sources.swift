import Domain

/// Where the simulated inspectorate knows things from: per year what came out in it.
enum Sources {
  /// One that came out in `year` or the year before.
  static func one(of year: Int, _ chance: inout Chance) -> Source {
    let at = min(max(year - firstYear - chance.below(2), 0), published.count - 1)
    return chance.one(of: published[at])
  }

  private static let firstYear = World.firstDay.year
  private static let published = (firstYear...World.lastDay.year).map(all)

  private static func all(of year: Int) -> [Source] {
    let shelf = "https://voorbeeld.example/\(year)"
    let kinds: [(name: String, path: String?)] = [
      ("Jaarverslag \(year), hoofdstuk 2, Resultaten per programma", "jaarverslag/hoofdstuk-2"),
      ("Meerjarenplan \(year)-\(year + 4), bijlage B, Risicoanalyse", "meerjarenplan/bijlage-b"),
      ("Inspectieregister, stand per kwartaal, \(year)", nil),
      ("Meldingensysteem, uitdraai \(year)", nil),
      ("Kenniscentrum, Monitor naleving \(year)", "monitor-naleving"),
      ("Statistiek van ongevallen en voorvallen \(year)", "ongevallen"),
      ("Onderzoeksrapport \(year)-014, in opdracht van het ministerie", "onderzoek/014"),
      ("Onderzoeksrapport \(year)-037, Universiteit, Bestuurskunde", "onderzoek/037"),
      ("Gesprekken met branche en gemeenten, verslag \(year)", nil),
      ("Steekproef van het team Data-analyse, \(year)", nil),
      ("Handhavingsregistratie politie en inspectie \(year)", nil),
      ("Brief aan de Kamer over de stand van het toezicht, \(year)", "kamerbrief"),
    ]
    return kinds.map { kind in
      Source(
        Line(recorded: kind.name), at: kind.path.flatMap { WebAddress("\(shelf)/\($0)") })
    }
  }
}
