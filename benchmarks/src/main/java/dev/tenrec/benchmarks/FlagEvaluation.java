package dev.tenrec.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.flags.Subject;
import io.getunleash.DefaultUnleash;
import io.getunleash.Unleash;
import io.getunleash.UnleashContext;
import io.getunleash.util.UnleashConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The same rule in Tenrec's evaluator and in Unleash's, asked by JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class FlagEvaluation {
  private static final int USERS = 1_024;
  private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "JP");
  private static final List<String> RULES = List.of("rollout", "conditions", "variants");

  /** The flag's rule. */
  @Param({"rollout", "conditions", "variants"})
  public String rule;

  private FlagPlan plan;
  private Unleash unleash;
  private Subject[] subjects;
  private UnleashContext[] contexts;
  private int next;

  /** Makes both evaluators and their users, and sees that both roll out to as many. */
  @Setup(Level.Trial)
  public void prepare() throws IOException {
    plan =
        FlagPlan.compile(
            RULES.stream().map(FlagEvaluation::definition).toList(), List.of(), Map.of());
    unleash =
        new DefaultUnleash(
            UnleashConfig.builder()
                .appName("benchmark")
                .instanceId("benchmark")
                .unleashAPI("http://127.0.0.1:9/api/")
                .backupFile(Files.createTempDirectory("unleash").resolve("none.json").toString())
                .synchronousFetchOnInitialisation(false)
                .disablePolling()
                .disableMetrics()
                .toggleBootstrapProvider(() -> Optional.of(toggles()))
                .build());
    subjects = IntStream.range(0, USERS).mapToObj(FlagEvaluation::subject).toArray(Subject[]::new);
    contexts =
        IntStream.range(0, USERS).mapToObj(FlagEvaluation::context).toArray(UnleashContext[]::new);
    int ours = 0;
    int theirs = 0;
    for (int user = 0; user < USERS; user++) {
      ours += plan.evaluate(subjects[user], rule).orElseThrow().enabled() ? 1 : 0;
      theirs += unleash.isEnabled(rule, contexts[user]) ? 1 : 0;
    }
    if (ours == 0 || Math.abs(ours - theirs) > USERS / 10) {
      throw new IllegalStateException(
          rule + " is on for " + ours + " users and for " + theirs + " in Unleash: not the same");
    }
  }

  /** Ends Unleash's threads. */
  @TearDown(Level.Trial)
  public void close() {
    unleash.shutdown();
  }

  /** Tenrec: on or off, the variant and the reason at once. */
  @Benchmark
  public Object tenrec() {
    return plan.evaluate(subjects[user()], rule);
  }

  /** Unleash: on or off, or the variant where there are some. */
  @Benchmark
  public Object unleash() {
    UnleashContext context = contexts[user()];
    return rule.equals("variants")
        ? unleash.getVariant(rule, context)
        : (Object) unleash.isEnabled(rule, context);
  }

  private int user() {
    next = (next + 1) % USERS;
    return next;
  }

  private static Subject subject(int user) {
    Map<String, JsonNode> properties =
        Map.of(
            "country", TextNode.valueOf(COUNTRIES.get(user % 4)),
            "version", TextNode.valueOf("1." + user % 10 + ".0"));
    return Subject.person("user-" + user, properties, Instant.EPOCH);
  }

  private static UnleashContext context(int user) {
    return UnleashContext.builder()
        .userId("user-" + user)
        .addProperty("country", COUNTRIES.get(user % 4))
        .addProperty("version", "1." + user % 10 + ".0")
        .build();
  }

  private static JsonNode definition(String rule) {
    String properties =
        rule.equals("conditions")
            ? "{'key':'country','operator':'exact','value':['DE','US']},"
                + "{'key':'version','operator':'semver_gt','value':'1.2.0'}"
            : "";
    String variants =
        rule.equals("variants")
            ? "{'key':'a','rollout_percentage':30},{'key':'b','rollout_percentage':30},"
                + "{'key':'c','rollout_percentage':40}"
            : "";
    return json(
        """
        {'id':%d,'key':'%s','active':true,'filters':{
          'groups':[{'properties':[%s],'rollout_percentage':50}],
          'multivariate':{'variants':[%s]}}}\
        """
            .formatted(RULES.indexOf(rule) + 1, rule, properties, variants));
  }

  private static String toggles() {
    return json("{'version':2,'features':[%s,%s,%s]}"
            .formatted(
                toggle("rollout", "", ""),
                toggle(
                    "conditions",
                    "{'contextName':'country','operator':'IN','values':['DE','US']},"
                        + "{'contextName':'version','operator':'SEMVER_GT','value':'1.2.0'}",
                    ""),
                toggle(
                    "variants",
                    "",
                    "{'name':'a','weight':300,'stickiness':'userId'},"
                        + "{'name':'b','weight':300,'stickiness':'userId'},"
                        + "{'name':'c','weight':400,'stickiness':'userId'}")))
        .toString();
  }

  private static String toggle(String name, String constraints, String variants) {
    return """
    {'name':'%1$s','type':'release','enabled':true,'stale':false,'project':'default',
     'strategies':[{'name':'flexibleRollout','constraints':[%2$s],
       'parameters':{'rollout':'50','stickiness':'userId','groupId':'%1$s'}}],
     'variants':[%3$s]}\
    """
        .formatted(name, constraints, variants);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (IOException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
