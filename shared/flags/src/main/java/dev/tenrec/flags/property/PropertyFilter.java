package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One filter of a condition set. */
public sealed interface PropertyFilter
    permits PropertyFilter.OfPerson,
        PropertyFilter.OfGroup,
        PropertyFilter.InCohort,
        PropertyFilter.OfFlag {
  /** Whether it holds of what is known. */
  boolean matches(Facts facts);

  /** What it asks for, in words for people. */
  String description();

  /** Whether a person's property passes a test. */
  record OfPerson(String key, String operator, JsonNode value, ValueTest test)
      implements PropertyFilter {
    @Override
    public boolean matches(Facts facts) {
      return test.passes(Optional.ofNullable(facts.person().get(key)), facts.now());
    }

    @Override
    public String description() {
      return key + " " + operator + " " + value;
    }
  }

  /** Whether a property of the person's group of that type passes a test. */
  record OfGroup(int groupTypeIndex, String key, String operator, JsonNode value, ValueTest test)
      implements PropertyFilter {
    @Override
    public boolean matches(Facts facts) {
      return test.passes(
          Optional.ofNullable(facts.group().apply(groupTypeIndex).get(key)), facts.now());
    }

    @Override
    public String description() {
      return "group " + groupTypeIndex + " " + key + " " + operator + " " + value;
    }
  }

  /** Whether the person belongs to a cohort, or does not. */
  record InCohort(long cohort, boolean negated) implements PropertyFilter {
    @Override
    public boolean matches(Facts facts) {
      return facts.cohort().test(cohort) != negated;
    }

    @Override
    public String description() {
      return (negated ? "not in cohort " : "in cohort ") + cohort;
    }
  }

  /** Whether another flag evaluates as expected: true, false or a variant's key. */
  record OfFlag(String flag, JsonNode expected) implements PropertyFilter {
    @Override
    public boolean matches(Facts facts) {
      JsonNode actual = facts.flag().apply(flag);
      return expected.isBoolean() && actual.isTextual()
          ? expected.booleanValue()
          : expected.equals(actual);
    }

    @Override
    public String description() {
      return "flag " + flag + " evaluates to " + expected;
    }
  }
}
