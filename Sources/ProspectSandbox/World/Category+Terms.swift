/// The words by which a category is found.
extension Category {
  /// A slug-like code [contract spherescout §5].
  var gcid: String { terms?.gcid ?? "category_\(id)" }

  /// Names in other languages, which are searched too.
  var localizedNames: [String] { terms?.names ?? [] }

  private var terms: (gcid: String, names: [String])? { Category.termsByID[id] }

  private static let termsByID: [Int: (gcid: String, names: [String])] = [
    501: ("carpenter", ["Menuisier", "Tischler", "Carpintero"]),
    502: ("bakery", ["Boulangerie", "Bäckerei", "Panadería", "パン屋"]),
    503: ("cafe", ["Salon de thé", "Kaffeehaus", "Cafetería", "喫茶店"]),
    504: ("plumber", ["Plombier", "Klempner", "Fontanero"]),
    505: ("dentist", ["Dentiste", "Zahnarzt", "歯科医"]),
    506: ("law_firm", ["Cabinet d'avocats", "Anwaltskanzlei", "Bufete de abogados"]),
    507: ("software_company", ["Éditeur de logiciels", "Softwareunternehmen"]),
    508: ("marketing_agency", ["Agence de marketing", "Werbeagentur"]),
    509: ("car_repair_shop", ["Garage automobile", "Autowerkstatt", "Taller mecánico"]),
    510: ("hotel", ["Hôtel", "Gasthof", "酒店"]),
    511: ("florist", ["Fleuriste", "Blumenladen", "Floristería"]),
    512: ("fitness_center", ["Salle de sport", "Fitnessstudio", "Gimnasio"]),
  ]
}
