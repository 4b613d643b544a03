package dev.tenrec.flags;

import static dev.tenrec.flags.Definitions.flag;
import static dev.tenrec.flags.Definitions.json;
import static dev.tenrec.flags.Definitions.member;
import static dev.tenrec.flags.Definitions.only;
import static dev.tenrec.flags.Definitions.person;
import static dev.tenrec.flags.Definitions.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.flags.Reason.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestFlagPlan {
  @Test
  void aFlagForEverybodyIsOn() {
    FlagAnswer answer =
        only(plan(flag(7, "all", "{'groups':[{'properties':[]}]}")), person("a", "{}"));
    assertThat(answer.enabled()).isTrue();
    assertThat(answer.variant()).isEmpty();
    assertThat(answer.id()).isEqualTo(7);
    assertThat(answer.reason().description()).isEqualTo("Matched condition set 1");
  }

  @Test
  void aFlagWithoutConditionSetsIsOff() {
    FlagAnswer answer = only(plan(flag(1, "none", "{'groups':[]}")), person("a", "{}"));
    assertThat(answer.enabled()).isFalse();
    assertThat(answer.reason().code()).isEqualTo(Code.NO_CONDITION_MATCH);
  }

  @Test
  void rolloutFollowsTheHash() {
    // simple-flag places distinct_id_0 at 0.78 and distinct_id_1 at 0.34.
    FlagPlan plan = plan(flag(1, "simple-flag", "{'groups':[{'rollout_percentage':45}]}"));
    assertThat(only(plan, person("distinct_id_1", "{}")).enabled()).isTrue();
    FlagAnswer out = only(plan, person("distinct_id_0", "{}"));
    assertThat(out.enabled()).isFalse();
    assertThat(out.reason().code()).isEqualTo(Code.OUT_OF_ROLLOUT_BOUND);
  }

  @Test
  void theFirstConditionSetThatMatchesDecides() {
    FlagPlan plan =
        plan(
            flag(
                1,
                "sets",
                """
                {'groups':[
                  {'properties':[{'key':'plan','value':'pro'}],'variant':'b'},
                  {'properties':[{'key':'email','operator':'icontains','value':'@example.com'}]}],
                 'multivariate':{'variants':[
                  {'key':'a','rollout_percentage':100},{'key':'b','rollout_percentage':0}]},
                 'payloads':{'a':'1','b':{'deep':true}}}\
                """));

    FlagAnswer first = only(plan, person("x", "{'plan':'PRO','email':'x@example.com'}"));
    assertThat(first.variant()).contains("b");
    assertThat(first.payload()).contains("{\"deep\":true}");
    FlagAnswer second = only(plan, person("x", "{'email':'x@EXAMPLE.com'}"));
    assertThat(second.variant()).contains("a");
    assertThat(second.payload()).contains("1");
    assertThat(second.reason().conditionIndex()).hasValue(1);
  }

  @Test
  void anExplanationTellsTheVerdictOnEveryFilterAndWhereTheRolloutEnds() {
    FlagPlan plan =
        plan(
            flag(
                1,
                "simple-flag",
                """
                {'groups':[
                  {'properties':[{'key':'plan','value':'pro'},{'key':'age','operator':'gt','value':17}]},
                  {'rollout_percentage':45},
                  {'aggregation_group_type_index':0}]}\
                """));
    Explanation explanation =
        plan.explain(person("distinct_id_0", "{'plan':'free','age':30}"), "simple-flag")
            .orElseThrow();
    assertThat(explanation.answer().enabled()).isFalse();
    assertThat(explanation.sets())
        .extracting(Explanation.SetVerdict::code)
        .containsExactly(Code.NO_CONDITION_MATCH, Code.OUT_OF_ROLLOUT_BOUND, Code.NO_GROUP_TYPE);
    assertThat(explanation.sets().getFirst().filters())
        .containsExactly(
            new Explanation.FilterVerdict("plan is \"pro\"", Optional.of("\"free\""), false),
            new Explanation.FilterVerdict("age > 17", Optional.of("30"), true));
    assertThat(explanation.sets().get(1).place()).hasValue(0.7836963764220432);
    assertThat(explanation.sets().get(1).threshold()).isEqualTo(0.45);
    assertThat(explanation.sets().get(2).place()).isEmpty();
    assertThat(plan.explain(person("a", "{}"), "other")).isEmpty();
  }

  @Test
  void anIdentifierBeyondTheLastVariantGetsPlainTrue() {
    FlagPlan plan =
        plan(
            flag(
                1,
                "beta-feature",
                "{'groups':[{}],'multivariate':{'variants':[{'key':'a','rollout_percentage':14}]}}"));
    // user-1 stands at 0.1457 among the variants.
    FlagAnswer answer = only(plan, person("user-1", "{}"));
    assertThat(answer.enabled()).isTrue();
    assertThat(answer.variant()).isEmpty();
  }

  @Test
  void aGroupFlagFollowsTheGroup() {
    FlagPlan plan =
        plan(
            flag(
                1,
                "group-flag",
                """
                {'aggregation_group_type_index':0,
                 'groups':[{'properties':[{'key':'seats','operator':'gt','value':10,'type':'group','group_type_index':0}]}]}\
                """));
    assertThat(only(plan, member("a", "acme", "{'seats':11}")).enabled()).isTrue();
    assertThat(only(plan, member("a", "acme", "{'seats':9}")).enabled()).isFalse();
    assertThat(only(plan, person("a", "{}")).reason().code()).isEqualTo(Code.NO_GROUP_TYPE);
  }

  @Test
  void aFlagMayDependOnAnother() {
    FlagPlan plan =
        plan(
            flag(2, "child", dependsOn("1", "true")),
            flag(1, "parent", "{'groups':[{'properties':[{'key':'in','value':'yes'}]}]}"),
            flag(3, "opposite", dependsOn("parent", "false")));
    Map<String, FlagAnswer> in = plan.evaluate(person("a", "{'in':'yes'}"));
    assertThat(in.get("child").enabled()).isTrue();
    assertThat(in.get("opposite").enabled()).isFalse();
    Map<String, FlagAnswer> out = plan.evaluate(person("a", "{}"));
    assertThat(out.get("child").enabled()).isFalse();
    assertThat(out.get("opposite").enabled()).isTrue();
  }

  @Test
  void missingAndCircularDependenciesAreOff() {
    FlagPlan plan =
        plan(
            flag(1, "a", dependsOn("b", "true")),
            flag(2, "b", dependsOn("a", "true")),
            flag(3, "c", dependsOn("99", "true")));
    assertThat(plan.evaluate(person("x", "{}")).values())
        .extracting(answer -> answer.reason().code())
        .containsOnly(Code.MISSING_DEPENDENCY);
  }

  @Test
  void aVisitorKeepsTheirAnswerWhenTheySignUp() {
    FlagPlan plan =
        plan(
            json(
                "{'id':1,'key':'simple-flag','active':true,'ensure_experience_continuity':true,"
                    + "'filters':{'groups':[{'rollout_percentage':45}]}}"));
    Subject signedUp =
        new Subject(
            "distinct_id_0",
            Optional.empty(),
            Map.of("simple-flag", "distinct_id_1"),
            Map.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            Definitions.NOW);
    assertThat(only(plan, signedUp).enabled()).isTrue();
  }

  @Test
  void aFlagThatFollowsTheDeviceIsOffWithoutOne() {
    FlagPlan plan =
        plan(
            json(
                "{'id':1,'key':'d','active':true,'bucketing_identifier':'device_id',"
                    + "'filters':{'groups':[{}]}}"));
    assertThat(only(plan, person("a", "{}")).reason().code()).isEqualTo(Code.OUT_OF_ROLLOUT_BOUND);
  }

  @Test
  void holdoutsAndEnrolmentComeBeforeConditionSets() {
    FlagPlan held =
        plan(flag(1, "h", "{'groups':[{}],'holdout':{'id':5,'exclusion_percentage':20}}"));
    // user-1 stands at 0.178 for holdouts.
    assertThat(only(held, person("user-1", "{}")).variant()).contains("holdout-5");

    FlagPlan enrolled = plan(flag(1, "e", "{'groups':[{}],'feature_enrollment':true}"));
    FlagAnswer out = only(enrolled, person("a", "{'$feature_enrollment/e':false}"));
    assertThat(out.enabled()).isFalse();
    assertThat(out.reason().code()).isEqualTo(Code.SUPER_CONDITION_VALUE);
    assertThat(only(enrolled, person("a", "{}")).enabled()).isTrue();
  }

  @Test
  void anEarlyExitEndsTheSearchAtASetThatIsNotRolledOut() {
    String sets = "'groups':[{'rollout_percentage':0},{'rollout_percentage':100}]";
    assertThat(only(plan(flag(1, "f", "{" + sets + "}")), person("a", "{}")).enabled()).isTrue();
    assertThat(
            only(plan(flag(1, "f", "{" + sets + ",'early_exit':true}")), person("a", "{}"))
                .enabled())
        .isFalse();
  }

  @Test
  void aHoldoutOfAGroupFlagHoldsTheGroup() {
    FlagPlan plan =
        plan(
            flag(
                1,
                "h",
                "{'aggregation_group_type_index':0,'groups':[{}],'holdout':{'id':5,'exclusion_percentage':20}}"));
    assertThat(only(plan, member("somebody", "user-1", "{}")).variant()).contains("holdout-5");
    assertThat(only(plan, person("user-1", "{}")).reason().code()).isEqualTo(Code.NO_GROUP_TYPE);
  }

  @Test
  void theOlderShapesOfHoldoutsAndEnrolmentStillWork() {
    FlagPlan held =
        plan(
            flag(
                1,
                "h",
                "{'groups':[{}],'holdout_groups':[{'rollout_percentage':20,'variant':'holdout-9'}]}"));
    assertThat(only(held, person("user-1", "{}")).variant()).contains("holdout-9");

    FlagPlan enrolled =
        plan(
            flag(
                1,
                "e",
                """
                {'groups':[{'rollout_percentage':0}],'super_groups':[{'properties':[
                  {'key':'$feature_enrollment/e','value':['true'],'operator':'exact'}]}]}\
                """));
    assertThat(only(enrolled, person("a", "{'$feature_enrollment/e':true}")).enabled()).isTrue();
    assertThat(only(enrolled, person("a", "{'$feature_enrollment/e':'false'}")).reason().code())
        .isEqualTo(Code.SUPER_CONDITION_VALUE);
    assertThat(only(enrolled, person("a", "{}")).reason().code())
        .isEqualTo(Code.OUT_OF_ROLLOUT_BOUND);
    assertThat(enrolled.usesPersons()).isTrue();
  }

  @Test
  void aDependencyThatIsNotActiveIsOff() {
    FlagPlan plan =
        plan(
            json("{'id':1,'key':'off','active':false,'filters':{'groups':[{}]}}"),
            flag(2, "with", dependsOn("1", "true")),
            flag(3, "without", dependsOn("1", "false")));
    Map<String, FlagAnswer> answers = plan.evaluate(person("a", "{}"));
    assertThat(answers).containsOnlyKeys("with", "without");
    assertThat(answers.get("with").enabled()).isFalse();
    assertThat(answers.get("without").enabled()).isTrue();
  }

  @Test
  void inactiveFlagsAreAbsentAndBrokenOnesAreNamed() {
    FlagPlan plan =
        plan(
            json("{'id':1,'key':'off','active':false,'filters':{'groups':[{}]}}"),
            flag(2, "bad", "{'groups':[{'properties':[{'key':'x','operator':'sounds_like'}]}]}"),
            flag(3, "good", "{'groups':[{}]}"));
    assertThat(plan.evaluate(person("a", "{}"))).containsOnlyKeys("good");
    assertThat(plan.broken()).extracting(FlagPlan.Broken::name).containsExactly("bad");
    assertThat(plan.broken().getFirst().reason()).contains("sounds_like");
  }

  @Test
  void aSelectionLeavesOutWhatIsNotAskedFor() {
    FlagPlan plan =
        plan(
            json("{'id':1,'key':'server','evaluation_runtime':'server','filters':{'groups':[{}]}}"),
            flag(4, "survey-targeting-1", "{'groups':[{}]}"),
            json("{'id':2,'key':'eu','evaluation_contexts':['eu'],'filters':{'groups':[{}]}}"),
            flag(3, "plain", "{'groups':[{}]}"));
    Subject subject = person("a", "{}");
    assertThat(
            plan.evaluate(
                subject,
                new Selection(Optional.of(Set.of("eu")), "", Optional.of(Runtime.ALL), Set.of())))
        .containsOnlyKeys("eu");
    assertThat(
            plan.evaluate(
                subject,
                new Selection(Optional.empty(), "", Optional.of(Runtime.CLIENT), Set.of("us"))))
        .containsOnlyKeys("plain", "survey-targeting-1");
    assertThat(
            plan.evaluate(
                subject,
                new Selection(Optional.empty(), "survey-targeting-", Optional.empty(), Set.of())))
        .containsOnlyKeys("survey-targeting-1");
    assertThat(
            plan.evaluate(subject, new Selection(Optional.empty(), "", Optional.empty(), Set.of())))
        .doesNotContainKey("server");
  }

  @Test
  void whatCannotWorkIsRefusedWithItsFieldAndTheCure() {
    assertThatThrownBy(() -> new FlagCheck(List.of(), Set.of()).check(flag(1, "a b", "{}")))
        .isInstanceOfSatisfying(
            FlagException.class, error -> assertThat(error.attribute()).isEqualTo("key"));
    assertThatThrownBy(
            () ->
                new FlagCheck(List.of(), Set.of())
                    .check(
                        json(
                            "{'key':'f','bucketing_identifier':'device_id','ensure_experience_continuity':true}")))
        .hasMessageContaining("ensure_experience_continuity");
    for (String filters :
        List.of(
            "{'groups':[{'rollout_percentage':101}]}",
            "{'multivariate':{'variants':[{'key':'a','rollout_percentage':60},{'key':'b','rollout_percentage':60}]}}",
            "{'groups':[{'properties':[{'key':'n','operator':'gt','value':'many'}]}]}",
            "{'groups':[{'properties':[{'key':'d','operator':'is_date_before','value':'soon'}]}]}",
            "{'groups':[{'properties':[{'key':'n','operator':'between','value':[2,1]}]}]}",
            "{'groups':[{'properties':[{'type':'behavioral','key':'bought','value':'x'}]}]}",
            "{'groups':[{'properties':[{'type':'person_metadata','key':'mood','value':'x'}]}]}",
            "{'groups':[{'properties':[{'type':'cohort','key':'id','value':'x'}]}]}")) {
      assertThatThrownBy(() -> new FlagCheck(List.of(), Set.of()).check(flag(1, "f", filters)))
          .isInstanceOf(FlagException.class);
    }
  }

  private static String dependsOn(String flag, String value) {
    return "{'groups':[{'properties':[{'type':'flag','key':'%s','operator':'flag_evaluates_to','value':%s}]}]}"
        .formatted(flag, value);
  }
}
