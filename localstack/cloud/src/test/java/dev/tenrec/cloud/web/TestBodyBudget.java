package dev.tenrec.cloud.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TestBodyBudget {
  @Test
  void whoComesWhenNothingIsLeftWaitsUntilSomethingIsGivenBack() throws InterruptedException {
    BodyBudget budget = new BodyBudget(10_000);
    BodyBudget.Share first = budget.new Share();
    BodyBudget.Share second = budget.new Share();
    first.take(9_000);
    CountDownLatch taken = new CountDownLatch(1);
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  second.take(5_000);
                  taken.countDown();
                });
    while (waiting.getState() != Thread.State.WAITING) {
      assertThat(taken.getCount()).isOne();
      Thread.onSpinWait();
    }

    first.giveBack();

    taken.await();
  }

  @Test
  void oneThatIsLargerThanEverythingTakesEverythingAndNoMore() {
    BodyBudget budget = new BodyBudget(10_000);
    BodyBudget.Share share = budget.new Share();

    share.take(1_000_000);
    share.giveBack();
    share.take(1_000_000);
    share.giveBack();
    share.giveBack();
    BodyBudget.Share other = budget.new Share();
    other.take(10_000);
  }
}
