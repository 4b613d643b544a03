package dev.tenrec.flags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.flags.Reason.Code;
import dev.tenrec.flags.property.Facts;
import dev.tenrec.flags.property.PropertyFilter;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One evaluation of a plan for one subject. Each flag is answered once, its dependencies before it;
 * a missing dependency or a circle of them answers false.
 */
final class Evaluation implements Facts {
  private final FlagPlan plan;
  private final Subject subject;
  private final Map<String, FlagAnswer> answers = new HashMap<>();
  private final Set<String> flagsUnderWay = new HashSet<>();
  private final Set<Long> cohortsUnderWay = new HashSet<>();

  Evaluation(FlagPlan plan, Subject subject) {
    this.plan = plan;
    this.subject = subject;
  }

  FlagAnswer answer(Flag flag) {
    FlagAnswer known = answers.get(flag.key());
    if (known == null) {
      known = flag.dependencies().isEmpty() ? decide(flag) : evaluate(flag);
      answers.put(flag.key(), known);
    }
    return known;
  }

  Explanation explain(Flag flag) {
    FlagAnswer answer = answer(flag);
    return new Explanation(
        answer, flag.conditionSets().stream().map(set -> explain(flag, set)).toList());
  }

  private FlagAnswer evaluate(Flag flag) {
    flagsUnderWay.add(flag.key());
    try {
      for (String key : flag.dependencies()) {
        Optional<Flag> dependency = plan.flag(key);
        if (dependency.isEmpty()
            || flagsUnderWay.contains(key)
            || answer(dependency.get()).reason().code() == Code.MISSING_DEPENDENCY) {
          return off(flag, Reason.of(Code.MISSING_DEPENDENCY));
        }
      }
      return decide(flag);
    } finally {
      flagsUnderWay.remove(flag.key());
    }
  }

  private FlagAnswer decide(Flag flag) {
    if (!flag.active()) {
      return off(flag, Reason.of(Code.FLAG_DISABLED));
    }
    return enrolled(flag).or(() -> heldOut(flag)).orElseGet(() -> firstMatch(flag));
  }

  private Optional<FlagAnswer> enrolled(Flag flag) {
    return switch (flag.enrollment()) {
      case Flag.Enrollment.None() -> Optional.empty();
      case Flag.Enrollment.ByProperty() ->
          Optional.ofNullable(subject.personProperties().get("$feature_enrollment/" + flag.key()))
              .map(value -> enrolled(flag, value.asText().equals("true")));
      case Flag.Enrollment.ByCondition(var condition) ->
          condition.filters().stream().anyMatch(this::isKnown)
              ? Optional.of(enrolled(flag, verdict(flag, condition) == Code.CONDITION_MATCH))
              : Optional.empty();
    };
  }

  private FlagAnswer enrolled(Flag flag, boolean on) {
    Reason reason = Reason.of(Code.SUPER_CONDITION_VALUE, 0);
    return on
        ? on(flag, hashedVariant(flag, identifier(flag, flag.groupTypeIndex())), reason)
        : off(flag, reason);
  }

  private boolean isKnown(PropertyFilter filter) {
    return filter instanceof PropertyFilter.OfPerson person
        && subject.personProperties().containsKey(person.key());
  }

  private Optional<FlagAnswer> heldOut(Flag flag) {
    return flag.holdout()
        .filter(
            holdout -> identifier(flag, flag.groupTypeIndex()).filter(holdout::holds).isPresent())
        .map(
            holdout ->
                on(flag, Optional.of(holdout.variant()), Reason.of(Code.HOLDOUT_CONDITION_VALUE)));
  }

  private FlagAnswer firstMatch(Flag flag) {
    Code best = Code.MISSING_DEPENDENCY;
    int bestIndex = 0;
    List<ConditionSet> sets = flag.conditionSets();
    for (int index = 0; index < sets.size(); index++) {
      ConditionSet set = sets.get(index);
      Code code = verdict(flag, set);
      if (code == Code.CONDITION_MATCH) {
        return on(flag, variant(flag, set), Reason.of(code, index));
      }
      if (code.compareTo(best) > 0) {
        best = code;
        bestIndex = index;
      }
      if (flag.earlyExit() && code == Code.OUT_OF_ROLLOUT_BOUND) {
        break;
      }
    }
    return off(
        flag, sets.isEmpty() ? Reason.of(Code.NO_CONDITION_MATCH) : Reason.of(best, bestIndex));
  }

  private Optional<String> variant(Flag flag, ConditionSet set) {
    if (flag.variants().isEmpty()) {
      return Optional.empty();
    }
    return set.variant()
        .filter(flag::hasVariant)
        .or(() -> hashedVariant(flag, identifier(flag, set.groupTypeIndex())));
  }

  private Code verdict(Flag flag, ConditionSet set) {
    if (isWithoutGroup(set)) {
      return Code.NO_GROUP_TYPE;
    }
    for (PropertyFilter filter : set.filters()) {
      if (!of(set, filter).matches(this)) {
        return Code.NO_CONDITION_MATCH;
      }
    }
    Optional<String> identifier = identifier(flag, set.groupTypeIndex());
    return identifier.isPresent() && set.reaches(flag.key(), identifier.get())
        ? Code.CONDITION_MATCH
        : Code.OUT_OF_ROLLOUT_BOUND;
  }

  private Explanation.SetVerdict explain(Flag flag, ConditionSet set) {
    Optional<String> identifier = identifier(flag, set.groupTypeIndex());
    return new Explanation.SetVerdict(
        verdict(flag, set),
        set.filters().stream()
            .map(filter -> of(set, filter))
            .map(
                filter ->
                    new Explanation.FilterVerdict(
                        filter.description(), filter.found(this), filter.matches(this)))
            .toList(),
        identifier,
        identifier.stream().mapToDouble(id -> RolloutHash.rollout(flag.key(), id)).findFirst(),
        set.threshold());
  }

  private boolean isWithoutGroup(ConditionSet set) {
    return set.groupTypeIndex().isPresent() && groupKey(set.groupTypeIndex().getAsInt()).isEmpty();
  }

  // In a set that looks at groups a filter without a group type means the set's own group.
  private static PropertyFilter of(ConditionSet set, PropertyFilter filter) {
    return set.groupTypeIndex().isPresent() && filter instanceof PropertyFilter.OfPerson person
        ? person.ofGroup(set.groupTypeIndex().getAsInt())
        : filter;
  }

  private Optional<String> identifier(Flag flag, OptionalInt groupTypeIndex) {
    if (groupTypeIndex.isPresent()) {
      return groupKey(groupTypeIndex.getAsInt());
    }
    return switch (flag.bucketing()) {
      case DISTINCT_ID -> Optional.of(subject.distinctId());
      case FIRST_SEEN_ID ->
          Optional.of(subject.hashKeys().getOrDefault(flag.key(), subject.distinctId()));
      case DEVICE_ID -> subject.deviceId();
    };
  }

  private static Optional<String> hashedVariant(Flag flag, Optional<String> identifier) {
    return flag.variants().isEmpty()
        ? Optional.empty()
        : identifier.flatMap(id -> flag.variantAt(RolloutHash.variant(flag.key(), id)));
  }

  private Optional<String> groupKey(int index) {
    return plan.groupType(index).map(subject.groups()::get).filter(key -> !key.isEmpty());
  }

  @Override
  public Map<String, JsonNode> person() {
    return subject.personProperties();
  }

  @Override
  public Map<String, JsonNode> group(int typeIndex) {
    return plan.groupType(typeIndex).map(subject.groupProperties()::get).orElse(Map.of());
  }

  @Override
  public Optional<Boolean> inCohort(long id) {
    return switch (plan.cohort(id)) {
      case null -> Optional.empty();
      case Cohort.Listed() -> Optional.of(subject.cohorts().contains(id));
      case Cohort.Described(var criteria) -> {
        if (!cohortsUnderWay.add(id)) {
          yield Optional.empty();
        }
        try {
          yield Optional.of(criteria.matches(this));
        } finally {
          cohortsUnderWay.remove(id);
        }
      }
    };
  }

  @Override
  public JsonNode flag(String key) {
    // A dependency is evaluated before; a cohort may name a flag that nobody looked at yet.
    Optional<Flag> flag = plan.flag(key).filter(_ -> !flagsUnderWay.contains(key));
    Optional<FlagAnswer> answer = flag.map(this::answer);
    return answer
        .flatMap(FlagAnswer::variant)
        .<JsonNode>map(TextNode::valueOf)
        .orElseGet(() -> BooleanNode.valueOf(answer.map(FlagAnswer::enabled).orElse(false)));
  }

  @Override
  public Instant now() {
    return subject.now();
  }

  private static FlagAnswer on(Flag flag, Optional<String> variant, Reason reason) {
    return new FlagAnswer(
        flag.key(), flag.id(), flag.version(), true, variant, flag.payload(variant), reason);
  }

  private static FlagAnswer off(Flag flag, Reason reason) {
    return new FlagAnswer(
        flag.key(), flag.id(), flag.version(), false, Optional.empty(), Optional.empty(), reason);
  }
}
