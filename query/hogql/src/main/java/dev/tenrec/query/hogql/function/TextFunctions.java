package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;

/** Functions of texts. Positions count characters from 1, lengths count characters. */
final class TextFunctions {
  private TextFunctions() {}

  static void define(FunctionTable table) {
    table.primitives(
        """
        lower(String) -> String
        upper(String) -> String
        initcap(String) -> String
        lengthUTF8(String) -> Integer
        reverseUTF8(String) -> String
        substring(String, Integer, Integer?) -> String
        left(String, Integer) -> String
        right(String, Integer) -> String
        repeat(String, Integer) -> String
        leftPad(String, Integer, String?) -> String
        rightPad(String, Integer, String?) -> String
        startsWith(String, String) -> Boolean
        endsWith(String, String) -> Boolean
        position(String, String) -> Integer
        positionCaseInsensitive(String, String) -> Integer
        countSubstrings(String, String) -> Integer
        replaceAll(String, String, String) -> String
        replaceOne(String, String, String) -> String
        regexpQuoteMeta(String) -> String
        trim(String, String?) -> String
        trimLeft(String, String?) -> String
        trimRight(String, String?) -> String
        splitByChar(String, String) -> [String]
        splitByWhitespace(String) -> [String]
        splitByNonAlpha(String) -> [String]
        alphaTokens(String) -> [String]
        split_part(String, String, Integer) -> String
        base64Encode(String) -> String
        base64Decode(String) -> String?
        hex(String) -> String
        unhex(String) -> String?
        md5(String) -> String
        sha256(String) -> String
        ascii(String) -> Integer
        format(String, String...) -> String
        translate(String, String, String) -> String
        editDistance(String, String) -> Integer
        jaroSimilarity(String, String) -> Float
        jaroWinklerSimilarity(String, String) -> Float
        appendTrailingCharIfAbsent(String, String) -> String
        hasToken(String, String) -> Boolean
        multiSearchAny(String, [String]) -> Boolean
        multiSearchAnyCaseInsensitive(String, [String]) -> Boolean
        multiMatchAny(String, [String]) -> Boolean
        sortableSemver(String) -> [Integer]?
        """);
    patterned(table, "replaceRegexpAll(String, String, String) -> String", 1);
    patterned(table, "replaceRegexpOne(String, String, String) -> String", 1);
    patterned(table, "splitByRegexp(String, String) -> [String]", 0);
    patterned(table, "countMatches(String, String) -> Integer", 1);
    table.aliases("lower", "lowerUTF8", "lcase");
    table.aliases("upper", "upperUTF8", "ucase");
    table.aliases("lengthUTF8", "char_length", "character_length");
    table.aliases("substring", "substringUTF8", "substr", "mid");
    table.aliases("left", "leftUTF8");
    table.aliases("right", "rightUTF8");
    table.aliases("leftPad", "lpad", "leftPadUTF8");
    table.aliases("rightPad", "rpad", "rightPadUTF8");
    table.aliases("position", "positionUTF8", "strpos");
    table.aliases("positionCaseInsensitive", "positionCaseInsensitiveUTF8");
    table.aliases("replaceAll", "replace");
    table.aliases("replaceRegexpAll", "regexp_replace");
    table.aliases("trim", "trimBoth");
    table.aliases("trimLeft", "ltrim");
    table.aliases("trimRight", "rtrim");
    table.aliases("splitByChar", "splitByString");
    table.aliases("base64Decode", "tryBase64Decode");
    table.aliases("editDistance", "levenshteinDistance");
    table.function("concat", TextFunctions::concat);
    table.function("concatWithSeparator", TextFunctions::concatWithSeparator);
    table.aliases("concatWithSeparator", "concat_ws");
    table.function(
        "locate",
        arguments -> {
          arguments.require(2, 2);
          return Arguments.primitive(
              "position",
              Scalar.INTEGER,
              arguments.as(1, Scalar.STRING),
              arguments.as(0, Scalar.STRING));
        });
    table.function("extract", arguments -> extract(arguments, "regexpExtract", Scalar.STRING));
    table.function(
        "extractAll",
        arguments -> extract(arguments, "regexpExtractAll", new Type.ArrayOf(Scalar.STRING)));
    table.function("regexpExtract", TextFunctions::regexpExtract);
  }

  private static void patterned(FunctionTable table, String signature, int pattern) {
    Signature primitive = Signature.of(signature);
    table.function(
        primitive.name(),
        arguments -> {
          Value value = primitive.apply(arguments);
          RegularExpressions.check(arguments.get(pattern), arguments.span());
          return value;
        });
  }

  // A null among the parts counts as an empty text: one missing property must not lose the rest.
  private static Value concat(Arguments arguments) {
    arguments.require(1, Integer.MAX_VALUE);
    return new Value.Apply("concat", texts(arguments, 0), Scalar.STRING, false);
  }

  private static List<Value> texts(Arguments arguments, int first) {
    List<Value> texts = new ArrayList<>();
    for (int index = first; index < arguments.size(); index++) {
      Value text = arguments.as(index, Scalar.STRING);
      texts.add(
          text.nullable()
              ? new Value.Coalesce(List.of(text, new Value.Text("")), Scalar.STRING)
              : text);
    }
    return texts;
  }

  private static Value concatWithSeparator(Arguments arguments) {
    arguments.require(2, Integer.MAX_VALUE);
    List<Value> parts = new ArrayList<>();
    for (Value text : texts(arguments, 1)) {
      if (!parts.isEmpty()) {
        parts.add(arguments.as(0, Scalar.STRING));
      }
      parts.add(text);
    }
    return Arguments.primitive("concat", Scalar.STRING, parts);
  }

  // The first group where the pattern has one, else all that matches.
  private static Value extract(Arguments arguments, String primitive, Type type) {
    arguments.require(2, 2);
    boolean groups =
        RegularExpressions.compile(arguments.text(1), arguments.span()).groupCount() > 0;
    return Arguments.primitive(
        primitive,
        type,
        arguments.as(0, Scalar.STRING),
        arguments.get(1),
        new Value.Whole(groups ? 1 : 0));
  }

  private static Value regexpExtract(Arguments arguments) {
    arguments.require(2, 3);
    RegularExpressions.check(arguments.get(1), arguments.span());
    long group = arguments.size() == 3 ? arguments.whole(2) : 1;
    return Arguments.primitive(
        "regexpExtract",
        Scalar.STRING,
        arguments.as(0, Scalar.STRING),
        arguments.as(1, Scalar.STRING),
        new Value.Whole(group));
  }
}
