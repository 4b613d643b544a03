package dev.tenrec.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One flag of every kind that the server SDKs evaluate by themselves, gone when it is closed. */
final class FlagSet implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FLAGS = "/api/projects/1/feature_flags/";
  private static final String COHORTS = "/api/projects/1/cohorts/";

  private final ConsoleUser owner;
  private final long cohort;
  private final Map<String, Long> ids = new LinkedHashMap<>();

  private FlagSet(ConsoleUser owner, long cohort) {
    this.owner = owner;
    this.cohort = cohort;
  }

  static FlagSet define(ConsoleUser owner) throws Exception {
    ObjectNode pros =
        json(
            """
            {'name':'Paying customers','description':'Everybody on a plan that costs','filters':
              {'properties':{'type':'OR','values':[{'type':'AND','values':[
                {'type':'person','key':'plan','operator':'exact','value':['pro','team']},
                {'type':'person','key':'age','operator':'gte','value':18}]}]}}}\
            """);
    FlagSet set =
        new FlagSet(owner, TestFlags.read(owner.send(COHORTS, "POST", pros)).path("id").asLong());
    set.add(
        "simple-flag",
        """
        {'groups':[{'properties':[{'type':'person','key':'plan','operator':'exact','value':['pro']},
           {'type':'person','key':'email','operator':'icontains','value':'@example.com'}]},
          {'rollout_percentage':45}]}\
        """);
    set.add(
        "checkout-redesign",
        """
        {'groups':[{'rollout_percentage':80.5}],'multivariate':{'variants':[
          {'key':'control','rollout_percentage':33.4},{'key':'one-page','rollout_percentage':33.3},
          {'key':'express','rollout_percentage':33.3}]},'payloads':{'express':'7'}}\
        """);
    set.add(
        "filters",
        """
        {'groups':[
          {'properties':[{'type':'person','key':'age','operator':'gt','value':30},
            {'type':'person','key':'email','operator':'regex','value':'^user[0-9]+@other'}]},
          {'properties':[{'type':'person','key':'version','operator':'semver_gte','value':'1.9.0'},
            {'type':'person','key':'plan','operator':'is_not','value':['FREE']}],
            'rollout_percentage':60},
          {'properties':[{'type':'person','key':'joined','operator':'is_date_before',
            'value':'2014-01-01'}],'rollout_percentage':50}]}\
        """);
    set.add(
        "for-customers",
        "{'groups':[{'properties':[{'type':'cohort','key':'id','value':%d}]}]}"
            .formatted(set.cohort));
    set.add(
        "depends",
        """
        {'groups':[{'properties':[{'type':'flag','key':'%d','operator':'flag_evaluates_to',
          'value':'one-page'}]},{'properties':[{'type':'flag','key':'%d',
          'operator':'flag_evaluates_to','value':true}],'rollout_percentage':50}]}\
        """
            .formatted(set.id("checkout-redesign"), set.id("simple-flag")));
    set.add(
        "for-companies",
        """
        {'aggregation_group_type_index':0,'groups':[{'properties':[{'type':'group',
          'group_type_index':0,'key':'seats','operator':'lt','value':50}],
          'rollout_percentage':70}]}\
        """);
    return set;
  }

  long id(String key) {
    return ids.get(key);
  }

  Set<String> keys() {
    return ids.keySet();
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }

  private void add(String key, String filters) throws Exception {
    ObjectNode flag = JSON.createObjectNode().put("key", key);
    flag.set("filters", json(filters));
    JsonNode made = TestFlags.read(owner.send(FLAGS, "POST", flag));
    ids.put(key, made.path("id").asLong());
  }

  @Override
  public void close() throws Exception {
    for (long id : ids.values()) {
      owner.send(FLAGS + id + "/", "DELETE", JSON.createObjectNode());
    }
    owner.send(COHORTS + cohort + "/", "DELETE", JSON.createObjectNode());
  }
}
