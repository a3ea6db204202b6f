public import Domain

/// The people and days of every story here.
public let noor: PersonID = "noor"  // Manages programmes and writes explorations.
public let amina: PersonID = "amina"  // Decides.
public let joris: PersonID = "joris"  // Works in a team.

public let sunday: Day = "2026-03-01"
public let monday: Day = "2026-03-02"
public let tuesday: Day = "2026-03-03"
public let wednesday: Day = "2026-03-04"
public let thursday: Day = "2026-03-05"
public let nextMonday: Day = "2026-03-09"

public let inspectorate: Line = "Inspectie Leefomgeving en Transport (ILT)"
public let meerjarenplan = Source(
  "Meerjarenplan 2020-2024", at: "https://magazines.ilent.nl/meerjarenplan/2019/01/")
