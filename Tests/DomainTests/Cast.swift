import Domain

/// The people and days of every story here.
let noor: PersonID = "noor"  // Manages programmes and writes explorations.
let amina: PersonID = "amina"  // Decides.
let joris: PersonID = "joris"  // Works in a team.

let sunday: Day = "2026-03-01"
let monday: Day = "2026-03-02"
let tuesday: Day = "2026-03-03"
let wednesday: Day = "2026-03-04"
let nextMonday: Day = "2026-03-09"

let inspectorate: Line = "Inspectie Leefomgeving en Transport (ILT)"
let plan = Source(
  "Meerjarenplan 2020-2024", at: "https://magazines.ilent.nl/meerjarenplan/2019/01/")
