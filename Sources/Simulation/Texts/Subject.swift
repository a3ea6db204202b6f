/// A societal problem to work on, as the words that its texts are made of.
struct Subject: Sendable {
  /// What it is about, such as `het taxivervoer`.
  let matter: String
  /// As a title begins with it, such as `Taxivervoer`.
  let heading: String
  /// Who does it, such as `taxiondernemers`.
  let firms: String
  /// What it costs society, such as `onveilige ritten`.
  let harm: String
  /// What it must obey, such as `de Wet personenvervoer`.
  let law: String
}

/// The subjects of the simulated inspectorate.
enum Subjects {
  static func one(_ chance: inout Chance) -> Subject { chance.one(of: all) }

  static let all = [
    Subject(
      matter: "het taxivervoer", heading: "Taxivervoer", firms: "taxiondernemers",
      harm: "ritten zonder vergunning", law: "de regels voor personenvervoer"),
    Subject(
      matter: "de handel in koudemiddelen", heading: "Koudemiddelen", firms: "installateurs",
      harm: "weglekkende broeikasgassen", law: "de regels voor gefluoreerde gassen"),
    Subject(
      matter: "het hergebruik van grond", heading: "Grondstromen", firms: "grondbanken",
      harm: "vervuilde bodem", law: "de regels voor bodemkwaliteit"),
    Subject(
      matter: "de verwerking van afval", heading: "Afvalverwerking", firms: "afvalverwerkers",
      harm: "verlies van schaarse grondstoffen", law: "de regels voor afvalstoffen"),
    Subject(
      matter: "het goederenvervoer over de weg", heading: "Wegvervoer", firms: "vervoerders",
      harm: "ongevallen door vermoeide chauffeurs", law: "de regels voor rij- en rusttijden"),
    Subject(
      matter: "de binnenvaart", heading: "Binnenvaart", firms: "schippers en rederijen",
      harm: "ontgassing naar de buitenlucht", law: "de regels voor scheepsafval"),
    Subject(
      matter: "de zeescheepvaart", heading: "Schone scheepvaart", firms: "rederijen",
      harm: "te veel zwavel in brandstof", law: "de internationale regels voor schepen"),
    Subject(
      matter: "de luchthavens", heading: "Luchthavens",
      firms: "afhandelaren en vliegmaatschappijen",
      harm: "geluidhinder en voorvallen op de grond", law: "de regels voor luchtvaart"),
    Subject(
      matter: "het spoor", heading: "Spoorveiligheid", firms: "spoorvervoerders",
      harm: "stoptonende seinen die gepasseerd worden", law: "de regels voor het spoor"),
    Subject(
      matter: "woningcorporaties", heading: "Sociale huur", firms: "woningcorporaties",
      harm: "verlies van maatschappelijk vermogen", law: "de regels voor toegelaten instellingen"),
    Subject(
      matter: "het drinkwater", heading: "Drinkwater", firms: "waterbedrijven",
      harm: "legionella in leidingen", law: "de regels voor drinkwater"),
    Subject(
      matter: "asbest in gebouwen", heading: "Asbest", firms: "sloop- en saneringsbedrijven",
      harm: "blootstelling aan vezels", law: "de regels voor verwijdering van asbest"),
    Subject(
      matter: "de handel in vuurwerk", heading: "Vuurwerk", firms: "importeurs en verkopers",
      harm: "letsel door ondeugdelijk vuurwerk", law: "de regels voor vuurwerk"),
    Subject(
      matter: "huishoudelijke apparaten", heading: "Zuinige producten",
      firms: "fabrikanten en importeurs", harm: "verspilde energie",
      law: "de eisen aan ontwerp en etikettering"),
    Subject(
      matter: "genetisch veranderde organismen", heading: "Biotechnologie",
      firms: "laboratoria en veredelaars", harm: "ongewilde verspreiding in het milieu",
      law: "de regels voor biotechnologie"),
    Subject(
      matter: "het vervoer van gevaarlijke stoffen", heading: "Gevaarlijke stoffen",
      firms: "verladers en vervoerders", harm: "lekkages en branden onderweg",
      law: "de regels voor gevaarlijke stoffen"),
    Subject(
      matter: "touringcars", heading: "Busvervoer", firms: "busondernemingen",
      harm: "voertuigen met gebreken", law: "de regels voor besloten busvervoer"),
    Subject(
      matter: "bestrijdingsmiddelen voor huis en tuin", heading: "Biociden",
      firms: "webwinkels en groothandels", harm: "schade aan gezondheid en water",
      law: "de regels voor biociden"),
    Subject(
      matter: "drones", heading: "Onbemande luchtvaart", firms: "bedrijven en hobbyvliegers",
      harm: "bijna-botsingen in het luchtruim", law: "de regels voor onbemande toestellen"),
    Subject(
      matter: "kabels en leidingen", heading: "Graafschade", firms: "grondroerders",
      harm: "onderbroken stroom en gas", law: "de regels voor zorgvuldig graven"),
  ]
}
