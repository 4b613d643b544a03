package dev.tenrec.query.engine.duckdb;

/** Forms of the functions of arrays and tuples. A lambda is an argument like others. */
final class ArrayForms {
  static final String FORMS =
      """
      arrayLength = len($1)
      arrayEmpty = (len($1) = 0)
      arrayNotEmpty = (len($1) > 0)
      arrayConcat = list_concat($*)
      arrayConcat/1 = $1
      arrayElement = $1[$2]
      has = list_contains($1, $2)
      hasAll = list_has_all($1, $2)
      hasAny = list_has_any($1, $2)
      indexOf = CAST(coalesce(list_position($1, $2), 0) AS BIGINT)
      countEqual = len(list_filter($1, lambda x: x = $2))
      arrayEnumerate = range(1, len($1) + 1)
      arrayPopBack = $1[1:len($1) - 1]
      arrayPopFront = $1[2:]
      arrayPushBack = list_append($1, $2)
      arrayPushFront = list_prepend($2, $1)
      arraySlice/2 = $1[$2:]
      arraySlice/3 = list_slice($1, $2, $2 + $3 - 1)
      arrayUniq = len(list_distinct($1))
      arrayDistinct = list_filter($1, lambda x, i: list_position($1, x) = i)
      arrayIntersect = list_filter($1, lambda x, i: list_position($1, x) = i AND list_contains($2, x))
      arrayReverse = list_reverse($1)
      arrayFlatten = flatten($1)
      arrayCompact = list_filter($1, lambda x, i: i = 1 OR x IS DISTINCT FROM $1[i - 1])
      arrayCumSum = list_transform($1, lambda x, i: list_sum($1[1:i]))
      arrayDifference = list_transform($1, lambda x, i: CASE WHEN i = 1 THEN 0 ELSE x - $1[i - 1] END)
      arrayProduct = list_product($1)
      arrayWithConstant = list_transform(range($1), lambda x: $2)
      arrayStringConcat/1 = coalesce(array_to_string($1, ''), '')
      arrayStringConcat/2 = coalesce(array_to_string($1, $2), '')
      arrayZip = list_zip($*)
      tupleElement = struct_extract_at($1, CAST($2 AS INTEGER))
      range/1 = range($1)
      range/2 = range($1, $2)
      range/3 = range($1, $2, $3)
      generateSeries/2 = generate_series($1, $2)
      generateSeries/3 = generate_series($1, $2, $3)
      listMap = list_transform($1, $2)
      listFilter = list_filter($1, $2)
      listExists = (len(list_filter($1, $2)) > 0)
      listAll = (len(list_filter($1, $2)) = len($1))
      listCount = len(list_filter($1, $2))
      listCountTrue = len(list_filter($1, lambda x: x))
      listFirst = list_filter($1, $2)[1]
      listLast = list_filter($1, $2)[-1]
      listFirstIndex = CAST(coalesce(list_position(list_transform($1, $2), true), 0) AS BIGINT)
      listLastIndex = CAST(coalesce(len($1) + 1 - list_position(list_reverse(list_transform($1, $2)), true), 0) AS BIGINT)
      listSum = list_sum($1)
      listAvg = list_avg($1)
      listMin = list_min($1)
      listMax = list_max($1)
      listSort = list_sort($1, 'ASC', 'NULLS LAST')
      listReverseSort = list_sort($1, 'DESC', 'NULLS LAST')
      listSortBy = list_transform(list_sort(list_zip(list_transform($1, $2), range(1, len($1) + 1)), 'ASC', 'NULLS LAST'), lambda t: $1[struct_extract_at(t, 2)])
      listReverseSortBy = list_transform(list_sort(list_zip(list_transform($1, $2), range(1, len($1) + 1)), 'DESC', 'NULLS LAST'), lambda t: $1[struct_extract_at(t, 2)])
      listFold = list_reduce($1, $2, $3)
      """;

  private ArrayForms() {}
}
