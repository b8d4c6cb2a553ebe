#!/usr/bin/env python3
"""Writes the four geography tables of hsi from public source files.

    geography.py --codes country-codes.csv --regions iso3166_m49_regions.csv
                 --income worldbank_region_income.csv --borders land_borders.csv
                 --entities gapminder_country_entities.csv
                 --outlines ne_50m.geojson --out Data

Sources
    --codes     datasets/country-codes: ISO 3166-1, M49, English and French names
    --regions   ISO 3166-1 with the UN M49 regions
    --income    World Bank country metadata: income group, short name
    --borders   pairs of countries with a common land border (mledoze/countries)
    --entities  Gapminder geographies: names, a few odd ids, a position
    --outlines  Natural Earth 1:50m countries as GeoJSON, property iso3

Results, all UTF-8 with LF, a header and sorted by the first column
    countries.csv   the countries, with every spelling and code we may meet
    areas.csv       what stands where a country would, and is none
    borders.csv     land borders, both directions
    boundaries.csv  outlines for a small world map

The same input always gives the same bytes: nothing depends on time, locale or
hash order. Only the standard library is needed.
"""

import argparse
import csv
import io
import json
import math
import os
import re
import unicodedata
from collections import defaultdict

# ---------------------------------------------------------------------------
# What the sources do not say, or say in a way that a reader would not expect.
# ---------------------------------------------------------------------------

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
    "AND": ["ADO"],
    "ARE": ["UAE", "Emirats arabes unis"],
    "ASM": ["Samoa (American)"],
    "ATF": ["fra_antarc", "French Southern and Antarctic Lands"],
    "ATG": ["Antigua"],
    "BES": ["Bonaire", "Caribbean Netherlands"],
    "BFA": ["Upper Volta"],
    "BHS": ["Bahamas, The", "The Bahamas"],
    "BIH": ["Bosnia-Herzegovina", "Bosnia and Herzegowina"],
    "BLM": ["St. Barthelemy", "St Barths"],
    "BLR": ["Byelorussia", "Belorussia", "Biélorussie"],
    "BOL": ["Bolivie", "Plurinational State of Bolivia"],
    "BRN": ["Brunéi", "Negara Brunei Darussalam"],
    "CAF": ["Central African Rep.", "CAR", "Centrafrique"],
    "CCK": ["Cocos Island", "Keeling Islands"],
    "CHN": ["China, mainland", "Mainland China", "People's Republic of China",
            "China, People's Republic of", "PR China"],
    "CIV": ["Ivory Coast", "Ivory Coast (Cote d'Ivoire)"],
    "COD": ["ZAR", "Congo, Dem. Rep.", "Dem. Rep. Congo",
            "Democratic Republic of Congo", "DR Congo (Zaire)", "Zaire",
            "DRC", "Congo (Democratic Republic of the)",
            "Congo, the Democratic Republic of the", "Congo, Democratic Republic",
            "Congo-Kinshasa", "Congo (Kinshasa)", "D.R. of the Congo",
            "République démocratique du Congo (RDC)"],
    "COG": ["Congo, Rep.", "Republic of the Congo", "Republic of Congo",
            "Congo, Republic of the", "Congo, Republic of", "Congo Republic",
            "Congo-Brazzaville", "République du Congo"],
    "COK": ["Cook Is"],
    "CPV": ["Cap-Vert"],
    "CUW": ["nld_curacao"],
    "CZE": ["Czech Republic", "République tchèque", "Czech Rep."],
    "DEU": ["Federal Republic of Germany", "Germany (Federal Republic of)"],
    "DOM": ["Dominican Rep."],
    "EGY": ["Egypt, Arab Rep.", "Arab Republic of Egypt"],
    "ESH": ["Sahrawi Arab Democratic Republic", "Spanish Sahara"],
    "FLK": ["Falkland Is (Malvinas)", "Malvinas"],
    "FRO": ["Faeroe Islands"],
    "FSM": ["Micronesia, Fed. Sts.", "Federated States of Micronesia",
            "Micronesia (country)", "Micronesia (Fed. States of)",
            "Micronésie"],
    "GBR": ["UK", "Great Britain", "Britain", "Royaume-Uni",
            "United Kingdom of Great Britain"],
    "GGY": ["gbg"],
    "GMB": ["Gambia, The", "The Gambia"],
    "GNB": ["Guinea Bissau"],
    "GRC": ["EL"],
    "HKG": ["Hong Kong SAR, China", "Hong Kong, China", "Hong Kong SAR",
            "Hong Kong, China (SAR)", "China, Hong Kong SAR"],
    "HMD": ["heard_a_mcd", "Heard and McDonald Islands"],
    "IMN": ["gbm", "IMY"],
    "IRN": ["Iran, Islamic Rep.", "Islamic Republic of Iran"],
    "JEY": ["Jersey, Channel Islands"],
    "KGZ": ["Kyrgyz Republic", "Kyrgyz Rep.", "Kirghizia"],
    "KHM": ["Cambodia (Kampuchea)", "Kampuchea"],
    "KNA": ["St. Kitts and Nevis", "St Kitts"],
    "KOR": ["Korea, Rep.", "Korea (Republic of)", "ROK", "Korea, South",
            "Corée du Sud", "South Korea (Republic of Korea)"],
    "LAO": ["Lao PDR", "Lao", "Lao People's Dem. Rep.", "Lao P.D.R."],
    "LBY": ["Libyan Arab Jamahiriya"],
    "LCA": ["St. Lucia"],
    "LKA": ["Ceylon"],
    "MAC": ["Macao SAR, China", "Macao, China", "Macau", "Macao SAR",
            "China, Macao SAR"],
    "MAF": ["St. Martin (French part)"],
    "MDA": ["Moldavia", "Moldavie"],
    "MDG": ["Madagascar (Malagasy)", "Malagasy Republic"],
    "MHL": ["Marshall Is."],
    "MKD": ["Macedonia", "FYR Macedonia", "Macedonia, FYR", "FYROM",
            "The former Yugoslav Republic of Macedonia",
            "Republic of North Macedonia"],
    "MMR": ["Burma", "Myanmar (Burma)", "Burma/Myanmar", "BUR", "Birmanie"],
    "MNP": ["Northern Marianas"],
    "NLD": ["Netherlands (Kingdom of the)", "Kingdom of the Netherlands",
            "The Netherlands", "Holland", "Pays-Bas"],
    "NRU": ["Naoero"],
    "PCN": ["Pitcairn Islands"],
    "PRI": ["Puerto Rico (US)"],
    "PRK": ["Korea, Dem. Rep.", "Korea, Dem. People's Rep.", "DPRK",
            "Korea (Democratic People's Rep. of)", "Dem. People's Rep. Korea",
            "D.P.R. of Korea", "Korea, North", "Corée du Nord",
            # the slip of the pen is in the published table
            "North Korea (Democratc People's Republic of Korea)"],
    "PSE": ["WBG", "West Bank and Gaza", "Occupied Palestinian Territory",
            "Palestinian Territories", "Palestinian Territory",
            "Palestinian Authority", "Palestine/West Bank and Gaza",
            "occupied Palestinian territory, including east Jerusalem"],
    "ROU": ["ROM", "Rumania"],
    "RUS": ["Russia", "Russia (Soviet Union)", "Russie"],
    "SGS": ["sgero_a_ssandw"],
    "SJM": ["Svalbard", "Svalbard and Jan Mayen Islands"],
    "SOM": ["Somalia, Fed. Rep."],
    "SRB": ["Serbia (Yugoslavia)"],
    "STP": ["St. Tome and Principe"],
    "SUR": ["Surinam"],
    "SVK": ["Slovak Republic"],
    "SWZ": ["Swaziland", "Eswatini (Kingdom of)", "Kingdom of Eswatini",
            "Kingdom of eSwatini (Swaziland)"],
    "SXM": ["St. Maarten"],
    "SYR": ["Syrie"],
    "TLS": ["East Timor", "TMP", "Timor", "Timor Leste",
            "East Timor (Timor L'este)"],
    "TUR": ["Turkey", "Turquie", "Republic of Türkiye"],
    "TWN": ["Taiwan, China", "Chinese Taipei", "Taiwan ROC",
            "China, Taiwan Province of", "Republic of China"],
    "TZA": ["Tanzanie", "Tanzania (United Republic of)"],
    "UMI": ["usa_minor_out_isl"],
    "VAT": ["hos", "Vatican", "Vatican City State"],
    "VCT": ["St. Vincent and the Grenadines", "St. Vincent",
            "Saint Vincent"],
    "VEN": ["Venezuela, RB"],
    "VIR": ["Virgin Islands, U.S.", "US Virgin Is."],
    "VNM": ["Vietnam", "Vietnam (North Vietnam)",
            "Socialist Republic of Vietnam"],
    "WLF": ["Wallis et Futuna"],
    "WSM": ["Western Samoa", "Samoa (Western Samoa)"],
    "XKX": ["KSV", "KOS", "OWID_KOS", "XKO", "UNK",
            "Kosovo (under UNSC res. 1244)",
            "Kosovo (UNSCR 1244)", "Republic of Kosovo"],
    "YEM": ["Yemen, Rep.", "Republic of Yemen", "Yemen (North Yemen)"],
    "ZWE": ["Rhodesia", "Southern Rhodesia", "Zimbabwe (Rhodesia)"],
}

# Names in the sources that would be taken for something else. Gapminder keeps
# an entry for the whole island of St. Martin beside that of its French part.
NOT_ALIASES = {("MAF", "St. Martin")}

# ---------------------------------------------------------------------------
# Areas: kind, note, names and codes. `;` separates, since names hold commas.
# ---------------------------------------------------------------------------

AREAS = [
    # --- the World Bank's groups; its table carries most names, here are the
    # --- codes' other spellings, earlier groups and the two-letter API codes.
    ("aggregate", "the whole world",
     "World; WLD; OWID_WRL; ZZK.WORLD; 001; World (population-weighted); "
     "World (FAO); World (UN); Global; 1W; Total; World total"),
    ("aggregate", "World Bank region, as named before 2025",
     "Middle East & North Africa; Middle East and North Africa; "
     "Middle East & North Africa (excluding high income); "
     "Middle East & North Africa (IDA & IBRD countries); "
     "East Asia & Pacific (IDA & IBRD countries); "
     "Europe & Central Asia (IDA & IBRD countries); "
     "Latin America & the Caribbean (IDA & IBRD countries); "
     "Sub-Saharan Africa (IDA & IBRD countries); "
     "East Asia & Pacific (developing only); "
     "Europe & Central Asia (developing only); "
     "Latin America & Caribbean (developing only); "
     "Middle East & North Africa (developing only); "
     "Sub-Saharan Africa (developing only)"),
    ("aggregate", "World Bank group of countries",
     "Fragile and conflict affected situations; FCS; "
     "Fragile or Extremely Fragile; Not classified; INX; "
     "High income: OECD; OEC; High income: nonOECD; NOC; AFR; "
     "Sub-Saharan Africa excluding South Africa; SXZ; "
     "Sub-Saharan Africa excluding South Africa and Nigeria; XZN; "
     "Heavily indebted poor countries; "
     "Least developed countries: UN classification"),
    ("aggregate", "World Bank group, two-letter form of its data service",
     "1A; 4E; 7E; 8S; B8; F1; OE; S1; S2; S3; S4; T2; T3; T4; T5; T6; T7; V1; "
     "V2; V3; V4; XC; XD; XE; XF; XG; XH; XI; XJ; XL; XM; XN; XO; XP; XQ; XT; "
     "XU; XY; Z4; Z7; ZF; ZG; ZH; ZI; ZJ; ZQ; ZT"),
    ("aggregate", "countries grouped by income",
     "High income; Upper middle income; Lower middle income; Low income; "
     "Middle income; Low & middle income; Low and middle income; "
     "High-income countries; Upper-middle-income countries; "
     "Lower-middle-income countries; Low-income countries; "
     "Middle-income countries; Low- and middle-income countries; "
     "OWID_HIC; OWID_UMC; OWID_LMC; OWID_LIC; No income group available"),
    # --- Our World in Data and the bodies whose groups it passes on
    ("aggregate", "continent as Our World in Data draws it",
     "Africa; OWID_AFR; Asia; OWID_ASI; Europe; OWID_EUR; North America; "
     "OWID_NAM; South America; OWID_SAM; Oceania; OWID_OCE; Antarctic; "
     "Asia excl. China and India; Asia (excl. China and India); "
     "Europe (excl. EU-27); Europe (excl. EU-28); North America (excl. USA); "
     "World excl. China"),
    ("aggregate", "continent, its countries weighted by population",
     "Africa (population-weighted); Asia (population-weighted); "
     "Europe (population-weighted); North America (population-weighted); "
     "South America (population-weighted); Oceania (population-weighted)"),
    ("aggregate", "region of a conflict table",
     "Americas; Asia and Oceania; Middle East"),
    ("aggregate", "region by the United Nations",
     "Africa (UN); UN_AFR; Americas (UN); Asia (UN); UN_ASI; Europe (UN); "
     "UN_EUR; Latin America and the Caribbean (UN); UN_LAC; "
     "Northern America (UN); UN_NAM; Oceania (UN); UN_OCE; "
     "Australia and New Zealand (UN); Central Asia (UN); Eastern Asia (UN); "
     "Eastern Europe (UN); Melanesia (UN); Micronesia (UN); "
     "Northern Africa (UN); Northern Europe (UN); Polynesia (UN); "
     "South-Eastern Asia (UN); Southern Asia (UN); Southern Europe (UN); "
     "Sub-Saharan Africa (UN); Western Asia (UN); Western Europe (UN); "
     "Eastern Africa (UN); Middle Africa (UN); Southern Africa (UN); "
     "Western Africa (UN); Caribbean (UN); Central America (UN); "
     "South America (UN)"),
    ("aggregate", "region by FAO",
     "Africa (FAO); Americas (FAO); Asia (FAO); Europe (FAO); Oceania (FAO); "
     "Australia and New Zealand (FAO); Caribbean (FAO); "
     "Central America (FAO); Central Asia (FAO); Eastern Africa (FAO); "
     "Eastern Asia (FAO); Eastern Europe (FAO); Melanesia (FAO); "
     "Micronesia (FAO); Middle Africa (FAO); Northern Africa (FAO); "
     "Northern America (FAO); Northern Europe (FAO); Polynesia (FAO); "
     "South America (FAO); South-eastern Asia (FAO); Southern Africa (FAO); "
     "Southern Asia (FAO); Southern Europe (FAO); Western Africa (FAO); "
     "Western Asia (FAO); Western Europe (FAO); "
     "Land Locked Developing Countries (FAO); "
     "Least Developed Countries (FAO); "
     "Low Income Food Deficit Countries (FAO); "
     "Net Food Importing Developing Countries (FAO); "
     "Small Island Developing States (FAO); European Union (27) (FAO); "
     "European Union (28) (FAO)"),
    ("aggregate", "FAO's China with Hong Kong, Macao and Taiwan",
     "China (FAO)"),
    ("aggregate", "two countries reported as one until 1999",
     "Belgium-Luxembourg (FAO); Belgium-Luxembourg"),
    ("aggregate", "SDG region",
     "Central and Southern Asia; Eastern and South-Eastern Asia; "
     "North America and Europe; Europe and Northern America; "
     "Northern Africa and Western Asia; Western Asia and Northern Africa; "
     "Oceania excluding Australia and New Zealand; "
     "Oceania (excluding Australia and New Zealand)"),
    ("aggregate", "UN group of countries",
     "Least Developed Countries; Landlocked Developing Countries; "
     "Land Locked Developing Countries; Small Island Developing States; "
     "Developing countries; Developed countries; Developing regions; "
     "Developed regions; Less developed regions; More developed regions; "
     "Less developed regions, excluding least developed countries; "
     "LDCs; LLDCs; SIDS; Small island developing states (SIDS)"),
    ("aggregate", "union or club of states",
     "European Union; European Union (27); European Union (28); OWID_EU27; "
     "EU; EU27; EU28; EUU; European Union - 27 countries; "
     "Euro area; EMU; Euro area (20 countries); OECD; OECD members; "
     "OECD countries; OECD - Total; OECD - Average; G7; G20; ASEAN; "
     "African Union; Commonwealth"),
    # --- human development reports
    ("aggregate", "human development group",
     "Very high human development; ZZA.VHHD; High human development; ZZB.HHD; "
     "Medium human development; ZZC.MHD; Low human development; ZZD.LHD"),
    ("aggregate", "region of the human development reports",
     "Arab States; ZZE.AS; East Asia and the Pacific; ZZF.EAP; "
     "Europe and Central Asia; ZZG.ECA; Latin America and the Caribbean; "
     "ZZH.LAC; South Asia; ZZI.SA; Sub-Saharan Africa; ZZJ.SSA"),
    # --- several countries under one label
    ("aggregate", "Guernsey and Jersey together",
     "Channel Islands; CHI; OWID_CIS; chanisl"),
    ("aggregate", "Israel with the territories it occupies",
     "Israel and Occupied Territories"),

    # --- states that ended
    ("ended", "Soviet Union, to 1991",
     "USSR; Soviet Union; OWID_USS; SUN; USSR (former); U.S.S.R.; "
     "Union of Soviet Socialist Republics; Former Soviet Union; "
     "Former USSR"),
    ("ended", "Yugoslavia, to 1992",
     "Yugoslavia; OWID_YGS; YUG; Yugoslavia, Socialist Federal Republic of; "
     "Yugoslavia (former); Former Yugoslavia; Yugoslav SFR; "
     "Socialist Federal Republic of Yugoslavia"),
    ("ended", "Serbia with Montenegro, 1992 to 2006",
     "Serbia and Montenegro; OWID_SRM; SCG; "
     "Yugoslavia, Federal Republic of; Yugoslavia/Serbia and Montenegro; "
     "Federal Republic of Yugoslavia; Yugoslavia, Fed. Rep.; "
     "Serbia and Montenegro (former)"),
    ("ended", "Czechoslovakia, to 1992",
     "Czechoslovakia; OWID_CZS; CSK; cheslo; gw:315; "
     "Czechoslovakia (former)"),
    ("ended", "East Germany, to 1990",
     "East Germany; German Democratic Republic; Germany, East; OWID_GDR; DDR; "
     "GDR; deu_east; gw:265"),
    ("ended", "West Germany before unity, to 1990",
     "West Germany; German Federal Republic; Germany, West; OWID_GFR; "
     "deu_west; Germany, Federal Republic (former)"),
    ("ended", "North Yemen, to 1990",
     "Yemen Arab Republic; North Yemen; Yemen, North; OWID_YAR; yem_north; "
     "North Yemen (former); Yemen, Arab Republic"),
    ("ended", "South Yemen, to 1990",
     "Yemen People's Republic; South Yemen; Yemen, South; OWID_YPR; YMD; "
     "yem_south; gw:680; South Yemen (former); Yemen (South Yemen); "
     "Yemen, Democratic; Democratic Yemen; "
     "People's Democratic Republic of Yemen; People's Republic of Yemen"),
    ("ended", "South Vietnam, to 1975",
     "Republic of Vietnam; South Vietnam; Vietnam, South; OWID_RVN; VDR; "
     "gw:817"),
    ("ended", "North Vietnam, to 1976",
     "Democratic Republic of Vietnam; North Vietnam; Vietnam, North; "
     "OWID_DRV"),
    ("ended", "Sudan with what is now South Sudan, to 2011",
     "Sudan (former); OWID_SDN; Former Sudan; Sudan (pre-2011)"),
    ("ended", "Ethiopia with Eritrea, to 1993",
     "Ethiopia (former); OWID_ERE; Eritrea and Ethiopia; eri_a_eth; "
     "Ethiopia PDR"),
    ("ended", "Dutch islands of the Caribbean, dissolved in 2010",
     "Netherlands Antilles; ANT; Netherlands Antilles (former)"),
    ("ended", "Korea before its division",
     "United Korea (former); korea_union"),
    ("ended", "trust territory, to 1994",
     "Trust Territory of the Pacific Islands; "
     "Pacific Islands Trust Territory; PCI"),
    ("ended", "Austria-Hungary, to 1918", "Austria-Hungary; OWID_AUH"),
    ("ended", "German or Italian state before unification",
     "Baden; OWID_BAD; Bavaria; OWID_BAV; Brunswick; Duchy of Nassau; "
     "Hamburg; Hanover; OWID_HAN; Hesse Electoral; OWID_HSE; "
     "Hesse Grand Ducal; OWID_HSG; Mecklenburg Schwerin; OWID_MEC; Modena; "
     "OWID_MOD; Oldenburg; Papal States; Parma; OWID_PMA; "
     "Piedmont-Sardinia; Prussia; Saxe-Weimar-Eisenach; Saxony; OWID_SAX; "
     "Tuscany; OWID_TUS; Two Sicilies; OWID_SIC; Wurttemberg; OWID_WRT"),

    # --- parts, occupied and disputed areas
    ("part", "breakaway area of Georgia",
     "Abkhazia; OWID_ABK; abkh; South Ossetia; OWID_SOS; sosset"),
    ("part", "breakaway area of Moldova",
     "Transnistria; OWID_TRS; transn"),
    ("part", "breakaway area of Azerbaijan, to 2023",
     # the second spelling stands so in a published table
     "Nagorno-Karabakh; Ngorno-Karabakh; OWID_NAG; ngokar"),
    ("part", "breakaway area of Somalia",
     "Somaliland; OWID_SML; som_somland"),
    ("part", "northern part of Cyprus",
     "Northern Cyprus; N. Cyprus; OWID_CYN; cyp_nor"),
    ("part", "Ukrainian land held by Russia",
     "Crimea; Russia-Occupied Areas (Ukraine)"),
    ("part", "Israel in other borders than the country row",
     "Israel in Occupied Territories; Israel in pre-1967 borders"),
    ("part", "part of Palestine",
     "Gaza Strip; Gaza; pse_gaza; West Bank; pse_west_bank; Palestine/Gaza; "
     "Palestine/West Bank; Gaza (Hamas); Hamas/Gaza"),
    ("part", "part of the United Kingdom",
     "England and Wales; England; Wales; Scotland; Northern Ireland; "
     "United Kingdom (England and Wales); United Kingdom (Scotland); "
     "United Kingdom (Northern Ireland)"),
    ("part", "part of Iraq", "Iraq (Central Iraq); Iraq (Kurdistan Region)"),
    ("part", "part of Tanzania", "Zanzibar; OWID_ZAN"),
    ("part", "mainland of Tanzania without Zanzibar", "Tanganyika"),
    ("part", "area between Sudan and South Sudan", "Abyei"),
    ("part", "Serbia's figures without Kosovo's, listed beside Serbia",
     "Serbia excluding Kosovo; scg_ex_kos; OWID_SEK"),
    ("part", "British bases on Cyprus",
     "Akrotiri and Dhekelia; akr_a_dhe; OWID_AKD"),
    ("part", "French island in the Pacific", "Clipperton; fra_clipperton"),
    ("part", "island with a French and a Dutch half", "St. Martin; stmar"),
]


# ---------------------------------------------------------------------------
# Names
# ---------------------------------------------------------------------------

def fold(text):
    """The form in which the program compares names: no case, accents or signs.

    A Gleditsch-Ward number keeps its prefix, or it would be mistaken for an
    M49 number of three digits.
    """
    if text.startswith("gw:"):
        return text
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(c for c in plain if c.isalpha() or c.isdigit())


def tidy(name):
    """A name from the UN's terminology list without article and footnote."""
    name = name.replace("’", "'").replace("\xa0", " ")
    name = re.sub(r"\((?:the|l'|la|le|les)\)", "", name)
    return name.replace("*", "").strip()


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def write(folder, name, header, rows):
    """Sorted by code point, so that the order is the same everywhere."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted(rows))
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        file.write(out.getvalue())


def countries(codes, regions, income, entities):
    """Rows of countries.csv, and what is known of every folded spelling."""
    wb = {row["Country Code"]: row for row in income}
    by_code = {row["ISO3166-1-Alpha-3"]: row for row in codes}
    assert set(by_code) == {row["alpha-3"] for row in regions}
    assert len(by_code) == 249

    # Names that the sources themselves offer, in order of preference.
    offered = defaultdict(list)
    for row in regions:
        offered[row["alpha-3"]].append(row["name"])
    for code, row in by_code.items():
        for column in ("official_name_en", "UNTERM English Short",
                       "CLDR display name", "official_name_fr",
                       "UNTERM French Short"):
            offered[code].append(tidy(row[column]))
    for code, row in wb.items():
        offered[code].append(row["TableName"])
    for row in entities:
        code = row["iso3166_1_alpha3"]
        if code:
            offered[code] += [row["name"], row["country"]]
    numbers = GW.split()
    for code, number in zip(numbers[::2], numbers[1::2]):
        offered[code].append("gw:" + number)

    plain = []
    for row in regions:
        code = row["alpha-3"]
        region, subregion = REGIONS.get(code, (row["region"], row["sub-region"]))
        plain.append({"iso3": code, "iso2": row["alpha-2"],
                      "m49": row["country-code"].zfill(3),
                      "name": NAMES.get(code, row["name"]),
                      "region": region, "subregion": subregion})
    plain.append(dict(KOSOVO, name=NAMES["XKX"]))

    members = {code for code, row in by_code.items()
               if row["is_independent"] == "Yes"} - NOT_MEMBERS
    assert len(members) == 193, len(members)
    assert set(ALIASES) <= set(offered)

    # Codes and names come first: an alias may not take one from another row.
    owner = {}
    for row in plain:
        for key in (row["iso3"], row["iso2"], row["m49"], row["name"]):
            if key:
                assert owner.setdefault(fold(key), row["iso3"]) == row["iso3"], key

    rows = []
    for row in plain:
        code, kept = row["iso3"], []
        for name in offered[code] + ALIASES.get(code, []):
            key = fold(name)
            if not key or (code, name) in NOT_ALIASES:
                continue
            if key not in owner:
                owner[key] = code
                kept.append(name)
            assert owner[key] == code, (name, code, owner[key])
            assert ";" not in name
        group = wb[code]["IncomeGroup"] if code in wb else ""
        rows.append((code, row["iso2"], row["m49"], row["name"],
                     "true" if code in members else "false",
                     row["region"], row["subregion"], group,
                     ";".join(kept)))
    return rows, owner, members


def areas(income, regions, owner):
    """Rows of areas.csv. None of them may be read as a country."""
    rows = {}

    def add(name, kind, note):
        key = fold(name)
        assert key not in owner, (name, owner.get(key))
        rows.setdefault(key, (name, kind, note))

    for kind, note, names in AREAS:
        assert kind in ("aggregate", "ended", "part")
        for name in names.split("; "):
            add(name.strip(), kind, note)
    for row in income:
        # In the World Bank's table only groups of countries have no region.
        if not row["Region"]:
            for name in (row["Country Code"], row["TableName"]):
                add(name, "aggregate", "World Bank group of countries")
    for row in regions:
        for level in ("region", "sub-region", "intermediate-region"):
            # "Micronesia" is also the short name of a member state, and in
            # tables by country that is what is meant.
            if fold(row[level]) not in owner:
                for name in (row[level], row[level + "-code"].zfill(3)):
                    if name.strip("0"):
                        add(name, "aggregate", "UN M49 region")
            elif row[level]:
                add(row[level + "-code"].zfill(3), "aggregate", "UN M49 region")
    return list(rows.values())


def borders(table, known):
    pairs = {tuple(CODE_FIXES.get(code, code)
                   for code in (row["iso3"], row["neighbour"])) for row in table}
    pairs -= NO_LAND_BORDER
    for one, other in pairs:
        assert one != other and one in known and other in known, (one, other)
        assert (other, one) in pairs, (one, other)
    return list(pairs)


# ---------------------------------------------------------------------------
# Outlines
# ---------------------------------------------------------------------------

# Degrees. A map 1000 pixels wide shows about a third of a degree per pixel.
TOLERANCE = 0.15
SMALLEST_RING = 0.15
SMALLEST_AREA = 0.3

# Natural Earth draws who holds the ground. The index counts states as the
# United Nations does, so the ring round each of these points goes to the state
# named. Kosovo, which has no ISO code, gets its own by the same means.
HANDED_OVER = [
    ((33.60, 35.28), "CYP"),  # northern Cyprus
    ((46.00, 9.50), "SOM"),   # Somaliland
    ((34.20, 45.20), "UKR"),  # Crimea
    ((20.90, 42.60), "XKX"),  # Kosovo
]

# The same for Western Sahara, whose northern border is the parallel of 27 degrees
# 40 minutes; the source gives its part west of the berm to Morocco. The latitude
# is that of the source's own corner on that border, so that both sides meet.
DIVIDED = {"MAR": (27.66, "ESH")}

# No population, no figures, and much of the height of a map.
LEFT_OUT = {"ATA"}


def area_of(ring):
    """Square degrees, by the shoelace formula."""
    total = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        total += x1 * y2 - x2 * y1
    return abs(total) / 2


def contains(ring, point):
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def clip(ring, limit, keep_below):
    """The part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    result = []
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring):
        in1 = x1 <= limit if keep_below else x1 >= limit
        in2 = x2 <= limit if keep_below else x2 >= limit
        if in1 != in2:
            result.append((limit, round(y1 + (limit - x1) / (x2 - x1) * (y2 - y1), 6)))
        if in2:
            result.append((x2, y2))
    # A corner that lies on the meridian comes out twice.
    return [p for i, p in enumerate(result) if p != result[i - 1]]


def cut_at_antimeridian(ring):
    """Rings within -180..180.

    A step of more than half the globe is really a short step over the
    antimeridian. We follow the ring past 180 degrees instead of jumping back,
    cut what we get at the meridian and shift the far side home.
    """
    path, turn = [], 0
    for i, (x, y) in enumerate(ring):
        if i:
            step = x - ring[i - 1][0]
            turn += 360 if step < -180 else -360 if step > 180 else 0
        path.append((x + turn, y))
    if not any(abs(x) > 180 for x, _ in path):
        return [path]
    edge = 180.0 if max(x for x, _ in path) > 180 else -180.0
    # Zero-width slivers are harmless here: they run along the map's own edge.
    near = clip(path, edge, edge > 0)
    far = [(round(x - 2 * edge, 6), y) for x, y in clip(path, edge, edge < 0)]
    return [part for part in (near, far) if len(part) > 2]


def divided(ring, latitude):
    """The parts of a ring north and south of a parallel: `clip`, axes swapped."""
    turned = [(y, x) for x, y in ring]
    return [[(x, y) for y, x in clip(turned, latitude, below)]
            for below in (False, True)]


def dissolve(rings):
    """Rings of one country without the lines between its own pieces.

    An edge that two of its rings share lies inside the country. What is left
    chains up to new rings again. Direction does not matter to us: the map
    fills by the even-odd rule.
    """
    count = defaultdict(int)
    for ring in rings:
        for a, b in zip(ring, ring[1:] + ring[:1]):
            count[frozenset((a, b))] += 1
    if max(count.values()) == 1:
        return rings
    after = defaultdict(list)
    for ring in rings:
        for a, b in zip(ring, ring[1:] + ring[:1]):
            if count[frozenset((a, b))] == 1:
                after[a].append(b)
                after[b].append(a)
    result = []
    for start in sorted(after):
        while after[start]:
            ring, here = [], start
            while after[here]:
                ring.append(here)
                there = after[here].pop(0)
                after[there].remove(here)
                here = there
            if len(ring) > 2:
                result.append(ring)
    return result


def straighten(line):
    """Douglas and Peucker's simplification; both ends stay."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, where = 0.0, None
        for i in range(first + 1, last):
            px, py = line[i][0] - ax, line[i][1] - ay
            t = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
            distance = math.hypot(px - t * dx, py - t * dy)
            if distance > worst:
                worst, where = distance, i
        if worst > TOLERANCE:
            keep.add(where)
            stack += [(first, where), (where, last)]
    return [line[i] for i in sorted(keep)]


def simplify(shapes):
    """Simplifies all countries together.

    Neighbours share the corners of their border. Each stretch between two
    junctions is simplified once, always from the same end, so both sides get
    the same line and no gap opens between them.
    """
    beside = defaultdict(set)
    for rings in shapes.values():
        for ring in rings:
            for a, b in zip(ring, ring[1:] + ring[:1]):
                beside[a].add(b)
                beside[b].add(a)

    def junction(point):
        # The cut at the antimeridian must stay where it is, too.
        return len(beside[point]) != 2 or abs(point[0]) == 180

    def stretch(line):
        if line[0] > line[-1] or (line[0] == line[-1] and line[1] > line[-2]):
            return straighten(line[::-1])[::-1]
        return straighten(line)

    def whole(ring):
        ends = [i for i, point in enumerate(ring) if junction(point)]
        if len(ends) < 2:
            # An island, or an enclave with one neighbour: begin at its
            # smallest corner and divide it at the one farthest from there.
            begin = ends[0] if ends else ring.index(min(ring))
            ring = ring[begin:] + ring[:begin]
            ends = [0, max(range(1, len(ring)),
                           key=lambda i: (math.dist(ring[0], ring[i]), ring[i]))]
        else:
            ring = ring[ends[0]:] + ring[:ends[0]]
            ends = [i - ends[0] for i in ends]
        result = []
        for a, b in zip(ends, ends[1:] + [len(ring)]):
            result += stretch((ring + ring[:1])[a:b + 1])[:-1]
        return result

    return {code: [whole(ring) for ring in rings] for code, rings in shapes.items()}


def tenths(ring):
    """Whole tenths of a degree, without points that add nothing."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    changed = True
    while changed and len(points) > 2:
        changed = False
        for i in range(len(points)):
            (ax, ay), (bx, by) = points[i - 1], points[i]
            cx, cy = points[(i + 1) % len(points)]
            # Twice the same point, a point on a straight line, or a spike.
            if (bx - ax) * (cy - by) == (by - ay) * (cx - bx):
                del points[i]
                changed = True
                break
    return points if len(points) > 2 else []


def encoded(ring):
    """First point as it is, each further one by its distance from the last."""
    # Begin at the smallest corner, for a start that no source order decides.
    begin = ring.index(min(ring))
    ring = ring[begin:] + ring[:begin]
    steps = [ring[0]] + [(x2 - x1, y2 - y1)
                         for (x1, y1), (x2, y2) in zip(ring, ring[1:])]
    return " ".join("%d %d" % step for step in steps)


def boundaries(geojson, entities, known, members):
    rings = defaultdict(list)
    for feature in geojson["features"]:
        code = feature["properties"].get("iso3")
        code = CODE_FIXES.get(code, code)
        if code in LEFT_OUT:
            continue
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        for polygon in polygons:
            for ring in polygon:
                ring = [tuple(point[:2]) for point in ring[:-1]]
                parts = [(code, part) for part in cut_at_antimeridian(ring)]
                if code in DIVIDED:
                    latitude, other = DIVIDED[code]
                    north, south = divided(ring, latitude)
                    parts = [(code, north), (other, south)]
                for to, part in parts:
                    # The size keeps a point from claiming the mainland round it.
                    if area_of(part) < 50:
                        to = next((new for point, new in HANDED_OVER
                                   if contains(part, point)), to)
                    # What is left without a code is disputed and tiny.
                    if to in known and len(part) > 2:
                        rings[to].append(part)
    shapes = {code: dissolve(rings[code]) for code in sorted(rings)}

    place = {}
    for row in entities:
        code = row["iso3166_1_alpha3"]
        if code and row["latitude"] and row["longitude"]:
            place[code] = (float(row["longitude"]), float(row["latitude"]))

    rows = []
    simple = simplify(shapes)
    for code in sorted(set(simple) | members):
        largest = max(map(area_of, shapes.get(code, [])), default=0.0)
        drawn = []
        if largest >= SMALLEST_AREA:
            # The largest first; it stays whatever its size.
            drawn = sorted(filter(None, map(tenths, simple[code])),
                           key=lambda ring: (-area_of(ring), ring))
            drawn = drawn[:1] + [ring for ring in drawn[1:]
                                 if area_of(ring) >= SMALLEST_RING * 100]
        if drawn:
            rows.append((code, "area", ";".join(map(encoded, drawn))))
            continue
        # A dot. The position of the entities table is the main island or the
        # capital, which tells more than the middle of a scattered group.
        if code in place:
            x, y = place[code]
        else:
            ring = max(shapes[code], key=area_of)
            xs, ys = [p[0] for p in ring], [p[1] for p in ring]
            x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        rows.append((code, "point", "%d %d" % (round(x * 10), round(y * 10))))
    assert members <= {row[0] for row in rows}
    assert all(row[0] in known for row in rows)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("codes", "regions", "income", "borders", "entities", "outlines"):
        parser.add_argument("--" + name, required=True, metavar="FILE")
    parser.add_argument("--out", required=True, metavar="FOLDER")
    given = parser.parse_args()

    regions, income = read(given.regions), read(given.income)
    entities = read(given.entities)
    with open(given.outlines, encoding="utf-8") as source:
        geojson = json.load(source)

    rows, owner, members = countries(read(given.codes), regions, income, entities)
    known = {row[0] for row in rows}
    os.makedirs(given.out, exist_ok=True)
    write(given.out, "countries.csv",
          ("iso3", "iso2", "m49", "name", "un_member", "region", "subregion",
           "income_group", "aliases"), rows)
    write(given.out, "areas.csv", ("name", "kind", "note"),
          areas(income, regions, owner))
    write(given.out, "borders.csv", ("iso3", "neighbour"),
          borders(read(given.borders), known))
    write(given.out, "boundaries.csv", ("iso3", "kind", "path"),
          boundaries(geojson, entities, known, members))


if __name__ == "__main__":
    main()
