package dev.tenrec.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Rollouts held against the arithmetic of the definition, done with whole numbers. */
class FlagPlanProperties {
  @Property
  void theHashIsTheDefinitionsArithmetic(@ForAll @StringLength(min = 1, max = 40) String identifier)
      throws Exception {
    String digest =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-1")
                    .digest(("key." + identifier).getBytes(StandardCharsets.UTF_8)));
    double expected =
        new BigDecimal(new BigInteger(digest.substring(0, 15), 16))
            .divide(new BigDecimal(new BigInteger("F".repeat(15), 16)), MathContext.DECIMAL128)
            .doubleValue();
    assertThat(RolloutHash.rollout("key", identifier))
        .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-15));
  }

  @Property
  void raisingARolloutTakesTheFlagFromNobody(
      @ForAll @IntRange(max = 100_000) int user,
      @ForAll @DoubleRange(max = 100) double low,
      @ForAll @DoubleRange(max = 100) double high) {
    Subject subject = Definitions.person("user-" + user, "{}");
    boolean lower = on(Math.min(low, high), subject);
    boolean higher = on(Math.max(low, high), subject);
    assertThat(!lower || higher).isTrue();
  }

  @Property
  void variantsAreGivenInTheirShares(@ForAll @IntRange(min = 1, max = 99) int share) {
    FlagPlan plan =
        Definitions.plan(
            Definitions.flag(
                1,
                "split",
                "{'groups':[{}],'multivariate':{'variants':[{'key':'a','rollout_percentage':%d},{'key':'b','rollout_percentage':%d}]}}"
                    .formatted(share, 100 - share)));
    long first = 0;
    int users = 2_000;
    for (int user = 0; user < users; user++) {
      FlagAnswer answer = Definitions.only(plan, Definitions.person("u" + user, "{}"));
      assertThat(answer.variant()).isPresent();
      first += answer.variant().get().equals("a") ? 1 : 0;
    }
    // Five standard deviations of a binomial distribution.
    double deviation = Math.sqrt(users * share / 100.0 * (1 - share / 100.0));
    assertThat(Math.abs(first - users * share / 100.0)).isLessThan(5 * deviation + 1);
  }

  private static boolean on(double rollout, Subject subject) {
    FlagPlan plan =
        Definitions.plan(
            Definitions.flag(1, "f", "{'groups':[{'rollout_percentage':" + rollout + "}]}"));
    return Definitions.only(plan, subject).enabled();
  }
}
