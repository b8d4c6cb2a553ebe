-- Scores of all units under the lens undp-1994 for the reference year 2023, in DuckDB's SQL.
-- UNDP 1994: seven securities of equal weight
--
-- Made of the lens and the catalogue of indicators by `hsi sql`; no figure stands in it.
-- Reads figures(unit, indicator, year, value, estimate), units(unit, un_member, un_observer).
-- (unit, indicator, year) has to be unique in figures, and unit in units: of two figures chance takes one, and a unit
-- that is listed twice counts twice. `hsi sql --checks` lists such rows.
-- Gives a row a unit: rank, score, the scores of all nodes (higher is more secure), coverage, the share
-- of weight imputed, and the status. The columns of nodes have the names of the catalogue.
-- How nodes are joined: the index geometric, all other nodes arithmetic, but personal geometric, personal/war minimum.
-- Weights are constants: shares of siblings in weights_… and level_…, shares of the index in coverage and in what is imputed.
-- To change one, change it in the lens undp-1994 and write the statement anew: its siblings' shares follow.
--
WITH
-- Figures that may play a part: finite numbers of the years 1994 to 2023.
-- NaN and infinity count as missing.
usable AS (
  SELECT unit, indicator, year, CAST(value AS DOUBLE) AS value
  FROM figures
  WHERE year BETWEEN 1994 AND 2023
    AND ABS(CAST(value AS DOUBLE)) <= 1.7976931348623157e+308
    AND indicator IN (
      'gni-per-capita', 'poverty-headcount', 'self-employment', 'social-protection',
      'consumer-price-inflation', 'income-inequality', 'undernourishment', 'food-insecurity',
      'healthy-diet-unaffordable', 'dietary-energy-supply', 'child-underweight', 'child-stunting',
      'child-wasting', 'life-expectancy', 'under-five-mortality', 'maternal-mortality',
      'dtp3-immunisation', 'physicians', 'out-of-pocket-health-spending', 'health-service-coverage',
      'basic-drinking-water', 'basic-sanitation', 'fine-particle-exposure', 'water-stress',
      'climate-vulnerability', 'forest-cover', 'physical-integrity', 'conflict-deaths',
      'conflict-deaths-of-the-year', 'homicide-rate', 'partner-violence', 'womens-political-empowerment',
      'equality-of-social-groups', 'displaced-persons', 'communal-violence', 'political-stability',
      'civil-liberties', 'liberal-democracy', 'freedom-of-expression', 'rule-of-law',
      'political-civil-liberties', 'voice-and-accountability', 'arms-over-people', 'population',
      'public-health-spending', 'education-spending'
    )
),

-- What figures are divided, multiplied or weighed by, each with the years that it serves: until the next
-- figure, at most 10 years.
"carried population" AS (
  SELECT unit, year, value,
    LEAST(
      year + 10,
      COALESCE(LEAD(year) OVER (PARTITION BY unit ORDER BY year) - 1, year + 10)
    ) AS last_year
  FROM usable
  WHERE indicator = 'population'
),

-- The same of public-health-spending.
"carried public-health-spending" AS (
  SELECT unit, year, value,
    LEAST(
      year + 10,
      COALESCE(LEAD(year) OVER (PARTITION BY unit ORDER BY year) - 1, year + 10)
    ) AS last_year
  FROM usable
  WHERE indicator = 'public-health-spending'
),

-- The same of education-spending.
"carried education-spending" AS (
  SELECT unit, year, value,
    LEAST(
      year + 10,
      COALESCE(LEAD(year) OVER (PARTITION BY unit ORDER BY year) - 1, year + 10)
    ) AS last_year
  FROM usable
  WHERE indicator = 'education-spending'
),

-- Rates: figure × factors / sum of denominators × per. A denominator is of the same year or the nearest
-- earlier one. Where their sum is 0 there is no value.
ratios AS (
  SELECT unit, indicator, year, value
  FROM usable
  WHERE indicator NOT IN (
      'conflict-deaths', 'conflict-deaths-of-the-year', 'displaced-persons', 'communal-violence',
      'arms-over-people'
    )
  UNION ALL
  SELECT x.unit, x.indicator, x.year, x.value / d1.value * 100000e0 AS value
  FROM usable AS x
  JOIN "carried population" AS d1 ON d1.unit = x.unit
    AND x.year BETWEEN d1.year AND d1.last_year
  WHERE x.indicator IN ('conflict-deaths', 'conflict-deaths-of-the-year', 'communal-violence')
    AND d1.value <> 0e0
  UNION ALL
  SELECT x.unit, x.indicator, x.year, x.value / d1.value * 1000e0 AS value
  FROM usable AS x
  JOIN "carried population" AS d1 ON d1.unit = x.unit
    AND x.year BETWEEN d1.year AND d1.last_year
  WHERE x.indicator IN ('displaced-persons')
    AND d1.value <> 0e0
  UNION ALL
  SELECT x.unit, x.indicator, x.year, x.value / (d1.value + d2.value) * 100e0 AS value
  FROM usable AS x
  JOIN "carried education-spending" AS d1 ON d1.unit = x.unit
    AND x.year BETWEEN d1.year AND d1.last_year
  JOIN "carried public-health-spending" AS d2 ON d2.unit = x.unit
    AND x.year BETWEEN d2.year AND d2.last_year
  WHERE x.indicator IN ('arms-over-people')
    AND d1.value + d2.value <> 0e0
),

-- Rates that are pooled with a rate supposed beforehand: the years of the window, each with the people that
-- count of it. Once enough people are counted, earlier years play no part.
exposed AS (
  SELECT unit, indicator, year, of_year, rate,
    CASE WHEN of_year = year THEN people ELSE LEAST(people, 1000000e0 - people_later) END AS people
  FROM (
    SELECT x.unit, x.indicator, x.year, b.year AS of_year, b.value AS rate, p.value AS people,
      COALESCE(SUM(p.value) OVER (
        PARTITION BY x.unit, x.indicator, x.year ORDER BY b.year DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0e0) AS people_later
    FROM ratios AS x
    JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
      AND b.year BETWEEN x.year - 4 AND x.year
    JOIN "carried population" AS p ON p.unit = b.unit
      AND b.year BETWEEN p.year AND p.last_year AND p.value > 0e0
    WHERE x.indicator IN ('homicide-rate') AND x.year BETWEEN 2013 AND 2023
  ) AS pooled
  WHERE people_later < 1000000e0
),

-- Means and changes over years, each at a year that has a figure of its own. A mean over k years needs at
-- least half of them; a change needs a value above 0 in exactly the year before.
derived AS (
  SELECT unit, indicator, year, value
  FROM ratios
  WHERE indicator NOT IN (
      'consumer-price-inflation', 'forest-cover', 'conflict-deaths', 'homicide-rate',
      'communal-violence'
    )
  UNION ALL
  SELECT x.unit, x.indicator, x.year, SUM(b.value ORDER BY b.year) / COUNT(*) AS value
  FROM ratios AS x
  JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
    AND b.year BETWEEN x.year - 2 AND x.year
  WHERE x.indicator IN ('consumer-price-inflation') AND x.year BETWEEN 2013 AND 2023
  GROUP BY x.unit, x.indicator, x.year
  HAVING COUNT(*) >= 2
  UNION ALL
  SELECT x.unit, x.indicator, x.year, 100e0 * (x.value - b.value) / b.value AS value
  FROM ratios AS x
  JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
    AND b.year = x.year - 10 AND b.value > 0e0
  WHERE x.indicator IN ('forest-cover') AND x.year BETWEEN 2013 AND 2023
  UNION ALL
  SELECT x.unit, x.indicator, x.year, SUM(b.value ORDER BY b.year) / COUNT(*) AS value
  FROM ratios AS x
  JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
    AND b.year BETWEEN x.year - 4 AND x.year
  WHERE x.indicator IN ('conflict-deaths') AND x.year BETWEEN 2013 AND 2023
  GROUP BY x.unit, x.indicator, x.year
  HAVING COUNT(*) >= 3
  UNION ALL
  -- Supposed beforehand: 6000 of population at a rate of 6, in product 36000; 1000000 are enough.
  SELECT unit, indicator, year,
    (36000e0 + SUM(people * rate ORDER BY of_year))
      / (6000e0 + SUM(people ORDER BY of_year)) AS value
  FROM exposed
  WHERE indicator IN ('homicide-rate')
  GROUP BY unit, indicator, year
  HAVING MAX(of_year) = year
  UNION ALL
  SELECT x.unit, x.indicator, x.year, SUM(b.value ORDER BY b.year) / COUNT(*) AS value
  FROM ratios AS x
  JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
    AND b.year BETWEEN x.year - 9 AND x.year
  WHERE x.indicator IN ('communal-violence') AND x.year BETWEEN 2013 AND 2023
  GROUP BY x.unit, x.indicator, x.year
  HAVING COUNT(*) >= 5
),

-- Carry-forward: of each unit and indicator the value of the latest year, at most 10 before 2023.
latest AS (
  SELECT unit, indicator, value
  FROM (
    SELECT unit, indicator, value,
      ROW_NUMBER() OVER (PARTITION BY unit, indicator ORDER BY year DESC) AS place
    FROM derived
    WHERE year BETWEEN 2013 AND 2023
  ) AS carried_forward
  WHERE place = 1
),

-- One row a unit, one column an indicator: the value in its own unit, NULL where there is none.
measured AS (
  SELECT
    u.unit,
    -- GNI per capita, 2017 PPP $
    MAX(CASE WHEN latest.indicator = 'gni-per-capita' AND latest.value > 0e0 THEN latest.value END) AS "gni-per-capita",
    -- Poverty below $8.30 a day, % of population
    MAX(CASE WHEN latest.indicator = 'poverty-headcount' THEN latest.value END) AS "poverty-headcount",
    -- Self-employed workers, % of employment
    MAX(CASE WHEN latest.indicator = 'self-employment' THEN latest.value END) AS "self-employment",
    -- People covered by at least one social protection benefit, % of population
    MAX(CASE WHEN latest.indicator = 'social-protection' THEN latest.value END) AS "social-protection",
    -- Inflation, consumer prices, % a year, mean of 3 years
    MAX(CASE WHEN latest.indicator = 'consumer-price-inflation' THEN latest.value END) AS "consumer-price-inflation",
    -- Gini index of income or consumption, 0-100
    MAX(CASE WHEN latest.indicator = 'income-inequality' THEN latest.value END) AS "income-inequality",
    -- Prevalence of undernourishment, % of population
    MAX(CASE WHEN latest.indicator = 'undernourishment' THEN latest.value END) AS "undernourishment",
    -- Moderate or severe food insecurity, % of population
    MAX(CASE WHEN latest.indicator = 'food-insecurity' THEN latest.value END) AS "food-insecurity",
    -- People who cannot afford a healthy diet, % of population
    MAX(CASE WHEN latest.indicator = 'healthy-diet-unaffordable' THEN latest.value END) AS "healthy-diet-unaffordable",
    -- Dietary energy supply, kcal per person per day
    MAX(CASE WHEN latest.indicator = 'dietary-energy-supply' THEN latest.value END) AS "dietary-energy-supply",
    -- Underweight children under five, % of children under five
    MAX(CASE WHEN latest.indicator = 'child-underweight' THEN latest.value END) AS "child-underweight",
    -- Stunted children under five, % of children under five
    MAX(CASE WHEN latest.indicator = 'child-stunting' THEN latest.value END) AS "child-stunting",
    -- Wasted children under five, % of children under five
    MAX(CASE WHEN latest.indicator = 'child-wasting' THEN latest.value END) AS "child-wasting",
    -- Life expectancy at birth, years
    MAX(CASE WHEN latest.indicator = 'life-expectancy' THEN latest.value END) AS "life-expectancy",
    -- Under-five mortality, deaths per 1000 live births
    MAX(CASE WHEN latest.indicator = 'under-five-mortality' AND latest.value > 0e0 THEN latest.value END) AS "under-five-mortality",
    -- Maternal mortality, deaths per 100 000 live births
    MAX(CASE WHEN latest.indicator = 'maternal-mortality' AND latest.value > 0e0 THEN latest.value END) AS "maternal-mortality",
    -- Infants with three doses of DTP vaccine, % of one-year-olds
    MAX(CASE WHEN latest.indicator = 'dtp3-immunisation' THEN latest.value END) AS "dtp3-immunisation",
    -- Physicians, per 1000 people
    MAX(CASE WHEN latest.indicator = 'physicians' THEN latest.value END) AS "physicians",
    -- Out-of-pocket share of health spending, % of current health spending
    MAX(CASE WHEN latest.indicator = 'out-of-pocket-health-spending' THEN latest.value END) AS "out-of-pocket-health-spending",
    -- Coverage of essential health services, 0-100
    MAX(CASE WHEN latest.indicator = 'health-service-coverage' THEN latest.value END) AS "health-service-coverage",
    -- At least basic drinking water, % of population
    MAX(CASE WHEN latest.indicator = 'basic-drinking-water' THEN latest.value END) AS "basic-drinking-water",
    -- At least basic sanitation, % of population
    MAX(CASE WHEN latest.indicator = 'basic-sanitation' THEN latest.value END) AS "basic-sanitation",
    -- Mean exposure to fine particles (PM2.5), micrograms per cubic metre
    MAX(CASE WHEN latest.indicator = 'fine-particle-exposure' THEN latest.value END) AS "fine-particle-exposure",
    -- Freshwater withdrawn, % of available freshwater
    MAX(CASE WHEN latest.indicator = 'water-stress' AND latest.value > 0e0 THEN latest.value END) AS "water-stress",
    -- Vulnerability to climate change, 0-1
    MAX(CASE WHEN latest.indicator = 'climate-vulnerability' THEN latest.value END) AS "climate-vulnerability",
    -- Change of forest cover over ten years, % of the cover ten years earlier
    MAX(CASE WHEN latest.indicator = 'forest-cover' THEN latest.value END) AS "forest-cover",
    -- Physical integrity rights, 0-1
    MAX(CASE WHEN latest.indicator = 'physical-integrity' THEN latest.value END) AS "physical-integrity",
    -- Deaths in war and massacre, by place, per 100 000 people a year, mean of 5 years
    MAX(CASE WHEN latest.indicator = 'conflict-deaths' AND latest.value >= 0e0 THEN latest.value END) AS "conflict-deaths",
    -- Deaths in war and massacre, by place, of the year itself, per 100 000 people a year
    MAX(CASE WHEN latest.indicator = 'conflict-deaths-of-the-year' AND latest.value >= 0e0 THEN latest.value END) AS "conflict-deaths-of-the-year",
    -- Intentional homicide, victims per 100 000 people a year
    MAX(CASE WHEN latest.indicator = 'homicide-rate' AND latest.value >= 0e0 THEN latest.value END) AS "homicide-rate",
    -- Violence by an intimate partner in the last twelve months, % of ever-partnered women aged 15-49
    MAX(CASE WHEN latest.indicator = 'partner-violence' THEN latest.value END) AS "partner-violence",
    -- Women's political empowerment, 0-1
    MAX(CASE WHEN latest.indicator = 'womens-political-empowerment' THEN latest.value END) AS "womens-political-empowerment",
    -- Equal civil liberties of social groups, -4 to 4
    MAX(CASE WHEN latest.indicator = 'equality-of-social-groups' THEN latest.value END) AS "equality-of-social-groups",
    -- Forcibly displaced people, by origin, per 1000 people
    MAX(CASE WHEN latest.indicator = 'displaced-persons' AND latest.value >= 0e0 THEN latest.value END) AS "displaced-persons",
    -- Deaths in clashes between armed groups, per 100 000 people a year, mean of 10 years
    MAX(CASE WHEN latest.indicator = 'communal-violence' AND latest.value >= 0e0 THEN latest.value END) AS "communal-violence",
    -- Political stability and absence of violence, -2.5 to 2.5
    MAX(CASE WHEN latest.indicator = 'political-stability' THEN latest.value END) AS "political-stability",
    -- Human rights and civil liberties, 0-1
    MAX(CASE WHEN latest.indicator = 'civil-liberties' THEN latest.value END) AS "civil-liberties",
    -- Liberal democracy, 0-1
    MAX(CASE WHEN latest.indicator = 'liberal-democracy' THEN latest.value END) AS "liberal-democracy",
    -- Freedom of expression, 0-1
    MAX(CASE WHEN latest.indicator = 'freedom-of-expression' THEN latest.value END) AS "freedom-of-expression",
    -- Rule of law, 0-1
    MAX(CASE WHEN latest.indicator = 'rule-of-law' THEN latest.value END) AS "rule-of-law",
    -- Political civil liberties, 0-1
    MAX(CASE WHEN latest.indicator = 'political-civil-liberties' THEN latest.value END) AS "political-civil-liberties",
    -- Voice and accountability, -2.5 to 2.5
    MAX(CASE WHEN latest.indicator = 'voice-and-accountability' THEN latest.value END) AS "voice-and-accountability",
    -- Military spending, % of public spending on education and health
    MAX(CASE WHEN latest.indicator = 'arms-over-people' AND latest.value >= 0e0 THEN latest.value END) AS "arms-over-people"
  FROM units AS u
  LEFT JOIN latest ON latest.unit = u.unit
  WHERE (u.un_member OR u.un_observer)
  GROUP BY u.unit
),

-- Coverage: the share of weight, 0 to 1, whose indicators have a value of the unit's own.
covered AS (
  SELECT
    *,
    (
      CASE WHEN "arms-over-people" IS NULL THEN 0e0 ELSE 0.02857142857142857e0 END
      + CASE WHEN "basic-drinking-water" IS NULL THEN 0e0 ELSE 0.014285714285714285e0 END
      + CASE WHEN "basic-sanitation" IS NULL THEN 0e0 ELSE 0.014285714285714285e0 END
      + CASE WHEN "child-stunting" IS NULL THEN 0e0 ELSE 0.015873015873015872e0 END
      + CASE WHEN "child-underweight" IS NULL THEN 0e0 ELSE 0.015873015873015872e0 END
      + CASE WHEN "child-wasting" IS NULL THEN 0e0 ELSE 0.015873015873015872e0 END
      + CASE WHEN "civil-liberties" IS NULL THEN 0e0 ELSE 0.011428571428571429e0 END
      + CASE WHEN "climate-vulnerability" IS NULL THEN 0e0 ELSE 0.03571428571428571e0 END
      + CASE WHEN "communal-violence" IS NULL THEN 0e0 ELSE 0.023809523809523808e0 END
      + CASE WHEN "conflict-deaths" IS NULL THEN 0e0 ELSE 0.02857142857142857e0 END
      + CASE WHEN "conflict-deaths-of-the-year" IS NULL THEN 0e0 ELSE 0.02857142857142857e0 END
      + CASE WHEN "consumer-price-inflation" IS NULL THEN 0e0 ELSE 0.017857142857142856e0 END
      + CASE WHEN "dietary-energy-supply" IS NULL THEN 0e0 ELSE 0.047619047619047616e0 END
      + CASE WHEN "displaced-persons" IS NULL THEN 0e0 ELSE 0.023809523809523808e0 END
      + CASE WHEN "dtp3-immunisation" IS NULL THEN 0e0 ELSE 0.009523809523809523e0 END
      + CASE WHEN "equality-of-social-groups" IS NULL THEN 0e0 ELSE 0.03571428571428571e0 END
      + CASE WHEN "fine-particle-exposure" IS NULL THEN 0e0 ELSE 0.03571428571428571e0 END
      + CASE WHEN "food-insecurity" IS NULL THEN 0e0 ELSE 0.015873015873015872e0 END
      + CASE WHEN "forest-cover" IS NULL THEN 0e0 ELSE 0.03571428571428571e0 END
      + CASE WHEN "freedom-of-expression" IS NULL THEN 0e0 ELSE 0.011428571428571429e0 END
      + CASE WHEN "gni-per-capita" IS NULL THEN 0e0 ELSE 0.017857142857142856e0 END
      + CASE WHEN "health-service-coverage" IS NULL THEN 0e0 ELSE 0.009523809523809523e0 END
      + CASE WHEN "healthy-diet-unaffordable" IS NULL THEN 0e0 ELSE 0.015873015873015872e0 END
      + CASE WHEN "homicide-rate" IS NULL THEN 0e0 ELSE 0.02857142857142857e0 END
      + CASE WHEN "income-inequality" IS NULL THEN 0e0 ELSE 0.017857142857142856e0 END
      + CASE WHEN "liberal-democracy" IS NULL THEN 0e0 ELSE 0.011428571428571429e0 END
      + CASE WHEN "life-expectancy" IS NULL THEN 0e0 ELSE 0.02857142857142857e0 END
      + CASE WHEN "maternal-mortality" IS NULL THEN 0e0 ELSE 0.014285714285714285e0 END
      + CASE WHEN "out-of-pocket-health-spending" IS NULL THEN 0e0 ELSE 0.02857142857142857e0 END
      + CASE WHEN "partner-violence" IS NULL THEN 0e0 ELSE 0.02857142857142857e0 END
      + CASE WHEN "physical-integrity" IS NULL THEN 0e0 ELSE 0.02857142857142857e0 END
      + CASE WHEN "physicians" IS NULL THEN 0e0 ELSE 0.009523809523809523e0 END
      + CASE WHEN "political-civil-liberties" IS NULL THEN 0e0 ELSE 0.011428571428571429e0 END
      + CASE WHEN "political-stability" IS NULL THEN 0e0 ELSE 0.023809523809523808e0 END
      + CASE WHEN "poverty-headcount" IS NULL THEN 0e0 ELSE 0.017857142857142856e0 END
      + CASE WHEN "rule-of-law" IS NULL THEN 0e0 ELSE 0.011428571428571429e0 END
      + CASE WHEN "self-employment" IS NULL THEN 0e0 ELSE 0.03571428571428571e0 END
      + CASE WHEN "social-protection" IS NULL THEN 0e0 ELSE 0.03571428571428571e0 END
      + CASE WHEN "under-five-mortality" IS NULL THEN 0e0 ELSE 0.014285714285714285e0 END
      + CASE WHEN "undernourishment" IS NULL THEN 0e0 ELSE 0.015873015873015872e0 END
      + CASE WHEN "voice-and-accountability" IS NULL THEN 0e0 ELSE 0.05714285714285714e0 END
      + CASE WHEN "water-stress" IS NULL THEN 0e0 ELSE 0.03571428571428571e0 END
      + CASE WHEN "womens-political-empowerment" IS NULL THEN 0e0 ELSE 0.03571428571428571e0 END
    ) / 1.0000000000000002e0 AS coverage
  FROM measured
),

-- Normalisation: where a value stands between the worst (0) and the best (100) of its goalposts, not beyond
-- them; where the catalogue says so, on a logarithm or a root. CASE keeps missing values missing: GREATEST and
-- LEAST pass over NULL.
scored AS (
  SELECT
    unit,
    coverage,
    CASE WHEN "gni-per-capita" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN("gni-per-capita") - LN(100e0)) / (LN(75000e0) - LN(100e0)), 0e0), 1e0)
    END AS "gni-per-capita",
    CASE WHEN "poverty-headcount" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("poverty-headcount" - 100e0) / (0e0 - 100e0), 0e0), 1e0)
    END AS "poverty-headcount",
    CASE WHEN "self-employment" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("self-employment" - 95e0) / (0e0 - 95e0), 0e0), 1e0)
    END AS "self-employment",
    CASE WHEN "social-protection" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("social-protection" - 0e0) / (100e0 - 0e0), 0e0), 1e0)
    END AS "social-protection",
    CASE WHEN "consumer-price-inflation" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("consumer-price-inflation" - 40e0) / (2e0 - 40e0), 0e0), 1e0)
    END AS "consumer-price-inflation",
    CASE WHEN "income-inequality" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("income-inequality" - 60e0) / (25e0 - 60e0), 0e0), 1e0)
    END AS "income-inequality",
    CASE WHEN "undernourishment" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("undernourishment" - 55e0) / (2.5e0 - 55e0), 0e0), 1e0)
    END AS "undernourishment",
    CASE WHEN "food-insecurity" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("food-insecurity" - 90e0) / (0e0 - 90e0), 0e0), 1e0)
    END AS "food-insecurity",
    CASE WHEN "healthy-diet-unaffordable" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("healthy-diet-unaffordable" - 100e0) / (0e0 - 100e0), 0e0), 1e0)
    END AS "healthy-diet-unaffordable",
    CASE WHEN "dietary-energy-supply" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("dietary-energy-supply" - 1800e0) / (3000e0 - 1800e0), 0e0), 1e0)
    END AS "dietary-energy-supply",
    CASE WHEN "child-underweight" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("child-underweight" - 40e0) / (2.3e0 - 40e0), 0e0), 1e0)
    END AS "child-underweight",
    CASE WHEN "child-stunting" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("child-stunting" - 55e0) / (2.3e0 - 55e0), 0e0), 1e0)
    END AS "child-stunting",
    CASE WHEN "child-wasting" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("child-wasting" - 20e0) / (2.3e0 - 20e0), 0e0), 1e0)
    END AS "child-wasting",
    CASE WHEN "life-expectancy" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("life-expectancy" - 45e0) / (85e0 - 45e0), 0e0), 1e0)
    END AS "life-expectancy",
    CASE WHEN "under-five-mortality" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN("under-five-mortality") - LN(130e0)) / (LN(2e0) - LN(130e0)), 0e0), 1e0)
    END AS "under-five-mortality",
    CASE WHEN "maternal-mortality" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN("maternal-mortality") - LN(1000e0)) / (LN(10e0) - LN(1000e0)), 0e0), 1e0)
    END AS "maternal-mortality",
    CASE WHEN "dtp3-immunisation" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("dtp3-immunisation" - 30e0) / (97e0 - 30e0), 0e0), 1e0)
    END AS "dtp3-immunisation",
    CASE WHEN "physicians" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("physicians" - 0e0) / (4e0 - 0e0), 0e0), 1e0)
    END AS "physicians",
    CASE WHEN "out-of-pocket-health-spending" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("out-of-pocket-health-spending" - 80e0) / (15e0 - 80e0), 0e0), 1e0)
    END AS "out-of-pocket-health-spending",
    CASE WHEN "health-service-coverage" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("health-service-coverage" - 20e0) / (90e0 - 20e0), 0e0), 1e0)
    END AS "health-service-coverage",
    CASE WHEN "basic-drinking-water" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("basic-drinking-water" - 30e0) / (100e0 - 30e0), 0e0), 1e0)
    END AS "basic-drinking-water",
    CASE WHEN "basic-sanitation" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("basic-sanitation" - 10e0) / (100e0 - 10e0), 0e0), 1e0)
    END AS "basic-sanitation",
    CASE WHEN "fine-particle-exposure" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("fine-particle-exposure" - 75e0) / (5e0 - 75e0), 0e0), 1e0)
    END AS "fine-particle-exposure",
    CASE WHEN "water-stress" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN("water-stress") - LN(100e0)) / (LN(5e0) - LN(100e0)), 0e0), 1e0)
    END AS "water-stress",
    CASE WHEN "climate-vulnerability" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("climate-vulnerability" - 0.65e0) / (0.25e0 - 0.65e0), 0e0), 1e0)
    END AS "climate-vulnerability",
    CASE WHEN "forest-cover" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("forest-cover" - (-20e0)) / (2e0 - (-20e0)), 0e0), 1e0)
    END AS "forest-cover",
    CASE WHEN "physical-integrity" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("physical-integrity" - 0e0) / (1e0 - 0e0), 0e0), 1e0)
    END AS "physical-integrity",
    CASE WHEN "conflict-deaths" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN(1e0 + "conflict-deaths") - LN(1e0 + 100e0)) / (LN(1e0 + 0e0) - LN(1e0 + 100e0)), 0e0), 1e0)
    END AS "conflict-deaths",
    CASE WHEN "conflict-deaths-of-the-year" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN(1e0 + "conflict-deaths-of-the-year") - LN(1e0 + 100e0)) / (LN(1e0 + 0e0) - LN(1e0 + 100e0)), 0e0), 1e0)
    END AS "conflict-deaths-of-the-year",
    CASE WHEN "homicide-rate" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN(1e0 + "homicide-rate") - LN(1e0 + 50e0)) / (LN(1e0 + 0e0) - LN(1e0 + 50e0)), 0e0), 1e0)
    END AS "homicide-rate",
    CASE WHEN "partner-violence" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("partner-violence" - 40e0) / (0e0 - 40e0), 0e0), 1e0)
    END AS "partner-violence",
    CASE WHEN "womens-political-empowerment" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("womens-political-empowerment" - 0e0) / (1e0 - 0e0), 0e0), 1e0)
    END AS "womens-political-empowerment",
    CASE WHEN "equality-of-social-groups" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("equality-of-social-groups" - (-2.5e0)) / (2.5e0 - (-2.5e0)), 0e0), 1e0)
    END AS "equality-of-social-groups",
    CASE WHEN "displaced-persons" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN(1e0 + "displaced-persons") - LN(1e0 + 500e0)) / (LN(1e0 + 0e0) - LN(1e0 + 500e0)), 0e0), 1e0)
    END AS "displaced-persons",
    CASE WHEN "communal-violence" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN(1e0 + "communal-violence") - LN(1e0 + 30e0)) / (LN(1e0 + 0e0) - LN(1e0 + 30e0)), 0e0), 1e0)
    END AS "communal-violence",
    CASE WHEN "political-stability" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("political-stability" - (-2.5e0)) / (2.5e0 - (-2.5e0)), 0e0), 1e0)
    END AS "political-stability",
    CASE WHEN "civil-liberties" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("civil-liberties" - 0e0) / (1e0 - 0e0), 0e0), 1e0)
    END AS "civil-liberties",
    CASE WHEN "liberal-democracy" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("liberal-democracy" - 0e0) / (1e0 - 0e0), 0e0), 1e0)
    END AS "liberal-democracy",
    CASE WHEN "freedom-of-expression" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("freedom-of-expression" - 0e0) / (1e0 - 0e0), 0e0), 1e0)
    END AS "freedom-of-expression",
    CASE WHEN "rule-of-law" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("rule-of-law" - 0e0) / (1e0 - 0e0), 0e0), 1e0)
    END AS "rule-of-law",
    CASE WHEN "political-civil-liberties" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("political-civil-liberties" - 0e0) / (1e0 - 0e0), 0e0), 1e0)
    END AS "political-civil-liberties",
    CASE WHEN "voice-and-accountability" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("voice-and-accountability" - (-2.5e0)) / (2.5e0 - (-2.5e0)), 0e0), 1e0)
    END AS "voice-and-accountability",
    CASE WHEN "arms-over-people" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN(1e0 + "arms-over-people") - LN(1e0 + 150e0)) / (LN(1e0 + 5e0) - LN(1e0 + 150e0)), 0e0), 1e0)
    END AS "arms-over-people"
  FROM covered
),

-- Estimated scores, 0 to 100, of indicators that a unit lacks, marked in the table of figures as such: the
-- program makes them by regressions. A row a unit.
estimated AS (
  SELECT
    unit,
    MAX(CASE WHEN indicator = 'gni-per-capita' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "gni-per-capita",
    MAX(CASE WHEN indicator = 'poverty-headcount' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "poverty-headcount",
    MAX(CASE WHEN indicator = 'self-employment' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "self-employment",
    MAX(CASE WHEN indicator = 'social-protection' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "social-protection",
    MAX(CASE WHEN indicator = 'consumer-price-inflation' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "consumer-price-inflation",
    MAX(CASE WHEN indicator = 'income-inequality' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "income-inequality",
    MAX(CASE WHEN indicator = 'undernourishment' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "undernourishment",
    MAX(CASE WHEN indicator = 'food-insecurity' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "food-insecurity",
    MAX(CASE WHEN indicator = 'healthy-diet-unaffordable' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "healthy-diet-unaffordable",
    MAX(CASE WHEN indicator = 'dietary-energy-supply' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "dietary-energy-supply",
    MAX(CASE WHEN indicator = 'child-underweight' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "child-underweight",
    MAX(CASE WHEN indicator = 'child-stunting' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "child-stunting",
    MAX(CASE WHEN indicator = 'child-wasting' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "child-wasting",
    MAX(CASE WHEN indicator = 'life-expectancy' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "life-expectancy",
    MAX(CASE WHEN indicator = 'under-five-mortality' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "under-five-mortality",
    MAX(CASE WHEN indicator = 'maternal-mortality' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "maternal-mortality",
    MAX(CASE WHEN indicator = 'dtp3-immunisation' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "dtp3-immunisation",
    MAX(CASE WHEN indicator = 'physicians' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "physicians",
    MAX(CASE WHEN indicator = 'out-of-pocket-health-spending' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "out-of-pocket-health-spending",
    MAX(CASE WHEN indicator = 'health-service-coverage' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "health-service-coverage",
    MAX(CASE WHEN indicator = 'basic-drinking-water' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "basic-drinking-water",
    MAX(CASE WHEN indicator = 'basic-sanitation' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "basic-sanitation",
    MAX(CASE WHEN indicator = 'fine-particle-exposure' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "fine-particle-exposure",
    MAX(CASE WHEN indicator = 'water-stress' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "water-stress",
    MAX(CASE WHEN indicator = 'climate-vulnerability' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "climate-vulnerability",
    MAX(CASE WHEN indicator = 'forest-cover' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "forest-cover",
    MAX(CASE WHEN indicator = 'physical-integrity' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "physical-integrity",
    MAX(CASE WHEN indicator = 'conflict-deaths' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "conflict-deaths",
    MAX(CASE WHEN indicator = 'conflict-deaths-of-the-year' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "conflict-deaths-of-the-year",
    MAX(CASE WHEN indicator = 'homicide-rate' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "homicide-rate",
    MAX(CASE WHEN indicator = 'partner-violence' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "partner-violence",
    MAX(CASE WHEN indicator = 'womens-political-empowerment' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "womens-political-empowerment",
    MAX(CASE WHEN indicator = 'equality-of-social-groups' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "equality-of-social-groups",
    MAX(CASE WHEN indicator = 'displaced-persons' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "displaced-persons",
    MAX(CASE WHEN indicator = 'communal-violence' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "communal-violence",
    MAX(CASE WHEN indicator = 'political-stability' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "political-stability",
    MAX(CASE WHEN indicator = 'civil-liberties' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "civil-liberties",
    MAX(CASE WHEN indicator = 'liberal-democracy' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "liberal-democracy",
    MAX(CASE WHEN indicator = 'freedom-of-expression' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "freedom-of-expression",
    MAX(CASE WHEN indicator = 'rule-of-law' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "rule-of-law",
    MAX(CASE WHEN indicator = 'political-civil-liberties' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "political-civil-liberties",
    MAX(CASE WHEN indicator = 'voice-and-accountability' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "voice-and-accountability",
    MAX(CASE WHEN indicator = 'arms-over-people' AND ABS(CAST(estimate AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(estimate AS DOUBLE) END) AS "arms-over-people"
  FROM figures
  WHERE year = 2023 AND estimate IS NOT NULL
  GROUP BY unit
),

-- Estimated scores are put in where there is none. Their share of weight is `imputed`; coverage does not count
-- them.
completed AS (
  SELECT
    s.unit,
    s.coverage,
    (
      CASE WHEN s."arms-over-people" IS NULL AND e."arms-over-people" IS NOT NULL THEN 0.02857142857142857e0 ELSE 0e0 END
      + CASE WHEN s."basic-drinking-water" IS NULL AND e."basic-drinking-water" IS NOT NULL THEN 0.014285714285714285e0 ELSE 0e0 END
      + CASE WHEN s."basic-sanitation" IS NULL AND e."basic-sanitation" IS NOT NULL THEN 0.014285714285714285e0 ELSE 0e0 END
      + CASE WHEN s."child-stunting" IS NULL AND e."child-stunting" IS NOT NULL THEN 0.015873015873015872e0 ELSE 0e0 END
      + CASE WHEN s."child-underweight" IS NULL AND e."child-underweight" IS NOT NULL THEN 0.015873015873015872e0 ELSE 0e0 END
      + CASE WHEN s."child-wasting" IS NULL AND e."child-wasting" IS NOT NULL THEN 0.015873015873015872e0 ELSE 0e0 END
      + CASE WHEN s."civil-liberties" IS NULL AND e."civil-liberties" IS NOT NULL THEN 0.011428571428571429e0 ELSE 0e0 END
      + CASE WHEN s."climate-vulnerability" IS NULL AND e."climate-vulnerability" IS NOT NULL THEN 0.03571428571428571e0 ELSE 0e0 END
      + CASE WHEN s."communal-violence" IS NULL AND e."communal-violence" IS NOT NULL THEN 0.023809523809523808e0 ELSE 0e0 END
      + CASE WHEN s."conflict-deaths" IS NULL AND e."conflict-deaths" IS NOT NULL THEN 0.02857142857142857e0 ELSE 0e0 END
      + CASE WHEN s."conflict-deaths-of-the-year" IS NULL AND e."conflict-deaths-of-the-year" IS NOT NULL THEN 0.02857142857142857e0 ELSE 0e0 END
      + CASE WHEN s."consumer-price-inflation" IS NULL AND e."consumer-price-inflation" IS NOT NULL THEN 0.017857142857142856e0 ELSE 0e0 END
      + CASE WHEN s."dietary-energy-supply" IS NULL AND e."dietary-energy-supply" IS NOT NULL THEN 0.047619047619047616e0 ELSE 0e0 END
      + CASE WHEN s."displaced-persons" IS NULL AND e."displaced-persons" IS NOT NULL THEN 0.023809523809523808e0 ELSE 0e0 END
      + CASE WHEN s."dtp3-immunisation" IS NULL AND e."dtp3-immunisation" IS NOT NULL THEN 0.009523809523809523e0 ELSE 0e0 END
      + CASE WHEN s."equality-of-social-groups" IS NULL AND e."equality-of-social-groups" IS NOT NULL THEN 0.03571428571428571e0 ELSE 0e0 END
      + CASE WHEN s."fine-particle-exposure" IS NULL AND e."fine-particle-exposure" IS NOT NULL THEN 0.03571428571428571e0 ELSE 0e0 END
      + CASE WHEN s."food-insecurity" IS NULL AND e."food-insecurity" IS NOT NULL THEN 0.015873015873015872e0 ELSE 0e0 END
      + CASE WHEN s."forest-cover" IS NULL AND e."forest-cover" IS NOT NULL THEN 0.03571428571428571e0 ELSE 0e0 END
      + CASE WHEN s."freedom-of-expression" IS NULL AND e."freedom-of-expression" IS NOT NULL THEN 0.011428571428571429e0 ELSE 0e0 END
      + CASE WHEN s."gni-per-capita" IS NULL AND e."gni-per-capita" IS NOT NULL THEN 0.017857142857142856e0 ELSE 0e0 END
      + CASE WHEN s."health-service-coverage" IS NULL AND e."health-service-coverage" IS NOT NULL THEN 0.009523809523809523e0 ELSE 0e0 END
      + CASE WHEN s."healthy-diet-unaffordable" IS NULL AND e."healthy-diet-unaffordable" IS NOT NULL THEN 0.015873015873015872e0 ELSE 0e0 END
      + CASE WHEN s."homicide-rate" IS NULL AND e."homicide-rate" IS NOT NULL THEN 0.02857142857142857e0 ELSE 0e0 END
      + CASE WHEN s."income-inequality" IS NULL AND e."income-inequality" IS NOT NULL THEN 0.017857142857142856e0 ELSE 0e0 END
      + CASE WHEN s."liberal-democracy" IS NULL AND e."liberal-democracy" IS NOT NULL THEN 0.011428571428571429e0 ELSE 0e0 END
      + CASE WHEN s."life-expectancy" IS NULL AND e."life-expectancy" IS NOT NULL THEN 0.02857142857142857e0 ELSE 0e0 END
      + CASE WHEN s."maternal-mortality" IS NULL AND e."maternal-mortality" IS NOT NULL THEN 0.014285714285714285e0 ELSE 0e0 END
      + CASE WHEN s."out-of-pocket-health-spending" IS NULL AND e."out-of-pocket-health-spending" IS NOT NULL THEN 0.02857142857142857e0 ELSE 0e0 END
      + CASE WHEN s."partner-violence" IS NULL AND e."partner-violence" IS NOT NULL THEN 0.02857142857142857e0 ELSE 0e0 END
      + CASE WHEN s."physical-integrity" IS NULL AND e."physical-integrity" IS NOT NULL THEN 0.02857142857142857e0 ELSE 0e0 END
      + CASE WHEN s."physicians" IS NULL AND e."physicians" IS NOT NULL THEN 0.009523809523809523e0 ELSE 0e0 END
      + CASE WHEN s."political-civil-liberties" IS NULL AND e."political-civil-liberties" IS NOT NULL THEN 0.011428571428571429e0 ELSE 0e0 END
      + CASE WHEN s."political-stability" IS NULL AND e."political-stability" IS NOT NULL THEN 0.023809523809523808e0 ELSE 0e0 END
      + CASE WHEN s."poverty-headcount" IS NULL AND e."poverty-headcount" IS NOT NULL THEN 0.017857142857142856e0 ELSE 0e0 END
      + CASE WHEN s."rule-of-law" IS NULL AND e."rule-of-law" IS NOT NULL THEN 0.011428571428571429e0 ELSE 0e0 END
      + CASE WHEN s."self-employment" IS NULL AND e."self-employment" IS NOT NULL THEN 0.03571428571428571e0 ELSE 0e0 END
      + CASE WHEN s."social-protection" IS NULL AND e."social-protection" IS NOT NULL THEN 0.03571428571428571e0 ELSE 0e0 END
      + CASE WHEN s."under-five-mortality" IS NULL AND e."under-five-mortality" IS NOT NULL THEN 0.014285714285714285e0 ELSE 0e0 END
      + CASE WHEN s."undernourishment" IS NULL AND e."undernourishment" IS NOT NULL THEN 0.015873015873015872e0 ELSE 0e0 END
      + CASE WHEN s."voice-and-accountability" IS NULL AND e."voice-and-accountability" IS NOT NULL THEN 0.05714285714285714e0 ELSE 0e0 END
      + CASE WHEN s."water-stress" IS NULL AND e."water-stress" IS NOT NULL THEN 0.03571428571428571e0 ELSE 0e0 END
      + CASE WHEN s."womens-political-empowerment" IS NULL AND e."womens-political-empowerment" IS NOT NULL THEN 0.03571428571428571e0 ELSE 0e0 END
    ) AS imputed,
    COALESCE(s."gni-per-capita", e."gni-per-capita") AS "gni-per-capita",
    COALESCE(s."poverty-headcount", e."poverty-headcount") AS "poverty-headcount",
    COALESCE(s."self-employment", e."self-employment") AS "self-employment",
    COALESCE(s."social-protection", e."social-protection") AS "social-protection",
    COALESCE(s."consumer-price-inflation", e."consumer-price-inflation") AS "consumer-price-inflation",
    COALESCE(s."income-inequality", e."income-inequality") AS "income-inequality",
    COALESCE(s."undernourishment", e."undernourishment") AS "undernourishment",
    COALESCE(s."food-insecurity", e."food-insecurity") AS "food-insecurity",
    COALESCE(s."healthy-diet-unaffordable", e."healthy-diet-unaffordable") AS "healthy-diet-unaffordable",
    COALESCE(s."dietary-energy-supply", e."dietary-energy-supply") AS "dietary-energy-supply",
    COALESCE(s."child-underweight", e."child-underweight") AS "child-underweight",
    COALESCE(s."child-stunting", e."child-stunting") AS "child-stunting",
    COALESCE(s."child-wasting", e."child-wasting") AS "child-wasting",
    COALESCE(s."life-expectancy", e."life-expectancy") AS "life-expectancy",
    COALESCE(s."under-five-mortality", e."under-five-mortality") AS "under-five-mortality",
    COALESCE(s."maternal-mortality", e."maternal-mortality") AS "maternal-mortality",
    COALESCE(s."dtp3-immunisation", e."dtp3-immunisation") AS "dtp3-immunisation",
    COALESCE(s."physicians", e."physicians") AS "physicians",
    COALESCE(s."out-of-pocket-health-spending", e."out-of-pocket-health-spending") AS "out-of-pocket-health-spending",
    COALESCE(s."health-service-coverage", e."health-service-coverage") AS "health-service-coverage",
    COALESCE(s."basic-drinking-water", e."basic-drinking-water") AS "basic-drinking-water",
    COALESCE(s."basic-sanitation", e."basic-sanitation") AS "basic-sanitation",
    COALESCE(s."fine-particle-exposure", e."fine-particle-exposure") AS "fine-particle-exposure",
    COALESCE(s."water-stress", e."water-stress") AS "water-stress",
    COALESCE(s."climate-vulnerability", e."climate-vulnerability") AS "climate-vulnerability",
    COALESCE(s."forest-cover", e."forest-cover") AS "forest-cover",
    COALESCE(s."physical-integrity", e."physical-integrity") AS "physical-integrity",
    COALESCE(s."conflict-deaths", e."conflict-deaths") AS "conflict-deaths",
    COALESCE(s."conflict-deaths-of-the-year", e."conflict-deaths-of-the-year") AS "conflict-deaths-of-the-year",
    COALESCE(s."homicide-rate", e."homicide-rate") AS "homicide-rate",
    COALESCE(s."partner-violence", e."partner-violence") AS "partner-violence",
    COALESCE(s."womens-political-empowerment", e."womens-political-empowerment") AS "womens-political-empowerment",
    COALESCE(s."equality-of-social-groups", e."equality-of-social-groups") AS "equality-of-social-groups",
    COALESCE(s."displaced-persons", e."displaced-persons") AS "displaced-persons",
    COALESCE(s."communal-violence", e."communal-violence") AS "communal-violence",
    COALESCE(s."political-stability", e."political-stability") AS "political-stability",
    COALESCE(s."civil-liberties", e."civil-liberties") AS "civil-liberties",
    COALESCE(s."liberal-democracy", e."liberal-democracy") AS "liberal-democracy",
    COALESCE(s."freedom-of-expression", e."freedom-of-expression") AS "freedom-of-expression",
    COALESCE(s."rule-of-law", e."rule-of-law") AS "rule-of-law",
    COALESCE(s."political-civil-liberties", e."political-civil-liberties") AS "political-civil-liberties",
    COALESCE(s."voice-and-accountability", e."voice-and-accountability") AS "voice-and-accountability",
    COALESCE(s."arms-over-people", e."arms-over-people") AS "arms-over-people"
  FROM scored AS s
  LEFT JOIN estimated AS e ON e.unit = s.unit
),

-- Level 1 of the tree: the weight of the parts that have a score.
weights_1 AS (
  SELECT
    *,
    (
      CASE WHEN "gni-per-capita" IS NULL THEN 0e0 ELSE 0.5e0 END
      + CASE WHEN "poverty-headcount" IS NULL THEN 0e0 ELSE 0.5e0 END
    ) AS "weight of economic/income",
    (
      CASE WHEN "consumer-price-inflation" IS NULL THEN 0e0 ELSE 0.5e0 END
      + CASE WHEN "income-inequality" IS NULL THEN 0e0 ELSE 0.5e0 END
    ) AS "weight of economic/erosion",
    (
      CASE WHEN "food-insecurity" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "healthy-diet-unaffordable" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "undernourishment" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
    ) AS "weight of food/access",
    (
      CASE WHEN "child-stunting" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "child-underweight" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "child-wasting" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
    ) AS "weight of food/nutrition",
    (
      CASE WHEN "maternal-mortality" IS NULL THEN 0e0 ELSE 0.5e0 END
      + CASE WHEN "under-five-mortality" IS NULL THEN 0e0 ELSE 0.5e0 END
    ) AS "weight of health/mother-and-child",
    (
      CASE WHEN "dtp3-immunisation" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "health-service-coverage" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "physicians" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
    ) AS "weight of health/care",
    (
      CASE WHEN "basic-drinking-water" IS NULL THEN 0e0 ELSE 0.5e0 END
      + CASE WHEN "basic-sanitation" IS NULL THEN 0e0 ELSE 0.5e0 END
    ) AS "weight of health/water",
    (
      CASE WHEN "conflict-deaths" IS NULL THEN 0e0 ELSE 0.5e0 END
      + CASE WHEN "conflict-deaths-of-the-year" IS NULL THEN 0e0 ELSE 0.5e0 END
    ) AS "weight of personal/war",
    (
      CASE WHEN "equality-of-social-groups" IS NULL THEN 0e0 ELSE 0.5e0 END
      + CASE WHEN "womens-political-empowerment" IS NULL THEN 0e0 ELSE 0.5e0 END
    ) AS "weight of community/discrimination",
    (
      CASE WHEN "communal-violence" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "displaced-persons" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "political-stability" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
    ) AS "weight of community/strife",
    (
      CASE WHEN "civil-liberties" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "freedom-of-expression" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "liberal-democracy" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "political-civil-liberties" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "rule-of-law" IS NULL THEN 0e0 ELSE 0.2e0 END
    ) AS "weight of political/rights/vdem"
  FROM completed
),

-- Aggregation: nodes whose parts are all scored by now. The weight of missing parts goes to those
-- present, in proportion. A mean is kept between the least and the greatest of its parts, which rounding may
-- leave: so equal parts give equal scores.
level_1 AS (
  SELECT
    *,
    -- economic/income: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of economic/income" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.5e0 * "gni-per-capita", 0e0)
        + COALESCE(0.5e0 * "poverty-headcount", 0e0)
      ) / "weight of economic/income",
        LEAST("gni-per-capita", "poverty-headcount")),
        GREATEST("gni-per-capita", "poverty-headcount"))
    END AS "economic/income",
    -- economic/employment: the score of its one part
    "self-employment" AS "economic/employment",
    -- economic/protection: the score of its one part
    "social-protection" AS "economic/protection",
    -- economic/erosion: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of economic/erosion" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.5e0 * "consumer-price-inflation", 0e0)
        + COALESCE(0.5e0 * "income-inequality", 0e0)
      ) / "weight of economic/erosion",
        LEAST("consumer-price-inflation", "income-inequality")),
        GREATEST("consumer-price-inflation", "income-inequality"))
    END AS "economic/erosion",
    -- food/access: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of food/access" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.3333333333333333e0 * "food-insecurity", 0e0)
        + COALESCE(0.3333333333333333e0 * "healthy-diet-unaffordable", 0e0)
        + COALESCE(0.3333333333333333e0 * "undernourishment", 0e0)
      ) / "weight of food/access",
        LEAST("food-insecurity", "healthy-diet-unaffordable", "undernourishment")),
        GREATEST("food-insecurity", "healthy-diet-unaffordable", "undernourishment"))
    END AS "food/access",
    -- food/supply: the score of its one part
    "dietary-energy-supply" AS "food/supply",
    -- food/nutrition: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of food/nutrition" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.3333333333333333e0 * "child-stunting", 0e0)
        + COALESCE(0.3333333333333333e0 * "child-underweight", 0e0)
        + COALESCE(0.3333333333333333e0 * "child-wasting", 0e0)
      ) / "weight of food/nutrition",
        LEAST("child-stunting", "child-underweight", "child-wasting")),
        GREATEST("child-stunting", "child-underweight", "child-wasting"))
    END AS "food/nutrition",
    -- health/survival: the score of its one part
    "life-expectancy" AS "health/survival",
    -- health/mother-and-child: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of health/mother-and-child" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.5e0 * "maternal-mortality", 0e0)
        + COALESCE(0.5e0 * "under-five-mortality", 0e0)
      ) / "weight of health/mother-and-child",
        LEAST("maternal-mortality", "under-five-mortality")),
        GREATEST("maternal-mortality", "under-five-mortality"))
    END AS "health/mother-and-child",
    -- health/care: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of health/care" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.3333333333333333e0 * "dtp3-immunisation", 0e0)
        + COALESCE(0.3333333333333333e0 * "health-service-coverage", 0e0)
        + COALESCE(0.3333333333333333e0 * "physicians", 0e0)
      ) / "weight of health/care",
        LEAST("dtp3-immunisation", "health-service-coverage", "physicians")),
        GREATEST("dtp3-immunisation", "health-service-coverage", "physicians"))
    END AS "health/care",
    -- health/cost: the score of its one part
    "out-of-pocket-health-spending" AS "health/cost",
    -- health/water: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of health/water" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.5e0 * "basic-drinking-water", 0e0)
        + COALESCE(0.5e0 * "basic-sanitation", 0e0)
      ) / "weight of health/water",
        LEAST("basic-drinking-water", "basic-sanitation")),
        GREATEST("basic-drinking-water", "basic-sanitation"))
    END AS "health/water",
    -- environmental/air: the score of its one part
    "fine-particle-exposure" AS "environmental/air",
    -- environmental/water: the score of its one part
    "water-stress" AS "environmental/water",
    -- environmental/climate: the score of its one part
    "climate-vulnerability" AS "environmental/climate",
    -- environmental/land: the score of its one part
    "forest-cover" AS "environmental/land",
    -- personal/state: the score of its one part
    "physical-integrity" AS "personal/state",
    -- personal/war: the least of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of personal/war" >= 0.499999999999e0 THEN
      LEAST("conflict-deaths", "conflict-deaths-of-the-year")
    END AS "personal/war",
    -- personal/crime: the score of its one part
    "homicide-rate" AS "personal/crime",
    -- personal/women: the score of its one part
    "partner-violence" AS "personal/women",
    -- community/discrimination: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of community/discrimination" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.5e0 * "equality-of-social-groups", 0e0)
        + COALESCE(0.5e0 * "womens-political-empowerment", 0e0)
      ) / "weight of community/discrimination",
        LEAST("equality-of-social-groups", "womens-political-empowerment")),
        GREATEST("equality-of-social-groups", "womens-political-empowerment"))
    END AS "community/discrimination",
    -- community/strife: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of community/strife" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.3333333333333333e0 * "communal-violence", 0e0)
        + COALESCE(0.3333333333333333e0 * "displaced-persons", 0e0)
        + COALESCE(0.3333333333333333e0 * "political-stability", 0e0)
      ) / "weight of community/strife",
        LEAST("communal-violence", "displaced-persons", "political-stability")),
        GREATEST("communal-violence", "displaced-persons", "political-stability"))
    END AS "community/strife",
    -- political/rights/vdem: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of political/rights/vdem" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.2e0 * "civil-liberties", 0e0)
        + COALESCE(0.2e0 * "freedom-of-expression", 0e0)
        + COALESCE(0.2e0 * "liberal-democracy", 0e0)
        + COALESCE(0.2e0 * "political-civil-liberties", 0e0)
        + COALESCE(0.2e0 * "rule-of-law", 0e0)
      ) / "weight of political/rights/vdem",
        LEAST("civil-liberties", "freedom-of-expression", "liberal-democracy", "political-civil-liberties", "rule-of-law")),
        GREATEST("civil-liberties", "freedom-of-expression", "liberal-democracy", "political-civil-liberties", "rule-of-law"))
    END AS "political/rights/vdem",
    -- political/priorities: the score of its one part
    "arms-over-people" AS "political/priorities"
  FROM weights_1
),

-- Level 2 of the tree: the weight of the parts that have a score.
weights_2 AS (
  SELECT
    *,
    (
      CASE WHEN "economic/employment" IS NULL THEN 0e0 ELSE 0.25e0 END
      + CASE WHEN "economic/erosion" IS NULL THEN 0e0 ELSE 0.25e0 END
      + CASE WHEN "economic/income" IS NULL THEN 0e0 ELSE 0.25e0 END
      + CASE WHEN "economic/protection" IS NULL THEN 0e0 ELSE 0.25e0 END
    ) AS "weight of economic",
    (
      CASE WHEN "food/access" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "food/nutrition" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "food/supply" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
    ) AS "weight of food",
    (
      CASE WHEN "health/care" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "health/cost" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "health/mother-and-child" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "health/survival" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "health/water" IS NULL THEN 0e0 ELSE 0.2e0 END
    ) AS "weight of health",
    (
      CASE WHEN "environmental/air" IS NULL THEN 0e0 ELSE 0.25e0 END
      + CASE WHEN "environmental/climate" IS NULL THEN 0e0 ELSE 0.25e0 END
      + CASE WHEN "environmental/land" IS NULL THEN 0e0 ELSE 0.25e0 END
      + CASE WHEN "environmental/water" IS NULL THEN 0e0 ELSE 0.25e0 END
    ) AS "weight of environmental",
    (
      CASE WHEN "personal/crime" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "personal/state" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "personal/war" IS NULL THEN 0e0 ELSE 0.4e0 END
      + CASE WHEN "personal/women" IS NULL THEN 0e0 ELSE 0.2e0 END
    ) AS "weight of personal",
    (
      CASE WHEN "community/discrimination" IS NULL THEN 0e0 ELSE 0.5e0 END
      + CASE WHEN "community/strife" IS NULL THEN 0e0 ELSE 0.5e0 END
    ) AS "weight of community",
    (
      CASE WHEN "political/rights/vdem" IS NULL THEN 0e0 ELSE 0.5e0 END
      + CASE WHEN "voice-and-accountability" IS NULL THEN 0e0 ELSE 0.5e0 END
    ) AS "weight of political/rights"
  FROM level_1
),

-- Aggregation: nodes whose parts are all scored by now.
level_2 AS (
  SELECT
    *,
    -- economic: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of economic" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.25e0 * "economic/employment", 0e0)
        + COALESCE(0.25e0 * "economic/erosion", 0e0)
        + COALESCE(0.25e0 * "economic/income", 0e0)
        + COALESCE(0.25e0 * "economic/protection", 0e0)
      ) / "weight of economic",
        LEAST("economic/employment", "economic/erosion", "economic/income", "economic/protection")),
        GREATEST("economic/employment", "economic/erosion", "economic/income", "economic/protection"))
    END AS "economic",
    -- food: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of food" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.3333333333333333e0 * "food/access", 0e0)
        + COALESCE(0.3333333333333333e0 * "food/nutrition", 0e0)
        + COALESCE(0.3333333333333333e0 * "food/supply", 0e0)
      ) / "weight of food",
        LEAST("food/access", "food/nutrition", "food/supply")),
        GREATEST("food/access", "food/nutrition", "food/supply"))
    END AS "food",
    -- health: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of health" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.2e0 * "health/care", 0e0)
        + COALESCE(0.2e0 * "health/cost", 0e0)
        + COALESCE(0.2e0 * "health/mother-and-child", 0e0)
        + COALESCE(0.2e0 * "health/survival", 0e0)
        + COALESCE(0.2e0 * "health/water", 0e0)
      ) / "weight of health",
        LEAST("health/care", "health/cost", "health/mother-and-child", "health/survival", "health/water")),
        GREATEST("health/care", "health/cost", "health/mother-and-child", "health/survival", "health/water"))
    END AS "health",
    -- environmental: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of environmental" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.25e0 * "environmental/air", 0e0)
        + COALESCE(0.25e0 * "environmental/climate", 0e0)
        + COALESCE(0.25e0 * "environmental/land", 0e0)
        + COALESCE(0.25e0 * "environmental/water", 0e0)
      ) / "weight of environmental",
        LEAST("environmental/air", "environmental/climate", "environmental/land", "environmental/water")),
        GREATEST("environmental/air", "environmental/climate", "environmental/land", "environmental/water"))
    END AS "environmental",
    -- personal: the geometric mean of its parts, of which 50 per cent of the weight must be there, none below the floor of 1
    CASE WHEN "weight of personal" >= 0.499999999999e0 THEN
      LEAST(GREATEST(EXP((
        CASE WHEN "personal/crime" IS NULL THEN 0e0 ELSE 0.2e0 * LN(GREATEST("personal/crime", 1e0)) END
        + CASE WHEN "personal/state" IS NULL THEN 0e0 ELSE 0.2e0 * LN(GREATEST("personal/state", 1e0)) END
        + CASE WHEN "personal/war" IS NULL THEN 0e0 ELSE 0.4e0 * LN(GREATEST("personal/war", 1e0)) END
        + CASE WHEN "personal/women" IS NULL THEN 0e0 ELSE 0.2e0 * LN(GREATEST("personal/women", 1e0)) END
      ) / "weight of personal"),
        GREATEST(LEAST("personal/crime", "personal/state", "personal/war", "personal/women"), 1e0)),
        GREATEST(GREATEST("personal/crime", "personal/state", "personal/war", "personal/women"), 1e0))
    END AS "personal",
    -- community: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of community" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.5e0 * "community/discrimination", 0e0)
        + COALESCE(0.5e0 * "community/strife", 0e0)
      ) / "weight of community",
        LEAST("community/discrimination", "community/strife")),
        GREATEST("community/discrimination", "community/strife"))
    END AS "community",
    -- political/rights: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of political/rights" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.5e0 * "political/rights/vdem", 0e0)
        + COALESCE(0.5e0 * "voice-and-accountability", 0e0)
      ) / "weight of political/rights",
        LEAST("political/rights/vdem", "voice-and-accountability")),
        GREATEST("political/rights/vdem", "voice-and-accountability"))
    END AS "political/rights"
  FROM weights_2
),

-- Level 3 of the tree: the weight of the parts that have a score.
weights_3 AS (
  SELECT
    *,
    (
      CASE WHEN "political/priorities" IS NULL THEN 0e0 ELSE 0.2e0 END
      + CASE WHEN "political/rights" IS NULL THEN 0e0 ELSE 0.8e0 END
    ) AS "weight of political"
  FROM level_2
),

-- Aggregation: nodes whose parts are all scored by now.
level_3 AS (
  SELECT
    *,
    -- political: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of political" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.2e0 * "political/priorities", 0e0)
        + COALESCE(0.8e0 * "political/rights", 0e0)
      ) / "weight of political",
        LEAST("political/priorities", "political/rights")),
        GREATEST("political/priorities", "political/rights"))
    END AS "political"
  FROM weights_3
),

-- Level 4 of the tree: the weight of the parts that have a score.
weights_4 AS (
  SELECT
    *,
    (
      CASE WHEN "community" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 END
      + CASE WHEN "economic" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 END
      + CASE WHEN "environmental" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 END
      + CASE WHEN "food" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 END
      + CASE WHEN "health" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 END
      + CASE WHEN "personal" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 END
      + CASE WHEN "political" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 END
    ) AS "weight of the index"
  FROM level_3
),

-- Aggregation: the index.
level_4 AS (
  SELECT
    *,
    -- the index: the geometric mean of its parts, none below the floor of 1
    CASE WHEN "weight of the index" > 0e0 THEN
      LEAST(GREATEST(EXP((
        CASE WHEN "community" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 * LN(GREATEST("community", 1e0)) END
        + CASE WHEN "economic" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 * LN(GREATEST("economic", 1e0)) END
        + CASE WHEN "environmental" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 * LN(GREATEST("environmental", 1e0)) END
        + CASE WHEN "food" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 * LN(GREATEST("food", 1e0)) END
        + CASE WHEN "health" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 * LN(GREATEST("health", 1e0)) END
        + CASE WHEN "personal" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 * LN(GREATEST("personal", 1e0)) END
        + CASE WHEN "political" IS NULL THEN 0e0 ELSE 0.14285714285714285e0 * LN(GREATEST("political", 1e0)) END
      ) / "weight of the index"),
        GREATEST(LEAST("community", "economic", "environmental", "food", "health", "personal", "political"), 1e0)),
        GREATEST(GREATEST("community", "economic", "environmental", "food", "health", "personal", "political"), 1e0))
    END AS "the index"
  FROM weights_4
),

-- Missing data: what decides whether a unit is ranked.
counted AS (
  SELECT
    *,
    (
      CASE WHEN "economic" IS NULL THEN 0 ELSE 1 END
      + CASE WHEN "food" IS NULL THEN 0 ELSE 1 END
      + CASE WHEN "health" IS NULL THEN 0 ELSE 1 END
      + CASE WHEN "environmental" IS NULL THEN 0 ELSE 1 END
      + CASE WHEN "personal" IS NULL THEN 0 ELSE 1 END
      + CASE WHEN "community" IS NULL THEN 0 ELSE 1 END
      + CASE WHEN "political" IS NULL THEN 0 ELSE 1 END
    ) AS scored_dimensions,
    CAST(FLOOR(1000e0 * coverage + 5e-10) AS BIGINT) AS tenths_covered
  FROM level_4
),

-- A unit is ranked, or withheld for the first reason that holds; it is never left out.
standing AS (
  SELECT
    *,
    CASE
      WHEN imputed > 0.35000000000099996e0 THEN
        'withheld: ' || CAST(CAST(FLOOR(100e0 * imputed + 0.5e0) AS BIGINT) AS VARCHAR)
        || ' per cent of the weight is imputed, more than the lens allows'
      WHEN coverage < 0.649999999999e0 THEN
        'withheld: figures carry ' || CAST(CAST(FLOOR(tenths_covered / 10e0) AS BIGINT) AS VARCHAR)
        || CASE WHEN tenths_covered % 10 = 0 THEN '' ELSE '.' || CAST(tenths_covered % 10 AS VARCHAR) END
        || ' per cent of the weight, 65 required'
      WHEN scored_dimensions < 6 THEN
        'withheld: only ' || CAST(scored_dimensions AS VARCHAR) || ' of 7 dimensions scored, 6 required (missing: '
        || CONCAT_WS(', ',
          CASE WHEN "economic" IS NULL THEN 'economic' END,
          CASE WHEN "food" IS NULL THEN 'food' END,
          CASE WHEN "health" IS NULL THEN 'health' END,
          CASE WHEN "environmental" IS NULL THEN 'environmental' END,
          CASE WHEN "personal" IS NULL THEN 'personal' END,
          CASE WHEN "community" IS NULL THEN 'community' END,
          CASE WHEN "political" IS NULL THEN 'political' END) || ')'
      WHEN "the index" IS NULL THEN 'withheld: no score can be computed'
      ELSE 'ranked'
    END AS status
  FROM counted
),

-- Only a ranked unit has a score.
placed AS (
  SELECT
    *,
    CASE WHEN status = 'ranked' THEN "the index" END AS score
  FROM standing
)

-- Ranks: 1 for the most secure; equal scores share a rank, and the next one is left out. Missing scores stand
-- last, so that no rank counts them.
SELECT
  unit,
  CASE WHEN status = 'ranked' THEN RANK() OVER (ORDER BY score DESC NULLS LAST) END AS "rank",
  score,
  "economic",
  "economic/income",
  "economic/employment",
  "economic/protection",
  "economic/erosion",
  "food",
  "food/access",
  "food/supply",
  "food/nutrition",
  "health",
  "health/survival",
  "health/mother-and-child",
  "health/care",
  "health/cost",
  "health/water",
  "environmental",
  "environmental/air",
  "environmental/water",
  "environmental/climate",
  "environmental/land",
  "personal",
  "personal/state",
  "personal/war",
  "personal/crime",
  "personal/women",
  "community",
  "community/discrimination",
  "community/strife",
  "political",
  "political/rights",
  "political/rights/vdem",
  "political/priorities",
  "gni-per-capita",
  "poverty-headcount",
  "self-employment",
  "social-protection",
  "consumer-price-inflation",
  "income-inequality",
  "undernourishment",
  "food-insecurity",
  "healthy-diet-unaffordable",
  "dietary-energy-supply",
  "child-underweight",
  "child-stunting",
  "child-wasting",
  "life-expectancy",
  "under-five-mortality",
  "maternal-mortality",
  "dtp3-immunisation",
  "physicians",
  "out-of-pocket-health-spending",
  "health-service-coverage",
  "basic-drinking-water",
  "basic-sanitation",
  "fine-particle-exposure",
  "water-stress",
  "climate-vulnerability",
  "forest-cover",
  "physical-integrity",
  "conflict-deaths",
  "conflict-deaths-of-the-year",
  "homicide-rate",
  "partner-violence",
  "womens-political-empowerment",
  "equality-of-social-groups",
  "displaced-persons",
  "communal-violence",
  "political-stability",
  "civil-liberties",
  "liberal-democracy",
  "freedom-of-expression",
  "rule-of-law",
  "political-civil-liberties",
  "voice-and-accountability",
  "arms-over-people",
  coverage,
  imputed AS imputed,
  status
FROM placed
ORDER BY "rank" NULLS LAST, unit;
