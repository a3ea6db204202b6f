/// The sentences of programmes at work and of what ministries answer.
extension Phrases {
  static let effects: [Template] = [
    "{wie} weten wat er van hen wordt verwacht en passen hun werkwijze aan.",
    "Minder {schade} in {plaats} binnen een jaar.",
    "De kans om gepakt te worden wordt voelbaar groter.",
    "We krijgen een beeld van de naleving waarop we verder kunnen kiezen.",
    "Opdrachtgevers gaan vragen naar hoe {wie} werken.",
    "Partners nemen het over, zodat wij ons kunnen terugtrekken.",
  ]

  static let reasons: [Template] = [
    "Nieuw inzicht na overleg met {wie}.",
    "De gegevens uit {plaats} bleken onvolledig; ze zijn opnieuw geteld.",
    "Er zijn dit jaar te weinig inspecteurs beschikbaar.",
    "De bron heeft haar cijfers over {zaak} herzien.",
    "Het is ondergebracht bij een ander onderdeel.",
    "De uitkomst van de proef in {plaats} geeft daar aanleiding toe.",
    "Een tikfout bij het overnemen uit de rapportage.",
    "Op verzoek van de leiding, die eerst de gevolgen voor {wie} wil kennen.",
    "De omstandigheden zijn veranderd sinds {regels} zijn aangepast.",
    "Het stond er dubbel.",
  ]

  static let results: [Template] = [
    "{getal} bedrijven bezocht, bij {deel} procent een of meer overtredingen.",
    "In {plaats} is het aantal gevallen van {schade} zichtbaar gedaald.",
    "{getal} waarschuwingen gegeven en een handvol zaken overgedragen.",
    "De bijeenkomsten trokken {getal} deelnemers, vooral kleine {wie}.",
    "Bij hercontrole was {deel} procent van de gebreken hersteld.",
    "De handreiking is {getal} keer opgevraagd en door de branche overgenomen.",
    "Een deel van {wie} is niet bereikt; zij staan in geen enkel register.",
    "De samenwerking met de politie leverde informatie op die we zelf niet hadden.",
  ]

  static let notes: [Template] = [
    "Telling over het kwartaal, zonder {plaats}.",
    "Voorlopig cijfer; de definitieve telling volgt na de jaarwisseling.",
    "De steekproef was kleiner dan gepland: {getal} bedrijven.",
    "Door vakantie minder controles dan in andere maanden.",
    "Inclusief meldingen die later zijn ingetrokken.",
    "De toename komt vooral uit {plaats}.",
    "Brieven alleen veranderden weinig bij {wie}.",
  ]

  static let agreements: [Template] = [
    "Deelt elk kwartaal zijn cijfers over {zaak}, uitgesplitst naar regio.",
    "Meldt {schade} binnen vijf werkdagen bij het meldpunt.",
    "Stelt in {plaats} {getal} uren beschikbaar voor gezamenlijke controles.",
    "Neemt de handreiking op in de eigen opleiding.",
    "Overlegt twee keer per jaar over de uitleg van {regels}.",
    "Draagt zaken over die voor vervolging in aanmerking komen.",
  ]

  static let responses: [Template] = [
    "De bevindingen over {zaak} worden herkend en onderschreven.",
    "In de volgende wijziging van {regels} wordt de begripsbepaling aangescherpt.",
    "Met {wie} wordt gesproken over een eigen verantwoordelijkheid in de keten.",
    "Voor een verbod wordt op dit moment geen aanleiding gezien.",
    "De Kamer wordt voor het einde van het jaar over de voortgang geïnformeerd.",
    "Er komt geld voor een onderzoek naar {schade} in {plaats}.",
    "In Europees verband wordt gepleit voor gelijke eisen aan {wie}.",
    "De uitvoering ligt bij gemeenten, die hierover een brief ontvangen.",
  ]
}
