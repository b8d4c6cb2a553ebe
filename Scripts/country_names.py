"""What `geography.py` adds to its sources: names and codes of countries.

Facts that the public tables lack, or say in a way that a reader would not
expect.
"""

# Names as a reader of UN reports knows them. The ISO names turn the words
# round ("Korea, Republic of") and carry the form of government along.
NAMES = {
    "BOL": "Bolivia", "BRN": "Brunei", "COD": "DR Congo", "COG": "Congo",
    "FSM": "Micronesia", "GBR": "United Kingdom", "HKG": "Hong Kong",
    "IRN": "Iran", "KOR": "South Korea", "LAO": "Laos", "MAC": "Macao",
    "MDA": "Moldova", "NLD": "Netherlands", "PRK": "North Korea",
    "PSE": "Palestine", "RUS": "Russian Federation", "SHN": "Saint Helena",
    "SXM": "Sint Maarten", "SYR": "Syria", "TWN": "Taiwan", "TZA": "Tanzania",
    "UMI": "US Minor Outlying Islands", "USA": "United States",
    "VEN": "Venezuela", "VGB": "British Virgin Islands",
    "VIR": "US Virgin Islands", "XKX": "Kosovo",
}

# Kosovo has no ISO entry; XKX and XK are the user-assigned codes that the
# World Bank and the European Union use. It has no official M49 number.
KOSOVO = {"iso3": "XKX", "iso2": "XK", "m49": "", "region": "Europe",
          "subregion": "Southern Europe"}

# The ISO list leaves Taiwan without a region; the M49 grouping by place is
# that of its neighbours.
REGIONS = {"TWN": ("Asia", "Eastern Asia")}

# Sovereign by ISO's own note, yet not members of the United Nations.
NOT_MEMBERS = {"VAT", "TWN", "PSE", "XKX"}

# Codes of other people for our Kosovo.
CODE_FIXES = {"UNK": "XKX", "KOS": "XKX"}

# The source has this pair in one direction only. There is open sea between the
# two (Palk Strait), so it is not a land border.
NO_LAND_BORDER = {("LKA", "IND")}

# Gleditsch-Ward numbers as UCDP uses them. One number per present state; those
# of ended states are among the areas.
GW = """
USA 2 CAN 20 BHS 31 CUB 40 HTI 41 DOM 42 JAM 51 TTO 52 BRB 53 DMA 54 GRD 55
LCA 56 VCT 57 ATG 58 KNA 60 MEX 70 BLZ 80 GTM 90 HND 91 SLV 92 NIC 93 CRI 94
PAN 95 COL 100 VEN 101 GUY 110 SUR 115 ECU 130 PER 135 BRA 140 BOL 145 PRY 150
CHL 155 ARG 160 URY 165 GBR 200 IRL 205 NLD 210 BEL 211 LUX 212 FRA 220
MCO 221 LIE 223 CHE 225 ESP 230 AND 232 PRT 235 DEU 260 POL 290 AUT 305
HUN 310 CZE 316 SVK 317 ITA 325 VAT 327 SMR 331 MLT 338 ALB 339 SRB 340
MNE 341 MKD 343 HRV 344 SRB 345 BIH 346 XKX 347 SVN 349 GRC 350 CYP 352
BGR 355 MDA 359 ROU 360 RUS 365 EST 366 LVA 367 LTU 368 UKR 369 BLR 370
ARM 371 GEO 372 AZE 373 FIN 375 SWE 380 NOR 385 DNK 390 ISL 395 CPV 402
STP 403 GNB 404 GNQ 411 GMB 420 MLI 432 SEN 433 BEN 434 MRT 435 NER 436
CIV 437 GIN 438 BFA 439 LBR 450 SLE 451 GHA 452 TGO 461 CMR 471 NGA 475
GAB 481 CAF 482 TCD 483 COG 484 COD 490 UGA 500 KEN 501 TZA 510 BDI 516
RWA 517 SOM 520 DJI 522 ETH 530 ERI 531 AGO 540 MOZ 541 ZMB 551 ZWE 552
MWI 553 ZAF 560 NAM 565 LSO 570 BWA 571 SWZ 572 MDG 580 COM 581 MUS 590
SYC 591 MAR 600 DZA 615 TUN 616 LBY 620 SDN 625 SSD 626 IRN 630 TUR 640
IRQ 645 EGY 651 SYR 652 LBN 660 JOR 663 ISR 666 SAU 670 YEM 678 KWT 690
BHR 692 QAT 694 ARE 696 OMN 698 AFG 700 TKM 701 TJK 702 KGZ 703 UZB 704
KAZ 705 CHN 710 MNG 712 TWN 713 PRK 731 KOR 732 JPN 740 IND 750 BTN 760
PAK 770 BGD 771 MMR 775 LKA 780 MDV 781 NPL 790 THA 800 KHM 811 LAO 812
VNM 816 MYS 820 SGP 830 BRN 835 PHL 840 IDN 850 TLS 860 AUS 900 PNG 910
NZL 920 VUT 935 SLB 940 FJI 950 KIR 970 NRU 971 TON 972 TUV 973 MHL 983
PLW 986 FSM 987 WSM 990
"""

# Spellings and codes that publishers use and the tables above do not have.
# Where a name also belonged to a state that ended (Yugoslavia, the USSR, South
# Yemen), only the publisher's own joint label is here, never the old name: a
# figure for the old state must not land in the row of one of its successors.
# "Korea" alone and "Virgin Islands" alone could be either of two: left out.
ALIASES = {
    "AUS": ["Commonwealth of Australia"],
    "AFG": ["Islamic Emirate of Afghanistan"],
    "AND": ["ADO"],
    "ARE": ["UAE", "Emirats arabes unis", "Utd. Arab Emirates", "U.A.E.",
            "Trucial States", "Emiratos Árabes"],
    "ASM": ["Samoa (American)"],
    "ATF": ["fra_antarc", "French Southern and Antarctic Lands"],
    "ATG": ["Antigua"],
    "BEN": ["Dahomey", "DHY", "DY"],
    "BES": ["Bonaire", "Caribbean Netherlands", "Bonaire, St. Eustatius and Saba",
            "Caribbean Netherlands (Bonaire, Sint Eustatius and Saba)"],
    "BFA": ["Upper Volta", "HVO", "HV"],
    "BHS": ["Bahamas, The", "The Bahamas"],
    "BIH": ["Bosnia-Herzegovina", "Bosnia and Herzegowina", "Bosnia", "Bosnia & Herz.",
            "Bosnia and Herz.", "BiH"],
    "BLM": ["St. Barthelemy", "St Barths"],
    "BLR": ["Weißrussland", "Byelorussia", "Belorussia", "Biélorussie", "BYS"],
    "BLZ": ["British Honduras"],
    "BOL": ["Bolivie", "Plurinational State of Bolivia",
            "Bolivia (Plurinational State of)", "Bolivia, Plurinational State of",
            "Estado Plurinacional de Bolivia"],
    "BRA": ["Brésil", "Brasil"],
    "BRN": ["Brunéi", "Negara Brunei Darussalam", "Brunei Daruss."],
    "BWA": ["Bechuanaland"],
    "CAF": ["Central African Rep.", "CAR", "Centrafrique", "Central African Empire",
            "Cent. Afr. Rep."],
    "CCK": ["Cocos Island", "Keeling Islands"],
    "CHN": ["China, mainland", "Mainland China", "People's Republic of China",
            "China, People's Republic of", "PR China", "China (mainland)",
            "China, P.R.: Mainland", "China (People's Republic of)", "China, PR",
            "PRC"],
    "CIV": ["Costa de Marfil", "Elfenbeinküste", "Ivory Coast", "Ivory Coast (Cote d'Ivoire)", "Cote Ivoire",
            "Republic of Côte d'Ivoire"],
    "COD": ["ZAR", "Congo, Dem. Rep.", "Dem. Rep. Congo",
            "Democratic Republic of Congo", "DR Congo (Zaire)", "Zaire", "DRC",
            "Congo (Democratic Republic of the)",
            "Congo, the Democratic Republic of the", "Congo, Democratic Republic",
            "Congo-Kinshasa", "Congo (Kinshasa)", "D.R. of the Congo",
            "République démocratique du Congo (RDC)", "ZR", "Congo DR", "Congo, DR",
            "Congo, DRC", "Congo, D.R.", "Congo (Democratic Rep.)", "Congo (DRC)",
            "Congo (DR)", "Congo, Democratic Republic of", "RDC", "RD Congo",
            "RD del Congo", "Belgian Congo"],
    "COG": ["Congo, Rep.", "Republic of the Congo", "Republic of Congo",
            "Congo, Republic of the", "Congo, Republic of", "Congo Republic",
            "Congo-Brazzaville", "République du Congo", "Congo, R.",
            "Congo (Brazzaville)", "Congo (Republic of the)", "Congo (Rep.)",
            "Congo, Brazzaville"],
    "COK": ["Cook Is"],
    "COM": ["Comoro Islands"],
    "CPV": ["Cap-Vert", "Cape Verde", "Cape Verde Islands", "Cabo Verde Islands"],
    "CUW": ["nld_curacao"],
    "CZE": ["Czech Republic", "République tchèque", "Czech Rep.",
            "Czechia (Czech Republic)", "Czech Republic (Czechia)"],
    "DEU": ["Federal Republic of Germany", "Germany (Federal Republic of)",
            "Unified Germany", "Federal Rep. of Germany", "Germany (unified)",
            "Germany, Federal Republic of", "Germany, Fed. Rep."],
    "DJI": ["AFI", "French Territory of the Afars and the Issas"],
    "DOM": ["Dominican Rep.", "Dominican R."],
    "EGY": ["Egypt, Arab Rep.", "Arab Republic of Egypt"],
    "ESH": ["Sahrawi Arab Democratic Republic", "Spanish Sahara",
            "Western Sahara (Sahrawi)", "SADR", "W. Sahara"],
    "ETH": ["Abyssinia"],
    "FLK": ["Falkland Is (Malvinas)", "Malvinas", "Falkland Islands (Islas Malvinas)",
            "Islas Malvinas"],
    "FRO": ["Faeroe Islands"],
    "FSM": ["Micronesia, Fed. Sts.", "Federated States of Micronesia",
            "Micronesia (country)", "Micronesia (Fed. States of)", "Micronésie",
            "Micronesia, F.S.", "Micronesia (Federated States)", "FS Micronesia"],
    "GBR": ["UK", "Great Britain", "Britain", "Royaume-Uni",
            "United Kingdom of Great Britain", "U.K.",
            "United Kingdom (Great Britain)", "Great Britain and Northern Ireland",
            "Gran Bretaña", "Grande-Bretagne"],
    "GGY": ["gbg"],
    "GHA": ["Gold Coast"],
    "GIN": ["Guinea (Conakry)", "Guinea-Conakry", "Guinée-Conakry"],
    "GMB": ["Gambia, The", "The Gambia"],
    "GNB": ["Guinea Bissau"],
    "GRC": ["EL"],
    "GUY": ["British Guiana"],
    "HKG": ["Hong Kong SAR, China", "Hong Kong, China", "Hong Kong SAR",
            "Hong Kong, China (SAR)", "China, Hong Kong SAR", "Hong Kong (China)",
            "China (Hong Kong SAR)", "China - Hong Kong SAR", "Hong Kong S.A.R.",
            "China: Hong Kong SAR"],
    "HMD": ["heard_a_mcd", "Heard and McDonald Islands"],
    "IMN": ["gbm", "IMY"],
    "IRL": ["Republic of Ireland", "Ireland, Republic of", "Eire"],
    "IRN": ["Iran, Islamic Rep.", "Islamic Republic of Iran",
            "Iran (Islamic Republic of)", "Iran, I.R. of", "Iran, Islamic Republic",
            "Persia"],
    "JEY": ["Jersey, Channel Islands"],
    "KGZ": ["Kyrgyz Republic", "Kyrgyz Rep.", "Kirghizia",
            "Kyrgyzstan (Kyrgyz Republic)", "Kirgizstan", "Kirghizstan"],
    "KHM": ["Cambodia (Kampuchea)", "Kampuchea", "Khmer Republic",
            "Democratic Kampuchea"],
    "KNA": ["St. Kitts and Nevis", "St Kitts", "Saint Kitts",
            "St. Christopher and Nevis"],
    "KOR": ["Korea, Rep.", "Korea (Republic of)", "ROK", "Korea, South",
            "Corée du Sud", "South Korea (Republic of Korea)", "Korea (South)",
            "Korea, S.", "S. Korea", "Korea Rep", "Korea, Rep. of", "Korea (Rep. of)",
            "Korea Republic", "Republic of Korea (South Korea)"],
    "LAO": ["Lao PDR", "Lao", "Lao People's Dem. Rep.", "Lao P.D.R.", "Lao, PDR",
            "Laos (Lao People's Democratic Republic)",
            "Lao People's Democratic Republic (Laos)"],
    "LBY": ["Libyan Arab Jamahiriya", "Libya (Libyan Arab Jamahiriya)", "Libyan AJ"],
    "LCA": ["St. Lucia"],
    "LKA": ["Ceylon"],
    "LSO": ["Basutoland"],
    "MAC": ["Macao SAR, China", "Macao, China", "Macau", "Macao SAR",
            "China, Macao SAR", "Macao (China)", "China (Macao SAR)",
            "China: Macao SAR", "Macao S.A.R."],
    "MAF": ["St. Martin (French part)"],
    "MDA": ["Moldavia", "Moldavie", "Moldova (Republic of)", "Moldova, Rep.",
            "Rep. of Moldova"],
    "MDG": ["Madagascar (Malagasy)", "Malagasy Republic"],
    "MHL": ["Marshall Is."],
    "MKD": ["Macedonia", "FYR Macedonia", "Macedonia, FYR", "FYROM",
            "The former Yugoslav Republic of Macedonia", "Republic of North Macedonia",
            "Macedonia (FYROM)", "Macedonia (TFYR)", "TFYR Macedonia",
            "TFYR of Macedonia", "Former Yugoslav Republic of Macedonia",
            "Macedonia, former Yugoslav Republic",
            "Macedonia, the former Yugoslav Republic of",
            "Macedonia (Former Yugoslav Republic of)", "N. Macedonia",
            "Republic of Macedonia", "Macedonia, North"],
    "MMR": ["Birmania", "Burma", "Myanmar (Burma)", "Burma/Myanmar", "BUR", "Birmanie", "BU",
            "Myanmar (Union of)", "Union of Myanmar", "Union of Burma"],
    "MNP": ["Northern Marianas", "N. Mariana Islands",
            "Commonwealth of the Northern Mariana Islands"],
    "MWI": ["Nyasaland"],
    "NAM": ["South West Africa"],
    "NLD": ["Netherlands (Kingdom of the)", "Kingdom of the Netherlands",
            "The Netherlands", "Holland", "Pays-Bas", "Netherlands, The"],
    "NRU": ["Naoero"],
    "PCN": ["Pitcairn Islands"],
    "PHL": ["Philippines, The"],
    "PNG": ["Papua N. Guinea", "Papua N.G."],
    "PRI": ["Puerto Rico (US)"],
    "PRK": ["Korea, Dem. Rep.", "Korea, Dem. People's Rep.", "DPRK",
            "Korea (Democratic People's Rep. of)", "Dem. People's Rep. Korea",
            "D.P.R. of Korea", "Korea, North", "Corée du Nord",
            "North Korea (Democratc People's Republic of Korea)", "Korea (North)",
            "Korea, N.", "N. Korea", "Korea DPR", "Korea, DPR", "DPR Korea",
            "Korea (Democratic People's Republic of)", "Korea, Dem. People's Rep. of",
            "Democratic People's Republic of Korea (North Korea)", "Korea, D.P.R. of"],
    "PSE": ["WBG", "West Bank and Gaza", "Occupied Palestinian Territory",
            "Palestinian Territories", "Palestinian Territory",
            "Palestinian Authority", "Palestine/West Bank and Gaza",
            "occupied Palestinian territory, including east Jerusalem",
            "Palestine, State of", "Palestine", "West Bank & Gaza",
            "West Bank and Gaza Strip", "Occupied Palestinian Territories",
            "Occupied Palestinian Terr.", "oPt", "Palestinian Terr.",
            "Palestine (State of)", "Palestinian Territory, Occupied",
            "Palestinian territories (West Bank and Gaza)"],
    "ROU": ["ROM", "Rumania"],
    "RUS": ["Russia", "Russia (Soviet Union)", "Russie", "Russian Fed.",
            "Russia Federation", "Federation of Russia"],
    "SGS": ["sgero_a_ssandw"],
    "SHN": ["St. Helena", "Saint Helena, Ascension and Tristan da Cunha"],
    "SJM": ["Svalbard", "Svalbard and Jan Mayen Islands"],
    "SOM": ["Somalia, Fed. Rep."],
    "SRB": ["Serbia (Yugoslavia)"],
    "STP": ["São Tomé e Príncipe", "St. Tome and Principe", "Sao Tome", "São Tomé", "Sao Tome & Principe"],
    "SUR": ["Surinam", "Dutch Guiana"],
    "SVK": ["Slovak Republic"],
    "SWZ": ["Swaziland", "Eswatini (Kingdom of)", "Kingdom of Eswatini",
            "Kingdom of eSwatini (Swaziland)", "Eswatini (Swaziland)",
            "Swaziland (Eswatini)"],
    "SXM": ["St. Maarten"],
    "SYR": ["Syrie", "Syrian Arab Rep.", "Syria (Syrian Arab Republic)"],
    "THA": ["Siam"],
    "TLS": ["Timor Oriental", "East Timor", "TMP", "Timor", "Timor Leste", "East Timor (Timor L'este)",
            "TP", "Portuguese Timor"],
    "TTO": ["Trinidad"],
    "TUR": ["Republic of Turkey", "Turkey", "Turquie", "Republic of Türkiye", "Turkey (Türkiye)",
            "Türkiye (Turkey)", "Turkiye, Rep. of"],
    "TUV": ["Ellice Islands"],
    "TWN": ["Taiwan, China", "Chinese Taipei", "Taiwan ROC",
            "China, Taiwan Province of", "Republic of China",
            "Taiwan, Province of China", "Taiwan (China)", "Taiwan Province of China",
            "China (Taiwan)", "Formosa", "Taiwan (Republic of China)",
            "Taiwan, Republic of China", "China, Taiwan", "China (Taiwan Province of)",
            "Republic of China (Taiwan)", "Taiwan, Republic of China (ROC)"],
    "TZA": ["Tanzanie", "Tanzania (United Republic of)", "Tanzania, United Rep. of",
            "United Rep. of Tanzania", "Tanzania, U.R."],
    "UMI": ["usa_minor_out_isl"],
    "USA": ["US", "U.S.", "U.S.A.", "United States (USA)", "EE.UU.", "EEUU", "США",
            "Etats-Unis d'Amérique", "United States of America (USA)"],
    "VAT": ["hos", "Vatican", "Vatican City State", "Holy See (Vatican City)"],
    "VCT": ["St. Vincent and the Grenadines", "St. Vincent", "Saint Vincent",
            "St. Vincent & Gren."],
    "VEN": ["Venezuela, RB", "Venezuela (Bolivarian Republic of)",
            "Venezuela, Bolivarian Rep. of", "Venezuela (Bolivarian Rep. of)",
            "Venezuela, R.B."],
    "VGB": ["Virgin Islands (British)", "British Virgin Is."],
    "VIR": ["Virgin Islands, U.S.", "US Virgin Is.", "Virgin Islands (U.S.)",
            "Virgin Islands (United States)", "United States Virgin Islands"],
    "VNM": ["Vietnam", "Vietnam (North Vietnam)", "Socialist Republic of Vietnam",
            "Viet Nam", "Vietnam, Socialist Republic of"],
    "VUT": ["New Hebrides", "NHB", "NH"],
    "WLF": ["Wallis et Futuna"],
    "WSM": ["Western Samoa", "Samoa (Western Samoa)", "Samoa, Western"],
    "XKX": ["KSV", "KOS", "OWID_KOS", "XKO", "UNK", "Kosovo (under UNSC res. 1244)",
            "Kosovo (UNSCR 1244)", "Republic of Kosovo",
            "Kosovo (under UNSCR 1244/99)", "Kosovo (UNSCR 1244/99)",
            "Kosovo, UNSCR 1244", "Kosovo under UNSCR 1244", "Kosovo*", "UVK", "XKV"],
    "YEM": ["Yemen, Rep.", "Republic of Yemen", "Yemen (North Yemen)"],
    "ZAF": ["Republic of South Africa", "S. Africa"],
    "ZMB": ["Northern Rhodesia"],
    "ZWE": ["Rhodesia", "Southern Rhodesia", "Zimbabwe (Rhodesia)", "RHO", "RH"],
}

# Names in the sources that would be taken for something else: "St. Martin" is
# as often the whole island as its French part.
NOT_ALIASES = {("MAF", name) for name in (
    "St. Martin", "Saint-Martin", "San Martín", "Сен-Мартен", "سان مارتن")}

# Letters of the Correlates of War. A state has the number that it has by
# Gleditsch and Ward, but for these. 345 is Yugoslavia as well as Serbia there:
# it stands among the areas, as a number that is ambiguous.
COW = """
AFG AFG AGO ANG ALB ALB AND AND ARE UAE ARG ARG ARM ARM ATG AAB AUS AUL
AUT AUS AZE AZE BDI BUI BEL BEL BEN BEN BFA BFO BGD BNG BGR BUL BHR BAH
BHS BHM BIH BOS BLR BLR BLZ BLZ BOL BOL BRA BRA BRB BAR BRN BRU BTN BHU
BWA BOT CAF CEN CAN CAN CHE SWZ CHL CHL CHN CHN CIV CDI CMR CAO COD DRC
COG CON COL COL COM COM CPV CAP CRI COS CUB CUB CYP CYP CZE CZR DEU GMY
DJI DJI DMA DMA DNK DEN DOM DOM DZA ALG ECU ECU EGY EGY ERI ERI ESP SPN
EST EST ETH ETH FIN FIN FJI FIJ FRA FRN FSM FSM GAB GAB GBR UKG GEO GRG
GHA GHA GIN GUI GMB GAM GNB GNB GNQ EQG GRC GRC GRD GRN GTM GUA GUY GUY
HND HON HRV CRO HTI HAI HUN HUN IDN INS IND IND IRL IRE IRN IRN IRQ IRQ
ISL ICE ISR ISR ITA ITA JAM JAM JOR JOR JPN JPN KAZ KZK KEN KEN KGZ KYR
KHM CAM KIR KIR KNA SKN KOR ROK KWT KUW LAO LAO LBN LEB LBR LBR LBY LIB
LCA SLU LIE LIE LKA SRI LSO LES LTU LIT LUX LUX LVA LAT MAR MOR MCO MNC
MDA MLD MDG MAG MDV MAD MEX MEX MHL MSI MKD MAC MLI MLI MLT MLT MMR MYA
MNE MNG MNG MON MOZ MZM MRT MAA MUS MAS MWI MAW MYS MAL NAM NAM NER NIR
NGA NIG NIC NIC NLD NTH NOR NOR NPL NEP NRU NAU NZL NEW OMN OMA PAK PAK
PAN PAN PER PER PHL PHI PLW PAL PNG PNG POL POL PRK PRK PRT POR PRY PAR
QAT QAT ROU ROM RUS RUS RWA RWA SAU SAU SDN SUD SEN SEN SGP SIN SLB SOL
SLE SIE SLV SAL SMR SNM SOM SOM SSD SSD STP STP SUR SUR SVK SLO SVN SLV
SWE SWD SWZ SWA SYC SEY SYR SYR TCD CHA TGO TOG THA THI TJK TAJ TKM TKM
TLS ETM TON TON TTO TRI TUN TUN TUR TUR TUV TUV TWN TAW TZA TAZ UGA UGA
UKR UKR URY URU USA USA UZB UZB VCT SVG VEN VEN VNM DRV VUT VAN WSM WSM
XKX KOS YEM YEM ZAF SAF ZMB ZAM ZWE ZIM
"""
COW_NUMBERS = {"DEU": "255", "KIR": "946", "NRU": "970", "TON": "955",
               "TUV": "947", "YEM": "679", "SRB": "", "VAT": ""}

# FIPS 10-4 where the table of codes has two in one field or none.
FIPS = {"SRB": "RI", "XKX": "KV", "SJM": "SV", "BES": "", "PSE": "", "UMI": ""}

# Olympic and football codes of the table that belong to others, or are none.
NOT_SPORT = {("BES", "AHO"), ("BES", "ANT"), ("GBR", "1"), ("ATA", "ROS3"),
             ("PYF", "TAH2"), ("ALA", "ALD")}
