package dev.tenrec.flags;

import static dev.tenrec.flags.Definitions.flag;
import static dev.tenrec.flags.Definitions.json;
import static dev.tenrec.flags.Definitions.only;
import static dev.tenrec.flags.Definitions.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestCohorts {
  private static final String IN_1 =
      "{'groups':[{'properties':[{'type':'cohort','key':'id','value':1}]}]}";
  private static final String NOT_IN_1 =
      "{'groups':[{'properties':[{'type':'cohort','key':'id','value':'1','operator':'not_in'}]}]}";

  @Test
  void aDescribedCohortHoldsThoseWhoMeetItsCriteria() {
    JsonNode berliners =
        cohort(
            1,
            """
            {'type':'OR','values':[
              {'type':'AND','values':[
                {'type':'person','key':'city','value':'Berlin'},
                {'type':'person','key':'plan','value':'free','negation':true}]},
              {'type':'AND','values':[{'type':'person','key':'staff','operator':'is_set'}]}]}\
            """);
    assertThat(on(IN_1, "{'city':'Berlin','plan':'pro'}", berliners)).isTrue();
    assertThat(on(IN_1, "{'city':'Berlin','plan':'free'}", berliners)).isFalse();
    assertThat(on(IN_1, "{'staff':1,'plan':'free'}", berliners)).isTrue();
    assertThat(on(NOT_IN_1, "{'city':'Paris'}", berliners)).isTrue();
  }

  @Test
  void aListedCohortHoldsThoseOnItsList() {
    JsonNode listed = json("{'id':1,'is_static':true}");
    FlagPlan plan = plan(IN_1, listed);
    Subject member =
        new Subject(
            "a",
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Set.of(1L),
            Definitions.NOW);
    assertThat(only(plan, member).enabled()).isTrue();
    assertThat(only(plan, person("a", "{}")).enabled()).isFalse();
    assertThat(plan.usesLists()).isTrue();
  }

  @Test
  void aCohortMayLookAtAnother() {
    JsonNode outer = cohort(1, "{'type':'AND','values':[{'type':'cohort','key':'id','value':2}]}");
    JsonNode inner =
        cohort(2, "{'type':'AND','values':[{'type':'person','key':'vip','value':'true'}]}");
    assertThat(on(IN_1, "{'vip':true}", outer, inner)).isTrue();
    assertThat(on(IN_1, "{}", outer, inner)).isFalse();
  }

  @Test
  void nobodyIsInOrOutOfACohortThatIsMissingOrTurnsInACircle() {
    assertThat(on(IN_1, "{}")).isFalse();
    assertThat(on(NOT_IN_1, "{}")).isFalse();
    JsonNode circle = cohort(1, "{'type':'AND','values':[{'type':'cohort','key':'id','value':1}]}");
    assertThat(on(IN_1, "{}", circle)).isFalse();
  }

  @Test
  void everybodyIsInACohortWithoutCriteria() {
    assertThat(on(IN_1, "{}", cohort(1, "{}"))).isTrue();
    assertThat(on(IN_1, "{}", cohort(1, "{'type':'OR','values':[]}"))).isFalse();
  }

  @Test
  void criteriaAboutEventsAreRefusedWithTheCure() {
    assertThatThrownBy(
            () ->
                FlagPlan.checkCohort(
                    cohort(1, "{'type':'OR','values':[{'type':'behavioral','key':'paid'}]}")))
        .isInstanceOf(FlagException.class)
        .hasMessageContaining("static cohort");
    assertThatThrownBy(() -> FlagPlan.checkCohort(cohort(1, "{'type':'XOR','values':[]}")))
        .hasMessageContaining("AND or OR");
  }

  private static boolean on(String filters, String properties, JsonNode... cohorts) {
    return only(plan(filters, cohorts), person("a", properties)).enabled();
  }

  private static FlagPlan plan(String filters, JsonNode... cohorts) {
    return FlagPlan.compile(
        List.of(flag(1, "f", filters)), Arrays.asList(cohorts), Map.of(0, "company"));
  }

  private static JsonNode cohort(int id, String properties) {
    return json("{'id':%d,'filters':{'properties':%s}}".formatted(id, properties));
  }
}
