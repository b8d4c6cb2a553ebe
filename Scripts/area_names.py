"""What stands where a country would, and is none.

Each entry is a kind, a note and names. `;` parts two areas, since names hold
commas; `=` parts the names and codes of one area. A `ambiguous` name is one
that could be either of two countries: its note says which.
"""

WORLD = ("World = WLD = OWID_WRL = ZZK.WORLD = 001 = 900 = 1W = X01 = Total = World total"
         " = World (total) = Global = All countries = World (FAO) = World (UN) = World (WB)"
         " = World (ILO) = World (WHO) = World (UN SDG) = World (population-weighted)"
         " = Monde = Mundo = Мир = 世界 = العالم")

# Publishers that Our World in Data names behind a region, in parentheses.
TAGGED = {
    "UN": "Africa; Americas; Asia; Europe; Oceania; Northern America; "
          "Latin America and the Caribbean; Australia and New Zealand; Caribbean; "
          "Central America; Central Asia; Eastern Africa; Eastern Asia; Eastern Europe; "
          "Melanesia; Middle Africa; Northern Africa; Northern Europe; Polynesia; "
          "South America; South-Eastern Asia; Southern Africa; Southern Asia; "
          "Southern Europe; Sub-Saharan Africa; Western Africa; Western Asia; Western Europe",
    "FAO": "Africa; Americas; Asia; Europe; Oceania; Northern America; "
           "Australia and New Zealand; Caribbean; Central America; Central Asia; "
           "Eastern Africa; Eastern Asia; Eastern Europe; Melanesia; Middle Africa; "
           "Northern Africa; Northern Europe; Polynesia; South America; "
           "South-Eastern Asia; Southern Africa; Southern Asia; Southern Europe; "
           "Western Africa; Western Asia; Western Europe; "
           "Least Developed Countries; Landlocked Developing Countries; "
           "Small Island Developing States; European Union (27); European Union (28)",
    "UN SDG": "Sub-Saharan Africa; Northern Africa and Western Asia; Oceania; "
              "Central and Southern Asia; Eastern and South-Eastern Asia; "
              "Latin America and the Caribbean; Australia and New Zealand; "
              "Europe and Northern America; Small Island Developing States; "
              "Least Developed Countries; Landlocked Developing Countries; Africa; Asia; "
              "Americas; Europe; Northern Africa; Western Asia; Central Asia; Southern Asia; "
              "Eastern Asia; South-Eastern Asia; Northern America",
    "WB": "East Asia and Pacific; Europe and Central Asia; Latin America and Caribbean; "
          "Middle East and North Africa; North America; South Asia; Sub-Saharan Africa; "
          "High-income countries; Low-income countries; European Union; Euro area; "
          "Arab World; Small states; OECD members",
    "PIP": "East Asia and Pacific; Europe and Central Asia; Latin America and Caribbean; "
           "Middle East and North Africa; South Asia; Sub-Saharan Africa; "
           "Other high income countries; Eastern and Southern Africa; "
           "Western and Central Africa",
    "WHO": "Africa; Americas; Europe; Eastern Mediterranean; South-East Asia; Western Pacific",
    "ILO": "Africa; Americas; Arab States; Asia and the Pacific; Europe and Central Asia",
    "UNICEF": "East Asia and Pacific; Eastern and Southern Africa; "
              "Eastern Europe and Central Asia; Europe and Central Asia; "
              "Latin America and Caribbean; Middle East and North Africa; North America; "
              "South Asia; Sub-Saharan Africa; West and Central Africa; Western Europe",
    "population-weighted": "Africa; Asia; Europe; North America; South America; Oceania",
    "BP": "Africa; Asia Pacific; CIS; Europe; Middle East; North America; OECD; Non-OECD; "
          "South and Central America; Central America; European Union; Eastern Africa; "
          "Middle Africa; Western Africa; Other Africa; Other Asia Pacific; Other CIS; "
          "Other Caribbean; Other Europe; Other Middle East; Other Northern Africa; "
          "Other South America; Other Southern Africa",
    "EI": "Africa; Asia Pacific; CIS; Europe; Middle East; North America; OECD; Non-OECD; "
          "South and Central America; Central America; European Union; Eastern Africa; "
          "Middle Africa; Western Africa; Other Africa; Other Asia Pacific; Other CIS; "
          "Other Caribbean; Other Europe; Other Middle East; Other Northern Africa; "
          "Other South America; Other Southern Africa",
    "GCP": "Africa; Asia; Europe; North America; South America; Oceania; Middle East; "
           "Central America; OECD; Non-OECD; International Transport",
    "Ember": "Africa; Asia; ASEAN; EU; Europe; G20; G7; Latin America and Caribbean; "
             "Middle East; North America; OECD; Oceania",
}

# Regions by which the International Labour Organization crosses income groups.
BY_INCOME = ("World; Africa; Northern Africa; Sub-Saharan Africa; Americas; "
             "Latin America and the Caribbean; Arab States; Asia and the Pacific; "
             "Eastern Asia; South-Eastern Asia and the Pacific; Southern Asia; "
             "Europe and Central Asia; Northern, Southern and Western Europe; "
             "Eastern Europe; Central and Western Asia")
INCOMES = ("Low income; Lower-middle income; Upper-middle income; High income; "
           "Lower middle income; Upper middle income")

AREAS = [
    ("aggregate", "the whole world", WORLD),
    ("aggregate", "World Bank region",
     "Middle East & North Africa = Middle East and North Africa = MENA; "
     "Middle East & North Africa (excluding high income); "
     "Middle East & North Africa (IDA & IBRD countries); "
     "East Asia & Pacific = East Asia and Pacific; "
     "Latin America & Caribbean = Latin America and Caribbean; "
     "East Asia & Pacific (IDA & IBRD countries); "
     "Europe & Central Asia (IDA & IBRD countries); "
     "Latin America & the Caribbean (IDA & IBRD countries); "
     "Sub-Saharan Africa (IDA & IBRD countries); "
     "East Asia & Pacific (developing only); Europe & Central Asia (developing only); "
     "Latin America & Caribbean (developing only); "
     "Middle East & North Africa (developing only); "
     "Sub-Saharan Africa (developing only); South Asia (developing only); "
     "East Asia & Pacific (all income levels); Europe & Central Asia (all income levels); "
     "Latin America & Caribbean (all income levels); "
     "Middle East & North Africa (all income levels); "
     "Sub-Saharan Africa (all income levels); "
     "Eastern and Southern Africa; Western and Central Africa; Africa (World Bank) = AFR; "
     "Sub-Saharan Africa excluding South Africa = SXZ; "
     "Sub-Saharan Africa excluding South Africa and Nigeria = XZN; "
     "North Africa = NAF; Middle East (developing only); "
     "Middle East, North Africa, Afghanistan & Pakistan = MENAAP; "
     "Middle East, North Africa, Afghanistan & Pakistan (IDA & IBRD countries)"),
    ("aggregate", "World Bank group of countries",
     "Fragile and conflict affected situations = FCS; Fragile or Extremely Fragile; "
     "Not classified = INX = Not Classified (World Bank); High income: OECD = OEC; "
     "High income: nonOECD = NOC; Heavily indebted poor countries; "
     "Other high income countries = OHI; "
     "Caribbean small states; Small states; Pacific island small states; Other small states; "
     "Latin America & Caribbean (IDA & IBRD countries); "
     "Early-demographic dividend; Late-demographic dividend; Severely indebted; "
     "Arab World; IDA countries in Sub-Saharan Africa not classified as fragile situations; "
     "IDA countries classified as fragile situations; "
     "IDA countries not classified as fragile situations; "
     "Sub-Saharan Africa (IDA-eligible countries)"),
    ("aggregate", "World Bank group, two-letter form of its data service",
     "1A; 4E; 7E; 8S; B8; F1; OE; S1; S2; S3; S4; T2; T3; T4; T5; T6; T7; V1; V2; V3; "
     "V4; XC; XD; XE; XF; XG; XH; XI; XJ; XL; XM; XN; XO; XP; XQ; XT; XU; XY; Z4; Z7; "
     "ZF; ZG; ZH; ZI; ZJ; ZQ; ZT; A4; A5; A9; C4; C5; C6; C7; C8; C9; D2; D3; D4; D5; "
     "D6; D7; D8; D9; F6; L4; L5; L6; M1; M2; N6; R6; 6F; 6L; 6N; 6X"),
    ("aggregate", "countries grouped by income",
     "High income = HIC = OWID_HIC = High-income countries = High-income = "
     "High income countries = High income economies = 1503; "
     "Upper middle income = OWID_UMC = Upper-middle-income countries = "
     "Upper-middle income = Upper middle income countries = 1502; "
     "Lower middle income = OWID_LMC = Lower-middle-income countries = "
     "Lower-middle income = Lower middle income countries = 1501; "
     "Low income = OWID_LIC = Low-income countries = Low-income = Low income countries = "
     "1500; Middle income = Middle-income countries = 1517; "
     "Low & middle income = Low and middle income = Low- and middle-income countries = "
     "Low and Middle-income economies; No income group available = 1518"),
    # --- Our World in Data and the bodies whose groups it passes on
    ("aggregate", "continent or region",
     "Africa = OWID_AFR = UN_AFR = 002 = 903 = AFRICA = Afrique = África = Африка = 非洲 = أفريقيا; "
     "Asia = OWID_ASI = UN_ASI = 142 = 935 = Asie = Азия = 亚洲 = آسيا; "
     "Europe = OWID_EUR = UN_EUR = 150 = 908 = Europa = Европа = 欧洲 = أوروبا; "
     "North America = OWID_NAM = NAC = Amérique du Nord = América del Norte; "
     "South America = OWID_SAM = 005 = 931 = Amérique du Sud = América del Sur; "
     "Oceania = OWID_OCE = UN_OCE = 009 = 909 = Océanie = Oceanía = Океания = 大洋洲; "
     "Americas = 019 = Amériques = Américas = Región de las Américas; "
     "Northern America = 021 = 905 = UN_NAM; Latin America; Latin America and the Caribbean = 419 "
     "= 904 = UN_LAC = ZZH.LAC = Amérique latine et Caraïbes = América Latina y el Caribe; "
     "Latin America & the Caribbean; Antarctic; Asia Pacific = Asia-Pacific; "
     "Asia and the Pacific; Asia and Oceania = Asia & Oceania; Middle East; Near East; "
     "Eurasia; Central and Eastern Europe; Western Balkans; Baltic states; "
     "Nordic countries; Central and Western Europe; East and Southeast Asia; "
     "Southeast Asia; South East Asia; Far East; Pacific; Pacific Islands; West Africa; "
     "East Africa; Central Africa; Horn of Africa; Sahel; Maghreb; Gulf states; "
     "Sub-Sahara Africa; Central America and the Caribbean; Central America & Caribbean; "
     "Western Europe and North America = Western Europe and Others; "
     "Eastern Europe and Central Asia; West and Central Africa; East Asia; "
     "Africa South of the Sahara; Latin America (18 countries)"),
    ("aggregate", "what is left of a continent or of the world",
     "Asia excl. China and India = Asia (excl. China and India); "
     "Europe (excl. EU-27); Europe (excl. EU-28); North America (excl. USA); "
     "World excl. China = World (excl. China) = World excluding China; "
     "World excl. USA = World excluding the United States; "
     "World excl. India = World excluding India; World excl. China and South Korea; "
     "World excl. China, South Korea, Japan and Singapore; Rest of the world = ROW; "
     "Rest of World; Other countries; Others; Other; Unspecified countries; "
     "Areas not elsewhere specified = Areas, nes = Other Asia, nes; "
     "Adjustments; Statistical differences; Special categories"),
    ("aggregate", "region of the United Nations population figures",
     "More developed regions = 901; Less developed regions = 902; "
     "Less developed regions, excluding least developed countries = 934; "
     "Less developed regions, excluding China = 948; "
     "Southern-Central Asia; Australia and New Zealand = Australia/New Zealand = 053 = 927; "
     "Land-locked Developing Countries (LLDC) = 1636; "
     "Small Island Developing States (SIDS) = 1637; "
     "High-income economies; Upper-middle-income economies; Lower-middle-income economies; "
     "Low-income economies; Geographic regions; Income groups; UN development groups; "
     "Sustainable Development Goal (SDG) regions"),
    ("aggregate", "SDG region",
     "Central and Southern Asia = 062 = 921; Eastern and South-Eastern Asia = 1832; "
     "North America and Europe = Europe and Northern America = Northern America and Europe "
     "= 1829; Northern Africa and Western Asia = Western Asia and Northern Africa = 747 "
     "= 1833; Oceania excluding Australia and New Zealand = "
     "Oceania (excluding Australia and New Zealand) = 1835 = Oceania (exc. Australia and New Zealand)"),
    ("aggregate", "UN group of countries",
     "Least Developed Countries = LDCs = 199 = 941 = LDC = Least developed countries (LDC) = "
     "Least Developed Countries (LDCs) = Pays les moins avancés = Países menos adelantados; "
     "Landlocked Developing Countries = Land Locked Developing Countries = LLDCs = 432 = "
     "Landlocked developing countries (LLDCs) = Land Locked Developing Countries (FAO); "
     "Small Island Developing States = SIDS = 722 = Small island developing states (SIDS); "
     "Low Income Food Deficit Countries (FAO) = Low Income Food Deficit Countries = LIFDCs; "
     "Net Food Importing Developing Countries (FAO) = "
     "Net Food Importing Developing Countries = NFIDCs; "
     "Developing countries = Developing regions = Developing economies = Pays en développement; "
     "Developed countries = Developed regions = Developed economies; "
     "Transition economies = Economies in transition; Emerging markets; "
     "Emerging market and developing economies; Advanced economies; "
     "Emerging and developing Asia; Emerging and developing Europe; "
     "Middle East and Central Asia; Major advanced economies (G7); "
     "Other advanced economies; ASEAN-5; Fragile states; Group of 77 = G77"),
    ("aggregate", "FAO's China with Hong Kong, Macao and Taiwan", "China (FAO) = 159"),
    ("aggregate", "two countries reported as one until 1999",
     "Belgium-Luxembourg = 058 = Belgium-Luxembourg (FAO) = BLX"),
    ("aggregate", "region of the World Health Organization",
     "African Region = AFRO = WHO African Region = WHO_AFRO; "
     "Region of the Americas = AMR = AMRO = WHO_AMRO = WHO Region of the Americas; "
     "Eastern Mediterranean = EMR = EMRO = WHO_EMRO = Eastern Mediterranean Region = "
     "WHO Eastern Mediterranean Region; "
     "European Region = EUR = EURO = WHO_EURO = WHO European Region; "
     "South-East Asia = SEAR = SEARO = WHO_SEARO = South-East Asia Region = "
     "WHO South-East Asia Region; "
     "Western Pacific = WPR = WPRO = WHO_WPRO = Western Pacific Region = "
     "WHO Western Pacific Region; WHO_GLOBAL = WHO Global"),
    ("aggregate", "region of UNICEF",
     "UNICEF_EAP; UNICEF_ECA; UNICEF_EECA; UNICEF_WE; UNICEF_ESA; UNICEF_LAC; UNICEF_MENA; "
     "UNICEF_NA; UNICEF_SA; UNICEF_SSA; UNICEF_WCA; UNICEF_ROSA; UNICEF_EAPRO; "
     "UNICEF_ESARO; UNICEF_WCARO; UNICEF_MENARO; UNICEF_ECARO; UNICEF_LACRO; "
     "UNICEF programme countries; Central and Eastern Europe and the CIS = CEE/CIS; "
     "Sub-Saharan Africa - West and Central Africa"),
    ("aggregate", "region of the International Labour Organization",
     "Northern, Southern and Western Europe; Central and Western Asia; "
     "South-Eastern Asia and the Pacific; Arab States: Gulf Cooperation Council (GCC) = "
     "Arab States: GCC; Arab States: Non-GCC; "
     "X02; X03; X04; X05; X06; X07; X08; X09; X10; X11; X12; X13; X14; X15; X16; X17; "
     "X18; X19; X20; X21; X22; X23; X24; X25; X26; X27; X28; X29; X30; X31; X32; X33; "
     "X34; X35; X36; X37; X38; X39; X40; X41; X42; X43; X44; X45; X46; X47; X48; X49; "
     "X50; X51; X52; X53; X54; X55; X56; X57; X58; X59; X60; X61; X62; X63; X64; X65; "
     "X66; X67; X68; X69; X70; X71; X72; X73; X74; X75; X76; X77; X78; X79; X80; X81; "
     "X82; X83; X84; X85; X86; X87; X88; X89"),
    ("aggregate", "union or club of states",
     "European Union = EU = EUU = OWID_EU27 = EU27 = EU-27 = European Union (27) = "
     "European Union - 27 countries = European Union (27 countries) = EU27_2020 = "
     "European Union - 27 countries (from 2020) = Union européenne = Unión Europea; "
     "European Union (28) = EU28 = EU-28 = European Union - 28 countries (2013-2020); "
     "European Union (25) = EU25; European Union (15) = EU15 = EU-15; EU27_2007; "
     "EU candidate countries; European Economic Area = EEA; EFTA; "
     "European Free Trade Association; Schengen area; "
     "Euro area = EMU = EA = EA19 = EA20 = EA18 = EA17 = Euro area (19 countries) = "
     "Euro area (20 countries) = Eurozone = Zone euro; "
     "OECD = OED = OECD members = OECD countries = OECD - Total = OECD - Average = OECDE = "
     "OAVG = OCDE; Non-OECD = Non-OECD Economies; "
     "OECD - Europe = OECD Europe; OECD Americas; OECD Asia Oceania; "
     "G7 = G-7 = Group of Seven; G20 = G-20 = Group of Twenty; BRICS = BRIICS; "
     "NATO = North Atlantic Treaty Organization; OPEC; Non-OPEC; "
     "ASEAN = Association of Southeast Asian Nations; "
     "African Union = AU members = African Union members; Arab League = League of Arab States; "
     "Gulf Cooperation Council = GCC; Commonwealth of Independent States = CIS; "
     "Commonwealth; Caribbean Community = CARICOM; MERCOSUR = Mercosur; "
     "Andean Community; ECOWAS = Economic Community of West African States = CEDEAO; "
     "SADC = Southern African Development Community; "
     "COMESA = Common Market for Eastern and Southern Africa; EAC = East African Community; "
     "IGAD = Intergovernmental Authority on Development; "
     "ECCAS = Economic Community of Central African States = CEEAC; "
     "CEMAC = Economic and Monetary Community of Central Africa; "
     "WAEMU = UEMOA = West African Economic and Monetary Union; "
     "CEN-SAD = Community of Sahel-Saharan States; Arab Maghreb Union; "
     "Pacific Islands Forum; APEC = Asia-Pacific Economic Cooperation; "
     "SAARC = South Asian Association for Regional Cooperation; "
     "Organisation of Islamic Cooperation = OIC; NAFTA = USMCA; "
     "Organisation of Eastern Caribbean States = OECS; "
     "East Caribbean Currency Union = ECCU; Visegrad countries"),
    # --- human development reports
    ("aggregate", "human development group",
     "Very high human development = ZZA.VHHD; High human development = ZZB.HHD; "
     "Medium human development = ZZC.MHD; Low human development = ZZD.LHD"),
    ("aggregate", "region of the human development reports",
     "Arab States = ZZE.AS; East Asia and the Pacific = ZZF.EAP; "
     "Europe and Central Asia = ZZG.ECA = Europe & Central Asia; South Asia = ZZI.SA; "
     "Sub-Saharan Africa = ZZJ.SSA = 947 = Afrique subsaharienne = África subsahariana"),
    # --- several countries under one label, or none
    ("aggregate", "Guernsey and Jersey together",
     "Channel Islands = CHI = 830 = OWID_CIS = chanisl"),
    ("aggregate", "Israel with the territories it occupies",
     "Israel and Occupied Territories"),
    ("aggregate", "a joint sovereign territory", "Saudi Arabia-Kuwait neutral zone"),
    ("aggregate", "people whose country is not known or who have none",
     "Stateless = STA = XXA = Stateless persons; "
     "Unknown = UKN = UNKNOWN = XXX = Unknown origin = Unknown country; "
     "Various = VAR = Various/Unknown = Various / unknown; Not specified = Not stated; "
     "Refugee = XXB = Refugees"),
    ("aggregate", "what is counted for no country",
     "International transport = International Transport = International bunkers; "
     "International aviation = International Aviation; "
     "International shipping = International Shipping; Kuwaiti Oil Fires = OWID_KOF; "
     "High seas; International waters"),

    # --- states that ended
    ("ended", "Soviet Union, to 1991",
     "USSR = Soviet Union = OWID_USS = SUN = SU = 810 = ioc:URS = U.S.S.R. = "
     "USSR (former) = Union of Soviet Socialist Republics = Former Soviet Union = "
     "Former USSR = USSR, former = URSS = Union soviétique = Unión Soviética = СССР = "
     "Soviet Union (former) = Union of Soviet Socialist Republics (former) = "
     "Union des républiques socialistes soviétiques"),
    ("ended", "Yugoslavia, to 1992",
     "Yugoslavia = OWID_YGS = YUG = YU = 890 = ioc:YUG = Yugoslavia (former) = "
     "Yugoslavia, Socialist Federal Republic of = Former Yugoslavia = Yugoslav SFR = "
     "SFR Yugoslavia = SFRY = Socialist Federal Republic of Yugoslavia = "
     "Yugoslavia SFR = Yougoslavie = Югославия"),
    ("ended", "Serbia with Montenegro, 1992 to 2006",
     "Serbia and Montenegro = OWID_SRM = SCG = 891 = ioc:SCG = "
     "Serbia & Montenegro = Yugoslavia, Federal Republic of = "
     "Yugoslavia/Serbia and Montenegro = Federal Republic of Yugoslavia = FR Yugoslavia = "
     "Yugoslavia, Fed. Rep. = Serbia and Montenegro (former) = Serbie-et-Monténégro = "
     "Serbia and Montenegro (Yugoslavia) = Yugoslavia, FR (Serbia/Montenegro)"),
    ("ended", "a code of Czechoslovakia, later of Serbia with Montenegro", "CS"),
    ("ended", "Czechoslovakia, to 1992",
     "Czechoslovakia = OWID_CZS = CSK = 200 = ioc:TCH = cheslo = gw:315 = cow:315 = "
     "cow:CZE = Czechoslovakia (former) = Former Czechoslovakia = Tchécoslovaquie"),
    ("ended", "East Germany, to 1990",
     "East Germany = German Democratic Republic = Germany, East = OWID_GDR = DDR = DD = "
     "GDR = 278 = ioc:GDR = deu_east = gw:265 = cow:265 = cow:GDR = "
     "Germany (East) = Germany, Democratic Republic = German Democratic Republic (former)"),
    ("ended", "West Germany before unity, to 1990",
     "West Germany = German Federal Republic = Germany, West = OWID_GFR = 280 = ioc:FRG = "
     "deu_west = cow:260 = cow:GFR = Germany, Federal Republic (former) = Germany (West) = "
     "Germany, Federal Republic of (former) = Germany (until 1990) = FRG"),
    ("ended", "North Yemen, to 1990",
     "Yemen Arab Republic = North Yemen = Yemen, North = OWID_YAR = 886 = yem_north = "
     "cow:678 = cow:YAR = North Yemen (former) = Yemen, Arab Republic = "
     "Yemen Arab Republic (former) = Yemen (AR)"),
    ("ended", "South Yemen, to 1990",
     "Yemen People's Republic = South Yemen = Yemen, South = OWID_YPR = YMD = YD = 720 = "
     "yem_south = gw:680 = cow:680 = cow:YPR = South Yemen (former) = "
     "Yemen (South Yemen) = Yemen, Democratic = Democratic Yemen = "
     "Democratic Yemen (former) = People's Democratic Republic of Yemen = "
     "People's Republic of Yemen = Yemen PDR"),
    ("ended", "South Vietnam, to 1975",
     "Republic of Vietnam = South Vietnam = Vietnam, South = OWID_RVN = gw:817 = "
     "cow:817 = cow:RVN = Vietnam, Republic of = Republic of Viet Nam = South Viet Nam"),
    ("ended", "North Vietnam, to 1976",
     "Democratic Republic of Vietnam = North Vietnam = Vietnam, North = OWID_DRV = VDR = "
     "VD = Democratic Republic of Viet Nam = Viet Nam, Democratic Republic of"),
    ("ended", "Sudan with what is now South Sudan, to 2011",
     "Sudan (former) = OWID_SDN = Former Sudan = Sudan (pre-2011) = 736 = "
     "Sudan (until 2011) = Sudan (to 2011) = Sudan (including South Sudan) = "
     "Sudan, former = Sudan [former] = Soudan (ex)"),
    ("ended", "Ethiopia with Eritrea, to 1993",
     "Ethiopia (former) = OWID_ERE = Eritrea and Ethiopia = eri_a_eth = Ethiopia PDR = 230 "
     "= Ethiopia (including Eritrea) = Ethiopia (until 1993) = Former Ethiopia"),
    ("ended", "Dutch islands of the Caribbean, dissolved in 2010",
     "Netherlands Antilles = ANT = AN = 530 = ioc:AHO = fips:NT = "
     "Netherlands Antilles (former) = Dutch Antilles = Curaçao and Bonaire = "
     "Antilles néerlandaises = Antillas Neerlandesas"),
    ("ended", "Korea before its division",
     "United Korea (former) = korea_union = cow:730 = gw:730"),
    ("ended", "trust territory, to 1994",
     "Trust Territory of the Pacific Islands = Pacific Islands Trust Territory = PCI = PC = "
     "582 = Pacific Islands (Trust Territory) = Pacific Islands (trust territory) (former)"),
    ("ended", "union of Egypt and Syria, 1958 to 1961", "United Arab Republic"),
    ("ended", "union of Malaya, Singapore and parts of Borneo, or its beginnings",
     "Malaya = Federation of Malaya; Sabah (former); Sarawak (former)"),
    ("ended", "colony, now Kiribati and Tuvalu",
     "Gilbert and Ellice Islands = GEL"),
    ("ended", "federation in southern Africa, 1953 to 1963",
     "Rhodesia and Nyasaland = Federation of Rhodesia and Nyasaland"),
    ("ended", "colony or federation in the Caribbean",
     "West Indies Federation; Leeward Islands; Windward Islands; "
     "St. Kitts-Nevis-Anguilla = St. Kitts, Nevis and Anguilla"),
    ("ended", "colony or federation in Africa or Asia",
     "French West Africa; French Equatorial Africa; French Indochina = Indochina; "
     "Ruanda-Urundi = Rwanda-Urundi; Ottoman Empire; Palestine (Mandate); "
     "Mali Federation; Tibet = gw:711; Sikkim = SKM; "
     "Neutral Zone = NTZ = NT"),
    ("ended", "American zone of the Panama canal, to 1979",
     "Panama Canal Zone = PCZ = PZ = Former Panama Canal Zone"),
    ("ended", "islands that ISO 3166 once had codes for",
     "Canton and Enderbury Islands = CTE = CT; Johnston Island = JTN = JT; "
     "Midway Islands = MID; US Miscellaneous Pacific Islands = PUS = PU; "
     "Wake Island = WAK = WK; Dronning Maud Land = ATN = NQ; "
     "British Antarctic Territory = ATB; "
     "Ryukyu Islands"),
    ("ended", "Austria-Hungary, to 1918",
     "Austria-Hungary = OWID_AUH = cow:300 = cow:AUH = gw:300"),
    ("ended", "German or Italian state before unification",
     "Baden = OWID_BAD = cow:267 = cow:BAD = gw:267; "
     "Bavaria = OWID_BAV = cow:245 = cow:BAV = gw:245; Brunswick; Duchy of Nassau; "
     "Hamburg; Hanover = OWID_HAN = cow:240 = cow:HAN = gw:240; "
     "Hesse Electoral = OWID_HSE = cow:273 = cow:HSE = gw:273; "
     "Hesse Grand Ducal = OWID_HSG = cow:275 = cow:HSG = gw:275; "
     "Mecklenburg Schwerin = OWID_MEC = cow:280 = cow:MEC = gw:280; "
     "Modena = OWID_MOD = cow:332 = cow:MOD = gw:332; Oldenburg; "
     "Papal States = cow:327 = cow:PAP; Parma = OWID_PMA = cow:335 = cow:PMA = gw:335; "
     "Piedmont-Sardinia; Prussia; Saxe-Weimar-Eisenach; "
     "Saxony = OWID_SAX = cow:269 = cow:SAX = gw:269; "
     "Tuscany = OWID_TUS = cow:337 = cow:TUS = gw:337; "
     "Two Sicilies = OWID_SIC = cow:329 = cow:SIC = gw:329; "
     "Wurttemberg = OWID_WRT = cow:271 = cow:WRT = gw:271 = Württemberg"),

    # --- parts, occupied and disputed areas
    ("part", "breakaway area of Georgia",
     "Abkhazia = OWID_ABK = abkh; South Ossetia = OWID_SOS = sosset"),
    ("part", "breakaway area of Moldova", "Transnistria = OWID_TRS = transn"),
    ("part", "breakaway area of Azerbaijan, to 2023",
     # the second spelling stands so in a published table
     "Nagorno-Karabakh = Ngorno-Karabakh = OWID_NAG = ngokar = Artsakh"),
    ("part", "part of Somalia", "Somaliland = OWID_SML = som_somland; Puntland"),
    ("part", "northern part of Cyprus",
     "Northern Cyprus = N. Cyprus = OWID_CYN = cyp_nor = "
     "Turkish Republic of Northern Cyprus = TRNC"),
    ("part", "Ukrainian land held by Russia",
     "Crimea; Russia-Occupied Areas (Ukraine); Eastern Donbas; Donetsk; Luhansk"),
    ("part", "part of Ukraine, or Ukraine without a part", "Ukraine (excluding Crimea)"),
    ("part", "Israel in other borders than the country row",
     "Israel in Occupied Territories; Israel in pre-1967 borders"),
    ("part", "part of Palestine",
     "Gaza Strip = Gaza = pse_gaza = 274 = fips:GZ = Palestine/Gaza = Gaza (Hamas) = "
     "Hamas/Gaza; West Bank = pse_west_bank = fips:WE = Palestine/West Bank; "
     "East Jerusalem"),
    ("part", "part of the United Kingdom",
     "England = Angleterre = Inglaterra; Wales = Pays de Galles = Gales; "
     "Scotland = Écosse = Escocia; "
     "Northern Ireland = Irlande du Nord = Irlanda del Norte; England and Wales; "
     "United Kingdom (England and Wales) = UK: England and Wales; "
     "United Kingdom (Scotland) = UK: Scotland; "
     "United Kingdom (Northern Ireland) = UK: Northern Ireland; "
     "United Kingdom (England)"),
    ("part", "part of Iraq",
     "Iraq (Central Iraq); Iraq (Kurdistan Region) = Kurdistan Region of Iraq = Kurdistan"),
    ("part", "part of Tanzania",
     "Zanzibar = OWID_ZAN = cow:511 = cow:ZAN = gw:511; "
     "Tanganyika = Tanzania (mainland) = Mainland Tanzania = Tanzania, mainland = "
     "U.R. of Tanzania: Mainland = United Republic of Tanzania: Mainland; "
     "Tanzania (Zanzibar) = United Republic of Tanzania: Zanzibar"),
    ("part", "area between Sudan and South Sudan", "Abyei"),
    ("part", "Serbia's figures without Kosovo's, listed beside Serbia",
     "Serbia excluding Kosovo = scg_ex_kos = OWID_SEK = Serbia (excluding Kosovo)"),
    ("part", "British bases on Cyprus", "Akrotiri and Dhekelia = akr_a_dhe = OWID_AKD"),
    ("part", "France without its overseas departments",
     "Metropolitan France = FXX = FX = 249 = France (metropolitan) = France, metropolitan"),
    ("part", "French island in the Pacific", "Clipperton = fra_clipperton"),
    ("part", "Portuguese islands in the Atlantic", "Azores; Madeira"),
    ("part", "part of Spain", "Canary Islands = IC; Ceuta and Melilla; Catalonia"),
    ("part", "part of the Dutch Caribbean", "Saba; Sint Eustatius; Bonaire (island)"),
    ("part", "part of Saint Helena's territory",
     "Ascension Island = ASC = Ascension; Tristan da Cunha = TAA"),
    ("part", "British island in the Indian Ocean", "Diego Garcia = DGA"),
    ("part", "one of the Channel Islands", "Sark = 680; Alderney"),
    ("part", "disputed land in Kashmir", "Jammu and Kashmir = Kashmir; Aksai Chin"),
    ("part", "disputed islands in the South China Sea", "Spratly Islands; Paracel Islands"),
    ("part", "part of Svalbard and Jan Mayen", "Jan Mayen = fips:JN"),
    ("part", "part of Malaysia", "Sabah; Sarawak; Peninsular Malaysia"),
    ("part", "part of the United States", "Hawaii; Alaska"),
    ("part", "part of Chile or Ecuador", "Easter Island; Galapagos Islands"),
    ("part", "island with a French and a Dutch half",
     "Saint Martin (island) = stmar = St. Martin (island)"),

    # --- names that could be either of two: refused, with both in the error
    ("ambiguous", "South Korea (KOR) or North Korea (PRK)",
     "Korea = Corée = Corea = Корея = كوريا = Korea (unspecified)"),
    ("ambiguous", "US Virgin Islands (VIR) or British Virgin Islands (VGB)",
     "Virgin Islands = Virgin Is. = Îles Vierges = Islas Vírgenes"),
    ("ambiguous", "the French part (MAF) or Sint Maarten (SXM)",
     "Saint Martin = St. Martin = Saint-Martin = San Martín"),
    ("ambiguous", "United States (USA) or the continent", "America = Amérique = América"),
    ("ambiguous", "Guyana (GUY) or French Guiana (GUF)", "Guiana = Guayana"),
    ("ambiguous", "Yugoslavia, to 2006, or Serbia (SRB)", "cow:345 = cow:YUG = fips:YU"),
    ("ambiguous", "Serbia with Montenegro, to 2006, or one of them", "fips:YI"),
    ("ambiguous", "Yemen (YEM) or one of the two states before 1990", "Yemens"),
]
