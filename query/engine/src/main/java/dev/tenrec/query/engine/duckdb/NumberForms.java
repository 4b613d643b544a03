package dev.tenrec.query.engine.duckdb;

/** Forms of the functions of numbers. */
final class NumberForms {
  static final String FORMS =
      """
      plus = ($1 + $2)
      minus = ($1 - $2)
      multiply = ($1 * $2)
      divide = ($1 / nullif($2, 0))
      modulo = ($1 % nullif($2, 0))
      positiveModulo = ((($1 % nullif($2, 0)) + abs($2)) % nullif($2, 0))
      intDiv = TRY_CAST(trunc($1 / nullif($2, 0)) AS BIGINT)
      negate = (- $1)
      abs = abs($1)
      sign = CAST(sign($1) AS BIGINT)
      floor = CAST(floor($1 * pow(10, $2)) / pow(10, $2) AS DOUBLE)
      ceil = CAST(ceil($1 * pow(10, $2)) / pow(10, $2) AS DOUBLE)
      round = round($1, CAST($2 AS INTEGER))
      roundBankers = CAST(round_even($1, CAST($2 AS INTEGER)) AS DOUBLE)
      trunc = CAST(trunc($1 * pow(10, $2)) / pow(10, $2) AS DOUBLE)
      exp = exp($1)
      exp2 = pow(CAST(2 AS DOUBLE), $1)
      exp10 = pow(CAST(10 AS DOUBLE), $1)
      log = CASE WHEN $1 > 0 THEN ln($1) END
      log2 = CASE WHEN $1 > 0 THEN log2($1) END
      log10 = CASE WHEN $1 > 0 THEN log10($1) END
      log1p = CASE WHEN $1 > -1 THEN ln(1 + $1) END
      sqrt = CASE WHEN $1 >= 0 THEN sqrt($1) END
      cbrt = cbrt($1)
      sin = sin($1)
      cos = cos($1)
      tan = tan($1)
      asin = CASE WHEN abs($1) <= 1 THEN asin($1) END
      acos = CASE WHEN abs($1) <= 1 THEN acos($1) END
      atan = atan($1)
      atan2 = atan2($1, $2)
      sinh = sinh($1)
      cosh = cosh($1)
      tanh = tanh($1)
      degrees = degrees($1)
      radians = radians($1)
      hypot = sqrt($1 * $1 + $2 * $2)
      pow = pow($1, $2)
      pi = pi()
      e = exp(CAST(1 AS DOUBLE))
      gcd = gcd($1, $2)
      lcm = lcm($1, $2)
      rand = CAST(random() * 4294967295 AS BIGINT)
      isNaN = isnan($1)
      isFinite = isfinite($1)
      isInfinite = isinf($1)
      bitAnd = ($1 & $2)
      bitOr = ($1 | $2)
      bitXor = xor($1, $2)
      bitNot = (~ $1)
      bitShiftLeft = ($1 << $2)
      bitShiftRight = ($1 >> $2)
      bitCount = CAST(bit_count($1) AS BIGINT)
      greatest = greatest($*)
      least = least($*)
      formatReadableSize = format_bytes(CAST($1 AS BIGINT))
      hashShare = (CAST(hash($1) % 1000000 AS DOUBLE) / 1000000)
      """;

  private NumberForms() {}
}
