package dev.tenrec.demo.recording;

import dev.tenrec.demo.recording.Tape.Deed;
import dev.tenrec.demo.recording.Tape.Spot;
import dev.tenrec.demo.shop.Chance;
import java.util.ArrayList;
import java.util.List;

/** A visitor's hand on a page: with a mouse, or on a touch screen. */
final class Hand {
  private static final int STEP = 50;
  private static final int LONGEST_MOVE = 500;
  private static final int APPROACH = 700;

  private final Tape tape;
  private final ShopPage page;
  private final Chance chance;
  private final boolean touch;
  private int x;
  private int y;
  private int scrolled;

  Hand(Tape tape, ShopPage page, Chance chance, boolean touch) {
    this.tape = tape;
    this.page = page;
    this.chance = chance;
    this.touch = touch;
    this.x = chance.between(page.window().width() / 3, page.window().width() / 2);
    this.y = chance.between(page.window().height() / 3, page.window().height() / 2);
  }

  /** How long it takes to press something that may be out of sight. */
  static int timeToPress() {
    return 2 * APPROACH + 100;
  }

  /** Goes to an element, into sight first, and presses it at the given time. */
  void press(Element target, long at) {
    if (target.box().centerY() - scrolled < 20
        || target.box().centerY() - scrolled > page.window().height() - 40) {
      scrollTo(target.box().centerY() - page.window().height() / 2, at - 2 * APPROACH, APPROACH);
    }
    int offX = chance.between(-target.box().width() / 5, target.box().width() / 5);
    int toX = target.box().centerX() + offX;
    int toY = target.box().centerY() - scrolled + chance.between(-4, 4);
    Spot spot = new Spot(at, toX, toY, target.id());
    if (touch) {
      x = toX;
      y = toY;
      tape.interacted(at - 80, Deed.TOUCH, spot, true);
      tape.interacted(at - 10, Deed.LEAVE, spot, true);
    } else {
      move(toX, toY, target.id(), at - APPROACH, APPROACH - 150);
      tape.interacted(at - 90, Deed.DOWN, spot, false);
      tape.interacted(at - 10, Deed.UP, spot, false);
    }
    tape.interacted(at, Deed.CLICK, spot, touch);
  }

  /** Fills a field in, or ticks it; answers when it is done. */
  long fill(Element field, long from) {
    long at = from + timeToPress();
    press(field, at);
    tape.interacted(at + 5, Deed.FOCUS, new Spot(at, x, y, field.id()), touch);
    if (field.attributes().get("class").equals("tick")) {
      tape.typed(at + 15, field.id(), "on", true);
      return at + 300;
    }
    int keys = chance.between(6, 18);
    // The recorder shows stars for what is typed.
    for (int typed = 1; typed <= keys; typed++) {
      at += chance.between(90, 260);
      tape.typed(at, field.id(), "*".repeat(typed), false);
    }
    return at + 200;
  }

  /** Looks around for a while, which ends before the given time. */
  void lookAround(long from, long until) {
    long at = from;
    while (true) {
      at += chance.seconds(2.2).toMillis();
      int takes = chance.between(500, 1_400);
      if (at + takes >= until) {
        return;
      }
      int room = page.height() - page.window().height();
      if (room > 40 && chance.happens(touch ? 0.8 : 0.45)) {
        int by = (int) (page.window().height() * chance.around(0.4));
        boolean down = scrolled < room / 4 || (scrolled < room && chance.happens(0.7));
        scrollTo(scrolled + (down ? by : -by), at, takes);
      } else if (!touch) {
        move(
            chance.between(40, page.window().width() - 40),
            chance.between(60, page.window().height() - 60),
            page.cartCount().id(),
            at,
            takes);
      }
      at += takes;
    }
  }

  private void scrollTo(int wanted, long from, int takes) {
    int start = scrolled;
    scrolled = Math.clamp(wanted, 0, page.height() - page.window().height());
    if (scrolled == start) {
      return;
    }
    List<Spot> finger = new ArrayList<>();
    int middle = page.window().height() / 2;
    for (int passed = 100; passed <= takes; passed += 100) {
      double share = eased((double) passed / takes);
      int now = (int) (start + (scrolled - start) * share);
      tape.scrolled(from + passed, now);
      finger.add(new Spot(from + passed, x, middle - (now - start) / 3, page.cartCount().id()));
    }
    tape.scrolled(from + takes, scrolled);
    if (touch && !finger.isEmpty()) {
      tape.moved(finger.getLast().at(), true, finger);
    }
  }

  private void move(int toX, int toY, int over, long from, int takes) {
    int fromX = x;
    int fromY = y;
    double bend = chance.between(-60, 60);
    List<Spot> spots = new ArrayList<>();
    for (int passed = STEP; passed <= takes; passed += STEP) {
      double share = eased((double) passed / takes);
      double aside = bend * Math.sin(Math.PI * share);
      x = (int) (fromX + (toX - fromX) * share + aside);
      y = (int) (fromY + (toY - fromY) * share - aside / 2);
      spots.add(new Spot(from + passed, x, y, over));
      if (passed % LONGEST_MOVE == 0) {
        tape.moved(from + passed, false, List.copyOf(spots));
        spots.clear();
      }
    }
    x = toX;
    y = toY;
    spots.add(new Spot(from + takes, x, y, over));
    tape.moved(from + takes, false, spots);
  }

  private static double eased(double share) {
    return share * share * (3 - 2 * share);
  }
}
