package dev.tenrec.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.flags.Reason.Code;
import dev.tenrec.flags.property.Facts;
import dev.tenrec.flags.property.PropertyFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One evaluation of a plan for one subject. Each flag is answered once, its dependencies before it;
 * a missing dependency or a circle of them answers false.
 */
final class Evaluation {
  private final Map<String, Flag> flags;
  private final Map<Integer, String> groupTypes;
  private final Subject subject;
  private final Facts facts;
  private final Map<String, FlagAnswer> answers = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  Evaluation(Map<String, Flag> flags, Map<Integer, String> groupTypes, Subject subject) {
    this.flags = flags;
    this.groupTypes = groupTypes;
    this.subject = subject;
    this.facts =
        new Facts(
            subject.personProperties(),
            this::groupProperties,
            subject.cohorts()::contains,
            this::outcome,
            subject.now());
  }

  FlagAnswer answer(Flag flag) {
    FlagAnswer known = answers.get(flag.key());
    if (known == null) {
      known = evaluate(flag);
      answers.put(flag.key(), known);
    }
    return known;
  }

  private FlagAnswer evaluate(Flag flag) {
    underWay.add(flag.key());
    try {
      for (String dependency : flag.dependencies()) {
        if (!flags.containsKey(dependency)
            || underWay.contains(dependency)
            || answer(flags.get(dependency)).reason().code() == Code.MISSING_DEPENDENCY) {
          return off(flag, Reason.of(Code.MISSING_DEPENDENCY), List.of());
        }
      }
      return decide(flag);
    } finally {
      underWay.remove(flag.key());
    }
  }

  private FlagAnswer decide(Flag flag) {
    if (flag.enrollment()) {
      JsonNode enrolled = subject.personProperties().get("$feature_enrollment/" + flag.key());
      if (enrolled != null) {
        Reason reason = Reason.of(Code.SUPER_CONDITION_VALUE, 0);
        return enrolled.asText().equals("true")
            ? on(flag, hashedVariant(flag, identifier(flag)), reason, List.of())
            : off(flag, reason, List.of());
      }
    }
    if (flag.holdout().isPresent()) {
      Flag.Holdout holdout = flag.holdout().get();
      String identifier = identifier(flag).orElse("");
      if (RolloutHash.holdout(identifier) <= holdout.percentage() / 100) {
        return on(
            flag,
            Optional.of("holdout-" + holdout.id()),
            Reason.of(Code.HOLDOUT_CONDITION_VALUE),
            List.of());
      }
    }
    return firstMatch(flag);
  }

  private FlagAnswer firstMatch(Flag flag) {
    List<FlagAnswer.Verdict> verdicts = new ArrayList<>();
    Reason best = Reason.of(Code.MISSING_DEPENDENCY);
    for (int index = 0; index < flag.conditionSets().size(); index++) {
      ConditionSet set = flag.conditionSets().get(index);
      FlagAnswer.Verdict verdict = verdict(flag, set);
      verdicts.add(verdict);
      Reason reason = Reason.of(verdict.code(), index);
      if (verdict.code() == Code.CONDITION_MATCH) {
        Optional<String> variant =
            set.variant()
                .filter(flag::hasVariant)
                .or(() -> hashedVariant(flag, identifier(flag, set)));
        return on(flag, variant, reason, verdicts);
      }
      if (verdict.code().compareTo(best.code()) > 0) {
        best = reason;
      }
      if (flag.earlyExit() && verdict.code() == Code.OUT_OF_ROLLOUT_BOUND) {
        break;
      }
    }
    return off(flag, verdicts.isEmpty() ? Reason.of(Code.NO_CONDITION_MATCH) : best, verdicts);
  }

  private FlagAnswer.Verdict verdict(Flag flag, ConditionSet set) {
    if (set.groupTypeIndex().isPresent() && groupKey(set.groupTypeIndex().getAsInt()).isEmpty()) {
      return new FlagAnswer.Verdict(Code.NO_GROUP_TYPE, Optional.empty());
    }
    for (PropertyFilter filter : set.filters()) {
      if (!matches(filter, set)) {
        return new FlagAnswer.Verdict(Code.NO_CONDITION_MATCH, Optional.of(filter.description()));
      }
    }
    Optional<String> identifier = identifier(flag, set);
    boolean rolledOut =
        identifier.isPresent()
            && (set.rollout() == 100
                || RolloutHash.rollout(flag.key(), identifier.get()) <= set.rollout() / 100);
    return new FlagAnswer.Verdict(
        rolledOut ? Code.CONDITION_MATCH : Code.OUT_OF_ROLLOUT_BOUND, Optional.empty());
  }

  // In a set that looks at groups a filter without a group type means the set's own group.
  private boolean matches(PropertyFilter filter, ConditionSet set) {
    if (set.groupTypeIndex().isPresent()
        && filter instanceof PropertyFilter.OfPerson(var key, var operator, var value, var test)) {
      int index = set.groupTypeIndex().getAsInt();
      return new PropertyFilter.OfGroup(index, key, operator, value, test).matches(facts);
    }
    return filter.matches(facts);
  }

  private Optional<String> identifier(Flag flag, ConditionSet set) {
    return set.groupTypeIndex().isPresent()
        ? groupKey(set.groupTypeIndex().getAsInt())
        : identifier(flag);
  }

  private Optional<String> identifier(Flag flag) {
    return switch (flag.bucketing()) {
      case DISTINCT_ID -> Optional.of(subject.distinctId());
      case FIRST_SEEN_ID ->
          Optional.of(subject.hashKeys().getOrDefault(flag.key(), subject.distinctId()));
      case DEVICE_ID -> subject.deviceId();
    };
  }

  private static Optional<String> hashedVariant(Flag flag, Optional<String> identifier) {
    return identifier.flatMap(id -> flag.variantAt(RolloutHash.variant(flag.key(), id)));
  }

  private Optional<String> groupKey(int index) {
    return Optional.ofNullable(groupTypes.get(index))
        .map(subject.groups()::get)
        .filter(key -> !key.isEmpty());
  }

  private Map<String, JsonNode> groupProperties(int index) {
    return Optional.ofNullable(groupTypes.get(index))
        .map(subject.groupProperties()::get)
        .orElse(Map.of());
  }

  private JsonNode outcome(String key) {
    FlagAnswer answer = answer(flags.get(key));
    return answer
        .variant()
        .<JsonNode>map(TextNode::valueOf)
        .orElse(BooleanNode.valueOf(answer.enabled()));
  }

  private static FlagAnswer on(
      Flag flag, Optional<String> variant, Reason reason, List<FlagAnswer.Verdict> verdicts) {
    return new FlagAnswer(
        flag.key(),
        flag.id(),
        flag.version(),
        true,
        variant,
        flag.payload(variant),
        reason,
        verdicts);
  }

  private static FlagAnswer off(Flag flag, Reason reason, List<FlagAnswer.Verdict> verdicts) {
    return new FlagAnswer(
        flag.key(),
        flag.id(),
        flag.version(),
        false,
        Optional.empty(),
        Optional.empty(),
        reason,
        verdicts);
  }
}
