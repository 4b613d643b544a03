package dev.tenrec.flags.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestValueTests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  /** A dash stands for a missing property. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "exact        | \"Pro\"          | \"pRO\"                | true",
        "exact        | [\"a\",\"b\"]    | \"B\"                  | true",
        "exact        | true             | \"true\"               | true",
        "exact        | \"5\"            | 5                      | true",
        "exact        | \"a\"            | -                      | false",
        "is_not       | \"a\"            | -                      | true",
        "is_not       | [\"a\",\"b\"]    | \"A\"                  | false",
        "is_set       | null             | null                   | true",
        "is_set       | null             | -                      | false",
        "is_not_set   | null             | -                      | true",
        "icontains    | \"BER\"          | \"Number\"             | true",
        "icontains    | \"x\"            | -                      | false",
        "not_icontains | \"x\"           | -                      | true",
        "icontains_multi | [\"q\",\"UM\"] | \"Number\"            | true",
        "not_icontains_multi | [\"q\",\"UM\"] | \"Number\"        | false",
        "starts_with  | \"NUM\"          | \"number\"             | true",
        "not_ends_with | \"ber\"         | \"number\"             | false",
        "regex        | \"^a.c$\"        | \"abc\"                | true",
        "regex        | \"(\"            | \"(\"                  | false",
        "not_regex    | \"(\"            | \"(\"                  | false",
        "not_regex    | \"a\"            | -                      | true",
        "gt           | 10               | 10.5                   | true",
        "gt           | \"10\"           | \"9\"                  | false",
        "lte          | 10               | 10                     | true",
        "lt           | 10               | \"many\"               | false",
        "gt           | 0                | \"1d\"                 | false",
        "between      | [1, 10]          | \"10\"                 | true",
        "between      | [1, 10]          | -                      | false",
        "not_between  | [1, 10]          | 10.5                   | true",
        "not_between  | [1, 10]          | \"many\"               | false",
        "not_between  | [1, 10]          | -                      | true",
        "exact        | false            | \"anything\"           | false",
        "icontains    | \"É\"            | \"é\"                  | false",
        "exact        | \"É\"            | \"é\"                  | true",
        "is_date_before | \"2026-01-01\" | \"2025-12-31T23:59:59Z\" | true",
        "is_date_after  | \"-7d\"        | \"2026-06-10\"         | true",
        "is_date_after  | \"-7d\"        | \"2026-06-01\"         | false",
        "is_date_before | \"-1m\"        | 1767225600             | true",
        "is_date_exact  | \"2026-01-01T01:00:00+01:00\" | \"2026-01-01\" | true",
        "is_date_before | \"-1d\"        | \"someday\"            | false",
        "semver_gt    | \"1.2.3\"        | \"v1.10.0\"            | true",
        "semver_eq    | \"1.2\"          | \"1.2.0-beta+7\"       | true",
        "semver_tilde | \"1.2.3\"        | \"1.2.9\"              | true",
        "semver_tilde | \"1.2.3\"        | \"1.3.0\"              | false",
        "semver_caret | \"0.2.3\"        | \"0.2.9\"              | true",
        "semver_caret | \"0.2.3\"        | \"0.3.0\"              | false",
        "semver_caret | \"0.0.3\"        | \"0.0.4\"              | false",
        "semver_wildcard | \"1.2.*\"     | \"1.2.77\"             | true",
        "semver_wildcard | \"1.*\"       | \"2.0.0\"              | false",
        "semver_wildcard | \"*\"         | \"7\"                  | true",
        "semver_wildcard | \"1.*.*\"     | \"1.9.9\"              | true",
        "semver_gte   | \"1.2\"          | \"1.2.x\"              | false",
        "semver_eq    | \"3.8\"          | \"3.08.0.99\"          | true",
        "semver_neq   | \"1.2.3\"        | \"not a version\"      | false",
      })
  void operatorsMeanWhatTheyMeanInPostHog(
      String operator, String wanted, String found, boolean expected) throws Exception {
    Optional<JsonNode> value =
        found.equals("-") ? Optional.empty() : Optional.of(JSON.readTree(found));
    ValueTest test = ValueTests.of(operator, "key", JSON.readTree(wanted));
    assertThat(test.passes(value, NOW)).isEqualTo(expected);
  }

  @Test
  void aHostileExpressionEndsAsNoMatch() throws Exception {
    // The reference to a group keeps Java from remembering what it has tried.
    String expression = "^(\\w+\\w+)+\\1#$";
    ValueTest test = ValueTests.of("regex", "key", JsonNodeFactory.instance.textNode(expression));
    JsonNode hostile = JSON.readTree("\"" + "a".repeat(60) + "!\"");
    assertThat(test.passes(Optional.of(hostile), NOW)).isFalse();
    ValueTest opposite =
        ValueTests.of("not_regex", "key", JsonNodeFactory.instance.textNode(expression));
    assertThat(opposite.passes(Optional.of(hostile), NOW)).isFalse();
  }
}
