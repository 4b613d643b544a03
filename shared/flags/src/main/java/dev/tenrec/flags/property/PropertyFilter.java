package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Optional;
import java.util.stream.Stream;

/** One filter of a condition set or a cohort. */
public sealed interface PropertyFilter {
  /** Whether it holds of what is known. */
  boolean matches(Facts facts);

  /** What it asks for, in words for people. */
  String description();

  /** What is known of that which it asks for, JSON where it is a value; empty where nothing is. */
  Optional<String> found(Facts facts);

  /** The keys of the flags it looks at. */
  default Stream<String> flags() {
    return Stream.empty();
  }

  /** Whether a person's property passes a test. */
  record OfPerson(String key, String operator, JsonNode value, ValueTest test)
      implements PropertyFilter {
    @Override
    public boolean matches(Facts facts) {
      return test.passes(Optional.ofNullable(facts.person().get(key)), facts.now());
    }

    @Override
    public String description() {
      return PersonMetadata.readable(key) + Wording.of(operator, value);
    }

    @Override
    public Optional<String> found(Facts facts) {
      return Optional.ofNullable(facts.person().get(key)).map(JsonNode::toString);
    }

    /** The same filter, asking the property of a group. */
    public OfGroup ofGroup(int typeIndex) {
      return new OfGroup(typeIndex, key, operator, value, test);
    }
  }

  /** Whether a property of the person's group of that type passes a test. */
  record OfGroup(int typeIndex, String key, String operator, JsonNode value, ValueTest test)
      implements PropertyFilter {
    @Override
    public boolean matches(Facts facts) {
      return test.passes(Optional.ofNullable(facts.group(typeIndex).get(key)), facts.now());
    }

    @Override
    public String description() {
      return "group's " + key + Wording.of(operator, value);
    }

    @Override
    public Optional<String> found(Facts facts) {
      return Optional.ofNullable(facts.group(typeIndex).get(key)).map(JsonNode::toString);
    }
  }

  /** Whether the person belongs to a cohort, or does not; neither where there is no such cohort. */
  record InCohort(long cohort, boolean negated) implements PropertyFilter {
    @Override
    public boolean matches(Facts facts) {
      return facts.inCohort(cohort).filter(in -> in != negated).isPresent();
    }

    @Override
    public String description() {
      return (negated ? "not in cohort " : "in cohort ") + cohort;
    }

    @Override
    public Optional<String> found(Facts facts) {
      return facts.inCohort(cohort).map(in -> in ? "in it" : "not in it");
    }
  }

  /** Whether another flag evaluates as expected: true, false or a variant's key. */
  record OfFlag(String flag, JsonNode expected) implements PropertyFilter {
    @Override
    public boolean matches(Facts facts) {
      JsonNode actual = facts.flag(flag);
      return expected.isBoolean() && actual.isTextual()
          ? expected.booleanValue()
          : expected.equals(actual);
    }

    @Override
    public String description() {
      return "flag " + flag + " evaluates to " + expected;
    }

    @Override
    public Optional<String> found(Facts facts) {
      return Optional.of(facts.flag(flag).toString());
    }

    @Override
    public Stream<String> flags() {
      return Stream.of(flag);
    }

    static OfFlag of(String flag, JsonNode value) {
      return new OfFlag(flag, value.isMissingNode() ? BooleanNode.TRUE : value);
    }
  }
}
