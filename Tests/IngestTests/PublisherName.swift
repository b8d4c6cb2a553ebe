import Testing

/// A name as one publisher or another writes it, and what it means: a code, a kind of area, or
/// `unknown` for what could be either of two.
struct PublisherName: CustomTestStringConvertible, Sendable {
  let spelling: String
  let meant: String

  var testDescription: String { "\(spelling) is \(meant)" }

  static let all: [PublisherName] = table.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: "=").map { $0.trimmingPrefix(" ").reversed() }
    guard parts.count == 2 else { return nil }
    let texts = parts.map { String($0.drop { $0 == " " }.reversed()) }
    return PublisherName(spelling: texts[0], meant: texts[1])
  }

  private static let table = """
    Egypt, Arab Rep. = EGY
    Gambia, The = GMB
    Bahamas (the) = BHS
    Korea, Dem. People's Rep. = PRK
    Korea (the Democratic People's Republic of) = PRK
    Korea, South = KOR
    Korea, Republic of = KOR
    Rep. of Korea = KOR
    Congo = COG
    Congo, Rep. = COG
    Congo (the) = COG
    Democratic Republic of Congo = COD
    Congo (the Democratic Republic of the) = COD
    DR Congo (Zaire) = COD
    Congo, DRC = COD
    Yemen (North Yemen) = YEM
    Yemen = YEM
    Cape Verde = CPV
    East Timor = TLS
    Burma/Myanmar = MMR
    Bolivia (Plurinational State of) = BOL
    Venezuela, RB = VEN
    Iran (Islamic Rep. of) = IRN
    United Republic of Tanzania = TZA
    United Kingdom of Great Britain and Northern Ireland (the) = GBR
    Great Britain & Northern Ireland = GBR
    United States of America (the) = USA
    U.S.A. = USA
    Türkiye = TUR
    Turkiye = TUR
    Czech Rep. = CZE
    Slovak Rep. = SVK
    Hong Kong SAR, China = HKG
    China, Hong Kong Special Administrative Region = HKG
    Taiwan, Province of China = TWN
    Macedonia, FYR = MKD
    The former Yugoslav Republic of Macedonia = MKD
    Swaziland = SWZ
    St Vincent & the Grenadines = VCT
    St. Vincent and Grenadines = VCT
    Saint Kitts & Nevis = KNA
    St.Lucia = LCA
    Sao Tome & Principe = STP
    Trinidad & Tobago = TTO
    Bosnia-Herzegovina = BIH
    Papua N. Guinea = PNG
    Micronesia = FSM
    Micronesia (Federated States of) = FSM
    Samoa = WSM
    American Samoa = ASM
    Samoa, American = ASM
    Georgia = GEO
    Ireland = IRL
    Ireland, Northern = part
    Niger = NER
    Nigeria = NGA
    Guinea = GIN
    Guinea, Equatorial = GNQ
    Dominica = DMA
    Dominican Rep. = DOM
    Sudan = SDN
    Sudan (former) = ended
    South Sudan = SSD
    Palestine, State of = PSE
    West Bank and Gaza = PSE
    Kosovo (under UNSCR 1244/99) = XKX
    Vatican = VAT
    Russia (Soviet Union) = RUS
    Serbia (Yugoslavia) = SRB
    Allemagne = DEU
    Alemania = DEU
    États-Unis = USA
    Etats Unis d'Amérique = USA
    Royaume-Uni = GBR
    Corée du Sud = KOR
    République centrafricaine = CAF
    République de Corée (la) = KOR
    Afganistán (el) = AFG
    Comores (les) = COM
    Brasil = BRA
    Estados Unidos = USA
    Российская Федерация = RUS
    ГЕРМАНИЯ = DEU
    中国 = CHN
    美国 = USA
    الصين = CHN
    المملكة العربية السعودية = SAU
    ROM = ROU
    ZAR = COD
    TMP = TLS
    BUR = MMR
    ADO = AND
    IMY = IMN
    KSV = XKX
    WBG = PSE
    GER = DEU
    SUI = CHE
    UK = GBR
    EL = GRC
    MAD = unknown
    NIG = unknown
    gw:260 = DEU
    cow:255 = DEU
    cow:260 = ended
    gw:678 = YEM
    cow:678 = ended
    cow:679 = YEM
    gw:972 = TON
    cow:955 = TON
    cow:SWZ = CHE
    SWZ = SWZ
    cow:AUS = AUT
    fips:AU = AUT
    fips:GM = DEU
    GM = GMB
    ioc:NIG = NER
    cow:NIG = NGA
    cow:345 = unknown
    Korea = unknown
    Corée = unknown
    Virgin Islands = unknown
    Virgin Islands (U.S.) = VIR
    Saint Martin = unknown
    St. Martin (French part) = MAF
    America = unknown
    USSR = ended
    Soviet Union (former) = ended
    SUN = ended
    810 = ended
    Yugoslavia = ended
    Serbia & Montenegro = ended
    Czechoslovakia (former) = ended
    German Democratic Republic = ended
    Germany, Federal Republic of = DEU
    South Yemen = ended
    Yemen Arab Republic = ended
    Republic of Vietnam = ended
    Vietnam, Socialist Republic of = VNM
    Netherlands Antilles = ended
    Pacific Islands Trust Territory = ended
    Zanzibar = part
    England = part
    Scotland = part
    Hong Kong = HKG
    World = aggregate
    WLD = aggregate
    1 = aggregate
    Sub-Saharan Africa (UN SDG) = aggregate
    Europe and Central Asia (WB) = aggregate
    World excl. China = aggregate
    High-income countries = aggregate
    AFE = aggregate
    Western Pacific = aggregate
    OECD countries = aggregate
    G-20 = aggregate
    African Union = aggregate
    Arab States: GCC = aggregate
    EU27_2020 = aggregate
    Land Locked Developing Countries (FAO) = aggregate
    Micronesia (FAO) = aggregate
    Stateless = aggregate
    Unspecified countries = aggregate
    """
}
